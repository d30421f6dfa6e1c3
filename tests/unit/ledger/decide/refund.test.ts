import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BALANCE_MINOR_MAX, REFUNDS_PER_TRANSACTION_MAX } from "../../../../src/domain/bounds.ts";
import type { MoneyCommand } from "../../../../src/domain/command.ts";
import { currencyOf, DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import { newId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import { stepUpThresholdMinor } from "../../../../src/domain/second-factor.ts";
import type {
  Case,
  LockedOriginal,
  LockedWallet,
  OriginalLeg,
} from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";

const AT = unixMs(Date.UTC(2026, 10, 28));
const USD = currencyOf("USD").code;
const YEM = DEFAULT_CURRENCY;

const walletOf = (change: Partial<LockedWallet> = {}): LockedWallet => ({
  id: newId("wal", AT),
  ownerId: newId("usr", AT),
  currency: YEM,
  status: "active",
  balanceMinor: 1_000n,
  heldMinor: 0n,
  seq: 3n,
  ...change,
});

const PAYER = walletOf();
const RECEIVER = walletOf();

const legOf = (
  { id: walletId, currency }: Pick<LockedWallet, "id" | "currency">,
  amountMinor: bigint,
  systemPurpose: string | null = null,
) => ({ walletId, currency, amountMinor, systemPurpose }) as OriginalLeg;

/** A transfer of 100 from the payer to the receiver. */
const originalOf = (change: Partial<LockedOriginal> = {}): LockedOriginal => ({
  id: newId("txn", AT),
  type: "TRANSFER",
  fromWalletId: PAYER.id,
  toWalletId: RECEIVER.id,
  payerId: PAYER.ownerId,
  isPayerWalletClosed: false,
  payerMarket: null,
  refunds: 0,
  receiverId: RECEIVER.ownerId,
  currency: RECEIVER.currency,
  amountMinor: 100n,
  refundedMinor: 0n,
  legs: [legOf(PAYER, -100n), legOf(RECEIVER, 100n)],
  lossWalletId: newId("wal", AT),
  ...change,
});

/** The receiver gives back this much; null: all that is left. */
function refundOf(
  original: LockedOriginal,
  amountMinor: bigint | null,
  change: Partial<Case & { from: LockedWallet; to: LockedWallet; dry: boolean }> = {},
): Case {
  const { from = RECEIVER, to = PAYER, dry = false, ...rest } = change;
  const command: MoneyCommand = {
    kind: "money",
    transactionId: newId("txn", AT),
    createdAtMs: AT,
    type: "REFUND",
    actorId: RECEIVER.ownerId,
    sessionId: newId("ses", AT),
    amountMinor: amountMinor ?? 1n,
    currency: original.currency,
    from: { by: "id", walletId: from.id },
    to: { by: "id", walletId: to.id },
    links: { originalId: original.id },
    terms: { kind: "refund", isAll: amountMinor === null },
    note: null,
    idempotency: null,
    recipientCounterKey: null,
    reachesUnverifiedPhones: true,
    isDryRun: dry,
  };
  return {
    command,
    viaWalletId: from.id,
    isPosted: false,
    isBlocked: false,
    isSessionActive: true,
    isSuspended: false,
    lacksStepUp: false,
    namesOwnPhone: false,
    recipientCounter: null,
    recentFailures: new Map(),
    fromWalletId: from.id,
    toWalletId: to.id,
    counterWalletId: null,
    prior: null,
    ...rest,
  };
}

function decideOn(original: LockedOriginal, cases: readonly Case[], ...wallets: LockedWallet[]) {
  const locked = wallets.length > 0 ? wallets : [PAYER, RECEIVER];
  return decide(cases, {
    wallets: new Map(locked.map((wallet) => [wallet.id, wallet])),
    holds: new Map(),
    originals: new Map([[original.id, original]]),
    nowMs: AT,
  });
}

/** The failure code, the refusal's code, or the amount that was given back. */
function resultOf(original: LockedOriginal, one: Case, ...wallets: LockedWallet[]) {
  const [verdict] = decideOn(original, [one], ...wallets).verdicts;
  if (verdict?.kind === "refused") return verdict.code;
  if (verdict?.kind !== "recorded") throw new Error(`decided as ${verdict?.kind}`);
  return verdict.transaction.failureCode ?? verdict.transaction.amountMinor;
}

describe("a refund", () => {
  it("moves a part, and later all that is left, back to the payer", () => {
    const original = originalOf();
    const cases = [refundOf(original, 30n), refundOf(original, null)];
    const { verdicts, wallets, originals, entries } = decideOn(original, cases);
    expect(verdicts).toMatchObject([
      { transaction: { status: "success", amountMinor: 30n } },
      { transaction: { status: "success", amountMinor: 70n } },
    ]);
    expect(entries.map(({ amountMinor }) => amountMinor)).toEqual([-30n, 30n, -70n, 70n]);
    expect(wallets.map(({ balanceMinor }) => balanceMinor)).toEqual([1_100n, 900n]);
    expect(originals).toMatchObject([{ refundedMinor: 100n, refunds: 2 }]);
  });

  it("is never more than what is left, in one batch or after another", () => {
    const original = originalOf({ refundedMinor: 60n, refunds: 1 });
    expect(resultOf(original, refundOf(original, 41n))).toBe("refund_exceeds_original");
    expect(resultOf(original, refundOf(original, 40n))).toBe(40n);
    const { verdicts, originals } = decideOn(original, [
      refundOf(original, 25n),
      refundOf(original, 25n),
      refundOf(original, null),
      refundOf(original, null),
    ]);
    const codes = verdicts.map((one) => one.kind === "recorded" && one.transaction.failureCode);
    expect(codes).toEqual([null, "refund_exceeds_original", null, "refund_exceeds_original"]);
    expect(originals).toMatchObject([{ refundedMinor: 100n, refunds: 3 }]);
  });

  it("is one of a bounded number", () => {
    const last = originalOf({ refundedMinor: 1n, refunds: REFUNDS_PER_TRANSACTION_MAX - 1 });
    const none = { ...last, refunds: REFUNDS_PER_TRANSACTION_MAX };
    expect(resultOf(last, refundOf(last, 1n))).toBe(1n);
    expect(resultOf(none, refundOf(none, 1n))).toBe("refund_limit_reached");
  });

  it.each(["DEPOSIT", "WITHDRAW", "EXCHANGE", "REFUND", "REVERSAL", "ADJUSTMENT"] as const)(
    "is not possible of %s",
    (type) => {
      const original = originalOf({ type });
      expect(resultOf(original, refundOf(original, 1n))).toBe("not_refundable");
    },
  );

  it("is possible of what was captured of a hold", () => {
    const original = originalOf({ type: "CAPTURE" });
    expect(resultOf(original, refundOf(original, null))).toBe(100n);
  });

  it("is not possible between own wallets, from another wallet, or in another currency", () => {
    const own = originalOf({ payerId: RECEIVER.ownerId });
    expect(resultOf(own, refundOf(own, 1n))).toBe("not_refundable");
    const original = originalOf();
    const other = walletOf({ ownerId: RECEIVER.ownerId });
    const wrong = refundOf(original, 1n, { from: other });
    expect(resultOf(original, wrong, PAYER, other)).toBe("not_refundable");
    const { command, ...one } = refundOf(original, 1n);
    const dollars = { ...one, command: { ...command, currency: USD } };
    expect(resultOf(original, dollars)).toBe("not_refundable");
  });

  it("needs the money, which is never negative, and an active wallet of the receiver", () => {
    const original = originalOf();
    const short = { ...RECEIVER, balanceMinor: 99n };
    const held = { ...RECEIVER, balanceMinor: 150n, heldMinor: 51n };
    for (const wallet of [short, held]) {
      expect(resultOf(original, refundOf(original, null), PAYER, wallet)).toBe(
        "insufficient_funds",
      );
      expect(resultOf(original, refundOf(original, 99n), PAYER, wallet)).toBe(99n);
    }
    for (const [status, code] of [
      ["frozen", "wallet_frozen"],
      ["closed", "wallet_closed"],
    ] as const) {
      const wallet = { ...RECEIVER, status };
      expect(resultOf(original, refundOf(original, 1n), PAYER, wallet)).toBe(code);
    }
  });

  it("records the amount that was left when a refund of all fails", () => {
    const original = originalOf({ refundedMinor: 10n, refunds: 1 });
    const short = { ...RECEIVER, balanceMinor: 89n };
    const [verdict] = decideOn(original, [refundOf(original, null)], PAYER, short).verdicts;
    expect(verdict).toMatchObject({ transaction: { status: "failed", amountMinor: 90n } });
  });

  it("is refused to a suspended receiver, and needs a fresh factor as a payment does", () => {
    const original = originalOf();
    const suspended = refundOf(original, 1n, { isSuspended: true });
    expect(resultOf(original, suspended)).toBe("account_suspended");
    const threshold = stepUpThresholdMinor(YEM);
    const large = originalOf({ amountMinor: threshold + 1n });
    const rich = { ...RECEIVER, balanceMinor: threshold + 1n };
    const lacksStepUp = (amountMinor: bigint | null) =>
      resultOf(large, refundOf(large, amountMinor, { lacksStepUp: true }), PAYER, rich);
    expect(lacksStepUp(threshold)).toBe(threshold);
    expect(lacksStepUp(null)).toBe("step_up_required");
  });

  it.each([
    { status: "frozen" as const },
    { status: "closed" as const },
    { balanceMinor: BALANCE_MINOR_MAX },
  ])("does not tell why the payer cannot be paid: %s", (change) => {
    const original = originalOf();
    const payer = { ...PAYER, ...change };
    const one = refundOf(original, 1n);
    expect(resultOf(original, one, payer, RECEIVER)).toBe("refund_unavailable");
    const [verdict] = decideOn(original, [one], payer, RECEIVER).verdicts;
    expect(verdict).toMatchObject({ transaction: { toWalletId: null, legs: [] } });
  });

  it("goes to another wallet of the payer only if the one that paid is closed", () => {
    const other = walletOf({ ownerId: PAYER.ownerId });
    const [open, closed] = [originalOf(), originalOf({ isPayerWalletClosed: true })];
    const to = (original: LockedOriginal, wallet: LockedWallet) =>
      resultOf(original, refundOf(original, 1n, { to: wallet }), wallet, RECEIVER);
    expect(to(open, other)).toBe("refund_unavailable");
    expect(to(closed, other)).toBe(1n);
    expect(to(closed, walletOf())).toBe("refund_unavailable");
    expect(to(closed, { ...other, currency: USD })).toBe("refund_unavailable");
    expect(to(closed, { ...other, market: "sanaa" })).toBe("refund_unavailable");
    expect(to(closed, { ...other, market: "aden" })).toBe(1n);
  });

  it("changes nothing in a dry run", () => {
    const original = originalOf();
    const cases = [refundOf(original, 60n, { dry: true }), refundOf(original, 60n)];
    const { verdicts, originals } = decideOn(original, cases);
    expect(verdicts).toMatchObject([
      { kind: "previewed", transaction: { status: "success", amountMinor: 60n } },
      { kind: "recorded", transaction: { status: "success" } },
    ]);
    expect(originals).toMatchObject([{ refundedMinor: 60n, refunds: 1 }]);
  });
});

describe("a refund of a payment that was exchanged", () => {
  const paid = walletOf({ currency: USD });
  const [liquidity, fees, rials] = [USD, USD, YEM].map((currency) => walletOf({ currency }));

  /** Paid in cents, of which `fee` was the fee; got in rials. */
  function exchanged(cents: bigint, fee: bigint, got: bigint): LockedOriginal {
    return originalOf({
      fromWalletId: paid.id,
      payerId: paid.ownerId,
      amountMinor: got,
      legs: [
        legOf(paid, -cents),
        legOf(fees as LockedWallet, fee, "exchange_fees"),
        legOf(liquidity as LockedWallet, cents - fee, "liquidity"),
        legOf(rials as LockedWallet, -got, "liquidity"),
        legOf(RECEIVER, got),
      ],
    });
  }

  const amounts = fc
    .record({
      net: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fee: fc.bigInt({ min: 0n, max: 10n ** 6n }),
      got: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      cuts: fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { maxLength: 6 }),
    })
    .map((one) => ({ ...one, parts: partsOf(one.got, one.cuts) }));

  function partsOf(whole: bigint, cuts: readonly bigint[]): bigint[] {
    const at = [...new Set(cuts.map((cut) => cut % whole))].sort((a, b) => (a < b ? -1 : 1));
    const ends = [...at.filter((cut) => cut > 0n), whole];
    return ends.map((end, i) => end - (ends[i - 1] ?? 0n));
  }

  it("goes back at its own rate, for the payer rounded down, and exactly in the end", () => {
    fc.assert(
      fc.property(amounts, ({ net, fee, got, parts }) => {
        const original = exchanged(net + fee, fee, got);
        const rich = { ...RECEIVER, balanceMinor: got };
        const cases = parts.map((part) => refundOf(original, part, { to: paid }));
        const { verdicts, entries, wallets, originals } = decideOn(original, cases, paid, rich);
        const balance = (id: string) => wallets.find((one) => one.id === id)?.balanceMinor ?? 0n;
        let given = 0n;
        let gotBack = 0n;
        for (const [i, verdict] of verdicts.entries()) {
          if (verdict.kind !== "recorded") throw new Error("not recorded");
          const { transaction } = verdict;
          const legs = entries.filter(({ transactionId }) => transactionId === transaction.id);
          for (const currency of [USD, YEM]) {
            const inCurrency = legs.filter((leg) => leg.currency === currency);
            expect(inCurrency.reduce((sum, leg) => sum + leg.amountMinor, 0n)).toBe(0n);
          }
          expect(legs.some(({ walletId }) => walletId === fees?.id)).toBe(false);
          if (transaction.failureCode === "refund_too_small") continue;
          given += parts[i] ?? 0n;
          gotBack += legs.find(({ walletId }) => walletId === paid.id)?.amountMinor ?? 0n;
          expect(gotBack).toBe((net * given) / got);
        }
        expect(originals[0]?.refundedMinor ?? 0n).toBe(given);
        expect(balance(RECEIVER.id)).toBe(given > 0n ? got - given : 0n);
        if (given === got) expect(gotBack).toBe(net);
      }),
    );
  });

  it("is refused if the payer would get nothing", () => {
    const original = exchanged(2n, 0n, 1_000n);
    const of = (amountMinor: bigint | null) =>
      resultOf(original, refundOf(original, amountMinor, { to: paid }), paid, RECEIVER);
    expect(of(499n)).toBe("refund_too_small");
    expect(of(500n)).toBe(500n);
    expect(of(null)).toBe(1_000n);
  });
});
