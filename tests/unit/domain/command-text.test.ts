import { describe, expect, it } from "vitest";
import {
  asUnknownIfNoEffect,
  BUSY,
  outcomeText,
  readOutcome,
  UNKNOWN,
} from "../../../src/domain/command-text.ts";
import { decideOne, PAYEE, PAYER, walletOf } from "../ledger/decide/hold-cases.ts";

describe("an outcome after a lost call", () => {
  it.each([BUSY, '{"kind":"faulty","fault":"x"}', '{"kind":"refused","code":"session_ended"}'])(
    "is unknown when the answer would say that nothing was posted: %s",
    (text) => {
      expect(asUnknownIfNoEffect(text)).toBe(UNKNOWN);
    },
  );

  it("is unchanged when the ledger answered for certain", () => {
    for (const text of [UNKNOWN, '{"kind":"refused","code":"wallet_not_found"}']) {
      expect(asUnknownIfNoEffect(text)).toBe(text);
    }
  });
});

describe("the text of an outcome", () => {
  it("keeps what a hold is, to the last minor unit", () => {
    const amountMinor = 2n ** 53n + 1n;
    const { verdict } = decideOne({
      type: "HOLD",
      terms: { kind: "hold", expiresInSeconds: 60, isPayerVoidable: true },
      from: walletOf(PAYER, { balanceMinor: 2n ** 60n }),
      to: walletOf(PAYEE),
      command: { amountMinor, isDryRun: true },
    });
    if (verdict?.kind !== "previewed") throw new Error("it is no dry run");
    expect(verdict.hold?.amountMinor).toBe(amountMinor);
    expect(readOutcome(outcomeText(verdict))).toEqual(verdict);
  });
});
