import { describe, expect, it } from "vitest";
import { asUnknownIfNoEffect, BUSY, UNKNOWN } from "../../../src/domain/command-text.ts";

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
