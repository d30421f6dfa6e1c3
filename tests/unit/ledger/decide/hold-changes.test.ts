import { describe, expect, it } from "vitest";
import {
  AMENDMENTS_PER_HOLD_MAX,
  BALANCE_MINOR_MAX,
  CAPTURES_PER_HOLD_MAX,
  HOLD_TOTAL_SECONDS_MAX,
  OPEN_HOLDS_PER_WALLET_MAX,
} from "../../../../src/domain/bounds.ts";
import { DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import { newId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import { stepUpThresholdMinor } from "../../../../src/domain/second-factor.ts";
import type { Terms } from "../../../../src/domain/terms.ts";
import type { LockedHold, LockedWallet } from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";
import {
  type Asked,
  caseOf,
  decideOne,
  holdOf,
  NOW,
  PAYEE,
  PAYER,
  rowsOf,
  walletOf,
} from "./hold-cases.ts";

const LARGE = stepUpThresholdMinor(DEFAULT_CURRENCY) + 1n;
const PLACE: Terms = { kind: "hold", expiresInSeconds: 60, isPayerVoidable: true };
const capture = (isAll: boolean, isFinal: boolean): Terms => ({
  kind: "capture",
  isAll,
  isFinal,
});
const amend = (isRaise: boolean, expiresInSeconds: number | null): Terms => ({
  kind: "amendment",
  isRaise,
  expiresInSeconds,
});
const wallets = (payer: Partial<LockedWallet> = {}, payee: Partial<LockedWallet> = {}) =>
  [walletOf(PAYER, { heldMinor: 300n, ...payer }), walletOf(PAYEE, payee)] as const;
const walletsAfter = ({ wallets }: { wallets: readonly LockedWallet[] }) =>
  wallets.map((w) => [w.balanceMinor, w.heldMinor, w.seq]);

describe("a hold that is placed", () => {
  const [from, to] = [walletOf(PAYER), walletOf(PAYEE)];
  const placing = (change: Partial<Asked> = {}): Asked => ({
    type: "HOLD",
    terms: PLACE,
    from,
    to,
    ...change,
  });

  it("reserves its amount without an entry, and has the UUID of its transaction", () => {
    const asked = decideOne(placing({ command: { amountMinor: 1_000n, note: "booking 7" } }));
    expect(asked.entries).toEqual([]);
    expect(walletsAfter(asked)).toEqual([[1_000n, 1_000n, 1n]]);
    const [hold] = asked.holds;
    expect(hold).toMatchObject({
      state: "open",
      amountMinor: 1_000n,
      capturedMinor: 0n,
      isPayerVoidable: true,
      note: "booking 7",
      createdAtMs: NOW,
      expiresAtMs: NOW + 60_000,
    });
    expect(asked.verdict).toMatchObject({
      hold,
      transaction: { type: "HOLD", id: hold?.id, links: { holdId: hold?.id }, legs: [] },
    });
  });

  it("fails as a transfer of the amount would, and then leaves no hold and names none", () => {
    const frozen = { status: "frozen" as const };
    const otherPayee = walletOf(PAYEE, frozen);
    for (const [asked, code] of [
      [placing({ command: { amountMinor: 1_001n } }), "insufficient_funds"],
      [placing({ from: walletOf(PAYER, frozen) }), "wallet_frozen"],
      [placing({ from, to: from }), "same_wallet"],
      [placing({ change: { isSuspended: true } }), "account_suspended"],
      [placing({ to: otherPayee }), "recipient_not_found"],
      [
        placing({ command: { amountMinor: LARGE }, change: { lacksStepUp: true } }),
        "step_up_required",
      ],
    ] as const) {
      const { code: answered, holds, verdict } = decideOne(asked);
      expect(answered).toBe(code);
      expect(holds).toEqual([]);
      if (verdict?.kind === "recorded") expect(verdict.transaction.links).toEqual({});
    }
  });

  it("counts an unknown recipient as a transfer does", () => {
    const recipientCounter = { key: "k", tries: 0, waitSeconds: 0 };
    const unknown = placing({ change: { toWalletId: null, recipientCounter } });
    expect([...decideOne(unknown).recipientAttempts]).toEqual([["k", 1]]);
    const waiting = { ...recipientCounter, waitSeconds: 9 };
    expect(decideOne(placing({ change: { recipientCounter: waiting } })).verdict).toEqual({
      kind: "refused",
      code: "too_many_attempts",
      retryAfterSeconds: 9,
    });
  });

  it("opens the wallet of a payee who has none in the currency, once for a batch", () => {
    const opening = () =>
      caseOf(
        placing({
          command: { opensWalletId: walletOf(PAYEE).id, amountMinor: 1n },
          change: { toWalletId: null, opensFor: PAYEE },
        }),
      );
    const { openings, holds } = decide([opening(), opening()], rowsOf([from]));
    expect(openings).toMatchObject([{ ownerId: PAYEE }]);
    expect(holds.map((hold) => hold.toWalletId)).toEqual([
      openings[0]?.walletId,
      openings[0]?.walletId,
    ]);
  });

  it("is the last that the wallet may have, or one too many, also within one batch", () => {
    const openHolds = new Map([[from.id, OPEN_HOLDS_PER_WALLET_MAX - 1]]);
    const cases = [caseOf(placing()), caseOf(placing())];
    const { verdicts, holds } = decide(cases, rowsOf([from, to], [], { openHolds }));
    expect(verdicts.map((v) => v.kind === "recorded" && v.transaction.failureCode)).toEqual([
      null,
      "hold_limit_reached",
    ]);
    expect(holds).toHaveLength(1);
  });

  it("can take the place of one that the same batch has captured", () => {
    const [payer, payee] = wallets();
    const hold = holdOf(payer, payee);
    const openHolds = new Map([[payer.id, OPEN_HOLDS_PER_WALLET_MAX]]);
    const cases = [
      caseOf({ type: "CAPTURE", terms: capture(true, true), from: payer, to: payee, hold }),
      caseOf(placing({ from: payer, to: payee })),
    ];
    const { verdicts } = decide(cases, rowsOf([payer, payee], [hold], { openHolds }));
    expect(verdicts.map((v) => v.kind === "recorded" && v.transaction.status)).toEqual([
      "success",
      "success",
    ]);
  });

  it("as a dry run shows the hold, and changes nothing", () => {
    const dry = decideOne(placing({ command: { isDryRun: true } }));
    expect(dry.verdict).toMatchObject({ kind: "previewed", hold: { amountMinor: 50n } });
    expect([dry.holds, dry.wallets]).toEqual([[], []]);
  });
});

describe("a capture", () => {
  const asked = (
    terms: Terms,
    amountMinor: bigint,
    change: Partial<LockedHold> = {},
    [from, to] = wallets(),
  ): Asked => {
    const hold = holdOf(from, to, change);
    return { type: "CAPTURE", terms, from, to, hold, command: { amountMinor } };
  };

  it("moves a part, and leaves the rest reserved if it is not final", () => {
    const result = decideOne(asked(capture(false, false), 120n));
    expect(walletsAfter(result)).toEqual([
      [880n, 180n, 2n],
      [1_120n, 0n, 2n],
    ]);
    expect(result.entries.map((e) => e.amountMinor)).toEqual([-120n, 120n]);
    expect(result.holds).toMatchObject([{ state: "open", capturedMinor: 220n, captures: 2 }]);
  });

  it("frees the rest if it is final, and ends the hold", () => {
    const result = decideOne(asked(capture(false, true), 120n));
    expect(walletsAfter(result)[0]).toEqual([880n, 0n, 2n]);
    expect(result.holds).toMatchObject([
      { state: "captured", capturedMinor: 220n, closedAtMs: NOW },
    ]);
  });

  it("takes all that is left without an amount, and ends the hold although it is not final", () => {
    const result = decideOne(asked(capture(true, false), 1n));
    expect(result.verdict).toMatchObject({ transaction: { amountMinor: 300n } });
    expect(walletsAfter(result)[0]).toEqual([700n, 0n, 2n]);
    expect(result.holds).toMatchObject([{ state: "captured", capturedMinor: 400n }]);
  });

  it("never takes more than is left, in one batch either", () => {
    expect(decideOne(asked(capture(false, true), 301n)).code).toBe("capture_exceeds_hold");
    const [from, to] = wallets();
    const hold = holdOf(from, to);
    const one = { type: "CAPTURE", terms: capture(false, false), from, to, hold } as const;
    const cases = [150n, 150n, 1n].map((amountMinor) =>
      caseOf({ ...one, command: { amountMinor } }),
    );
    const { verdicts, holds } = decide(cases, rowsOf([from, to], [hold]));
    expect(verdicts.map((v) => v.kind === "recorded" && v.transaction.failureCode)).toEqual([
      null,
      null,
      "hold_captured",
    ]);
    expect(holds).toMatchObject([{ capturedMinor: 400n }]);
  });

  it.each([
    ["captured", "hold_captured"],
    ["voided", "hold_voided"],
    ["expired", "hold_expired"],
  ] as const)("of a hold that is %s fails, and so do a void and an amendment", (state, code) => {
    const [from, to] = wallets({ heldMinor: 0n });
    const hold = holdOf(from, to, { state, closedAtMs: NOW, isPayerVoidable: true });
    const named = { from, to, hold };
    for (const one of [
      { type: "CAPTURE", terms: capture(true, true), ...named },
      { type: "RELEASE", terms: { kind: "release" }, ...named },
      { type: "AMENDMENT", terms: amend(true, null), command: { amountMinor: 500n }, ...named },
    ] as const) {
      const result = decideOne(one);
      expect(result.code).toBe(code);
      expect([result.holds, result.wallets, result.entries]).toEqual([[], [], []]);
    }
  });

  it("wins a millisecond before the end, and loses at the end, although no job has run", () => {
    const at = (ms: number) =>
      decideOne(asked(capture(true, true), 1n, { expiresAtMs: unixMs(NOW + ms) }));
    expect(at(1).code).toBe(null);
    const late = at(0);
    expect(late.code).toBe("hold_expired");
    expect(late.holds).toMatchObject([{ state: "expired", capturedMinor: 100n }]);
    expect(walletsAfter(late)).toEqual([[1_000n, 0n, 1n]]);
  });

  it("must be final if it is the last that the hold may have", () => {
    const captures = CAPTURES_PER_HOLD_MAX - 1;
    const last = (isFinal: boolean) => decideOne(asked(capture(false, isFinal), 10n, { captures }));
    expect(last(false).code).toBe("capture_limit_reached");
    expect(last(true).code).toBe(null);
    const earlier = asked(capture(false, false), 10n, { captures: captures - 1 });
    expect(decideOne(earlier).code).toBe(null);
  });

  it("needs no step-up of the payee, and goes through although the payer has none", () => {
    const one = asked(capture(true, true), 1n);
    const command = { amountMinor: LARGE };
    expect(decideOne({ ...one, command, change: { lacksStepUp: true } }).code).toBe(null);
  });

  it("is stopped by a freeze of the payer's wallet, which the payee is not told, and keeps the hold", () => {
    for (const status of ["frozen", "closed"] as const) {
      const result = decideOne(asked(capture(true, true), 1n, {}, wallets({ status })));
      expect(result.code).toBe("payer_unavailable");
      expect(result.holds).toEqual([]);
    }
  });

  it("tells the payee the state of their own wallet and account", () => {
    const one = (payee: Partial<LockedWallet>) =>
      decideOne(asked(capture(true, true), 1n, {}, wallets({}, payee))).code;
    expect(one({ status: "frozen" })).toBe("wallet_frozen");
    expect(one({ status: "closed" })).toBe("wallet_closed");
    expect(one({ balanceMinor: BALANCE_MINOR_MAX })).toBe("balance_limit_exceeded");
    const suspended = { ...asked(capture(true, true), 1n), change: { isSuspended: true } };
    expect(decideOne(suspended).code).toBe("account_suspended");
  });

  it("names a hold of other wallets, of a withdrawal, or of nobody in vain", () => {
    const [from, to] = wallets();
    const one = { type: "CAPTURE", terms: capture(true, true), from, to } as const;
    const other = holdOf(from, walletOf(PAYEE));
    const withdrawal = { ...holdOf(from, to), purpose: "withdrawal" as const };
    for (const hold of [other, withdrawal]) {
      expect(decideOne({ ...one, hold }).verdict).toEqual({
        kind: "refused",
        code: "hold_not_found",
      });
    }
    const unknown = { ...one, command: { links: { holdId: other.id } } };
    expect(decideOne(unknown).code).toBe("hold_not_found");
    const payer = { ...one, hold: holdOf(from, to), command: { actorId: PAYER } };
    expect(decideOne(payer).code).toBe("wallet_not_found");
  });
});

describe("a void", () => {
  const voiding = (
    actorId: typeof PAYER,
    change: Partial<LockedHold> = {},
    [from, to] = wallets(),
  ): Asked => ({
    type: "RELEASE",
    terms: { kind: "release" },
    from,
    to,
    hold: holdOf(from, to, change),
    command: { actorId },
  });

  it("by the payee frees what is left, without an entry, and records that amount", () => {
    const result = decideOne(voiding(PAYEE));
    expect(walletsAfter(result)).toEqual([[1_000n, 0n, 1n]]);
    expect(result.holds).toMatchObject([{ state: "voided", capturedMinor: 100n, closedAtMs: NOW }]);
    expect(result.verdict).toMatchObject({ transaction: { amountMinor: 300n, legs: [] } });
    expect(result.entries).toEqual([]);
  });

  it("by the payer needs the hold's permission, or a payee's wallet that is closed", () => {
    expect(decideOne(voiding(PAYER)).code).toBe("void_not_allowed");
    expect(decideOne(voiding(PAYER, { isPayerVoidable: true })).code).toBe(null);
    expect(decideOne(voiding(PAYER, {}, wallets({}, { status: "closed" }))).code).toBe(null);
  });

  it("is not stopped by a freeze, and is by a suspension of the actor", () => {
    const frozen = wallets({ status: "frozen" }, { status: "frozen" });
    expect(decideOne(voiding(PAYEE, {}, frozen)).code).toBe(null);
    const suspended = { ...voiding(PAYEE), change: { isSuspended: true } };
    expect(decideOne(suspended).code).toBe("account_suspended");
  });

  it("by anybody else is an ownership violation", () => {
    const result = decideOne(voiding(newId("usr", NOW)));
    expect(result.code).toBe("wallet_not_found");
    expect(result.violations).toHaveLength(1);
  });
});

describe("an amendment", () => {
  const amending = (
    terms: Terms,
    amountMinor = 50n,
    change: Partial<LockedHold> = {},
    [from, to] = wallets(),
  ): Asked => ({
    type: "AMENDMENT",
    terms,
    from,
    to,
    hold: holdOf(from, to, change),
    command: { amountMinor },
  });

  it("raises the hold to the new total, and reserves the difference", () => {
    const result = decideOne(amending(amend(true, null), 1_100n));
    expect(walletsAfter(result)).toEqual([[1_000n, 1_000n, 1n]]);
    expect(result.holds).toMatchObject([
      { amountMinor: 1_100n, capturedMinor: 100n, expiresAtMs: NOW + 3_600_000, amendments: 1 },
    ]);
    expect(result.verdict).toMatchObject({ transaction: { amountMinor: 1_100n, legs: [] } });
  });

  it("refuses a total that is not higher, and one that the wallet does not have", () => {
    expect(decideOne(amending(amend(true, null), 400n)).code).toBe("hold_not_higher");
    expect(decideOne(amending(amend(true, null), 401n)).code).toBe(null);
    expect(decideOne(amending(amend(true, null), 1_101n)).code).toBe("insufficient_funds");
  });

  it("extends the hold from the present moment, only later, and records the total as it is", () => {
    const result = decideOne(amending(amend(false, 3_601)));
    expect(result.holds).toMatchObject([{ amountMinor: 400n, expiresAtMs: NOW + 3_601_000 }]);
    expect(result.verdict).toMatchObject({ transaction: { amountMinor: 400n } });
    expect(decideOne(amending(amend(false, 3_600))).code).toBe("hold_not_later");
  });

  it("lets a hold last up to the bound from the moment it was placed", () => {
    const seconds = HOLD_TOTAL_SECONDS_MAX - 86_400;
    expect(decideOne(amending(amend(false, seconds))).code).toBe(null);
    expect(decideOne(amending(amend(false, seconds + 1))).code).toBe("hold_too_long");
  });

  it("is the last that the hold may have, or one too many", () => {
    const amendments = AMENDMENTS_PER_HOLD_MAX - 1;
    expect(decideOne(amending(amend(false, 7_200), 50n, { amendments })).code).toBe(null);
    const full = { amendments: AMENDMENTS_PER_HOLD_MAX };
    expect(decideOne(amending(amend(false, 7_200), 50n, full)).code).toBe(
      "hold_amendment_limit_reached",
    );
  });

  it("needs a step-up for a large new total, and none to extend a large hold", () => {
    const rich = wallets({ balanceMinor: 10n * LARGE });
    const change = { lacksStepUp: true };
    const raise = amending(amend(true, null), LARGE, {}, rich);
    expect(decideOne({ ...raise, change }).code).toBe("step_up_required");
    const extend = amending(amend(false, 7_200), LARGE, {}, rich);
    expect(decideOne({ ...extend, change }).code).toBe(null);
  });

  it("is stopped by a freeze of the payer's wallet, and by a suspension", () => {
    const frozen = amending(amend(false, 7_200), 50n, {}, wallets({ status: "frozen" }));
    expect(decideOne(frozen).code).toBe("wallet_frozen");
    const suspended = { ...amending(amend(false, 7_200)), change: { isSuspended: true } };
    expect(decideOne(suspended).code).toBe("account_suspended");
  });
});
