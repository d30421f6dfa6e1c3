import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MoneyCommand } from "../../../../src/domain/command.ts";
import { currencyOf, DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import { type HoldId, newId, type UserId, type WalletId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import {
  type LimitUsage,
  type LocalDate,
  type OwnLimits,
  type Tier,
  UNUSED,
} from "../../../../src/domain/limit.ts";
import { tierLimits } from "../../../../src/domain/limit-table.ts";
import type {
  Case,
  LimitsNow,
  LockedHold,
  LockedOriginal,
  LockedRows,
  LockedWallet,
} from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";
import { posting } from "../../../../src/ledger/decide/decided.ts";
import { countLimits, limitFailure } from "../../../../src/ledger/decide/limits.ts";
import { newBatch } from "../../../../src/ledger/decide/working-batch.ts";
import { judgedCase } from "../../../../src/ledger/judged-case.ts";

// 2026-11-28, 09:00 in Aden.
const AT = unixMs(Date.UTC(2026, 10, 28, 6));
const TODAY = "2026-11-28" as LocalDate;
const YESTERDAY = "2026-11-27" as LocalDate;
const LAST_MONTH = "2026-10-31" as LocalDate;
const NOW: LimitsNow = {
  profile: "production",
  date: TODAY,
  tomorrowMs: unixMs(Date.UTC(2026, 10, 28, 21)),
  nextMonthMs: unixMs(Date.UTC(2026, 10, 30, 21)),
};
const BASIC = tierLimits("production", "basic", DEFAULT_CURRENCY);
const RICH = 10n ** 14n;
const id = <P extends "usr" | "wal" | "txn" | "ses" | "hld">(prefix: P) => newId(prefix, AT);

interface Limited {
  readonly tier?: Tier;
  readonly usage?: LimitUsage;
  readonly own?: OwnLimits | null;
  readonly siblingsMinor?: bigint;
}

function walletOf(
  ownerId: UserId,
  { tier = "basic", usage = UNUSED, own = null, siblingsMinor = 0n }: Limited = {},
  change: Partial<LockedWallet> = {},
): LockedWallet {
  return {
    id: id("wal"),
    ownerId,
    currency: DEFAULT_CURRENCY,
    status: "active",
    balanceMinor: 0n,
    heldMinor: 0n,
    seq: 7n,
    person: { tier, usage, own, siblingsMinor },
    ...change,
  };
}

const payer = (limited: Limited = {}, change: Partial<LockedWallet> = {}) =>
  walletOf(id("usr"), limited, { balanceMinor: RICH, ...change });
/** Someone whose own limits are far away. */
const shop = () => walletOf(id("usr"), { tier: "merchant" });

function usedOf(out: Partial<LimitUsage["out"]>, date = TODAY, direction = "out"): LimitUsage {
  return { ...UNUSED, date, [direction]: { ...UNUSED.out, ...out } };
}

function caseOf(
  from: LockedWallet | null,
  to: LockedWallet | null,
  amountMinor: bigint,
  change: Partial<MoneyCommand> = {},
): Case {
  return judgedCase({
    command: {
      kind: "money",
      transactionId: id("txn"),
      createdAtMs: AT,
      type: from && to ? "TRANSFER" : from ? "WITHDRAW" : "DEPOSIT",
      actorId: (from ?? to)?.ownerId ?? id("usr"),
      sessionId: id("ses"),
      amountMinor,
      currency: DEFAULT_CURRENCY,
      from: from && { by: "id", walletId: from.id },
      to: to && { by: "id", walletId: to.id },
      note: null,
      idempotency: null,
      recipientCounterKey: null,
      reachesUnverifiedPhones: true,
      links: {},
      isDryRun: false,
      ...change,
    },
    viaWalletId: (from ?? to)?.id ?? id("wal"),
    fromWalletId: from?.id ?? null,
    toWalletId: to?.id ?? null,
    counterWalletId: from && to ? null : id("wal"),
  });
}

function rowsOf(wallets: readonly LockedWallet[], limits: LimitsNow = NOW): LockedRows {
  return {
    wallets: new Map(wallets.map((wallet) => [wallet.id, wallet])),
    holds: new Map(),
    nowMs: AT,
    limits,
  };
}

function transactionsOf(
  cases: readonly Case[],
  wallets: readonly LockedWallet[],
  limits: LimitsNow = NOW,
) {
  const decision = decide(cases, rowsOf(wallets, limits));
  const transactions = decision.verdicts.map((verdict) => {
    if (verdict.kind !== "recorded") throw new Error(`a verdict ${verdict.kind}`);
    return verdict.transaction;
  });
  const usageOf = ({ id: walletId }: LockedWallet): LimitUsage | undefined =>
    decision.wallets.find((wallet) => wallet.id === walletId)?.person?.usage;
  const dates = transactions.map(({ id: of }) => decision.countedOn.get(of));
  return { transactions, usageOf, dates };
}

describe("what is out", () => {
  const edges = [
    ["one operation's sum", "out_operation_sum", {}, null],
    [
      "the day's sum",
      "out_day_sum",
      { daySum: BASIC.out_day_sum - BASIC.out_operation_sum },
      NOW.tomorrowMs,
    ],
    [
      "the month's sum",
      "out_month_sum",
      { monthSum: BASIC.out_month_sum - BASIC.out_operation_sum },
      NOW.nextMonthMs,
    ],
  ] as const;

  it.each(edges)("is allowed up to %s, and not a unit above", (_, rule, used, resetsAtMs) => {
    for (const to of [shop(), null]) {
      const me = payer({ usage: usedOf(used) });
      const wallets = to ? [me, to] : [me];
      const whole = caseOf(me, to, BASIC.out_operation_sum);
      const more = caseOf(me, to, BASIC.out_operation_sum + 1n);
      expect(transactionsOf([whole], wallets).transactions[0]?.status).toBe("success");
      expect(transactionsOf([more], wallets).transactions[0]).toMatchObject({
        failureCode: "limit_exceeded",
        limitBreach:
          rule === "out_operation_sum"
            ? { rule, limit: `${BASIC[rule]}`, remaining: `${BASIC[rule]}`, resetsAtMs }
            : { rule: "out_operation_sum" },
      });
      const rest = caseOf(me, to, 1n);
      const { transactions } = transactionsOf([whole, rest], wallets);
      if (rule === "out_operation_sum") continue;
      expect(transactions[1]?.limitBreach).toEqual({
        rule,
        currency: DEFAULT_CURRENCY,
        limit: `${BASIC[rule]}`,
        remaining: "0",
        resetsAtMs,
      });
    }
  });

  it("is allowed as often as the counts of day and month say: many small payments count too", () => {
    for (const [rule, used] of [
      ["out_day_count", { dayCount: BASIC.out_day_count - 1n }],
      ["out_month_count", { monthCount: BASIC.out_month_count - 1n }],
    ] as const) {
      const [me, to] = [payer({ usage: usedOf(used) }), shop()];
      const { transactions, usageOf } = transactionsOf(
        [caseOf(me, to, 1n), caseOf(me, to, 1n)],
        [me, to],
      );
      expect(transactions.map(({ status }) => status)).toEqual(["success", "failed"]);
      expect(transactions[1]?.limitBreach).toMatchObject({ rule, remaining: "0" });
      expect(usageOf(me)?.out).toMatchObject({ daySum: 1n, monthSum: 1n });
    }
  });

  it("counts nothing that fails, nor what is only tried", () => {
    const [me, to] = [payer({}, { balanceMinor: 10n }), shop()];
    const failing = caseOf(me, to, 11n);
    const tried = caseOf(me, to, 5n, { isDryRun: true });
    const { wallets } = decide([failing, tried], rowsOf([me, to]));
    expect(wallets).toEqual([]);
  });

  it("is refused before the recipient is considered", () => {
    const me = payer();
    const absent = caseOf(me, null, BASIC.out_operation_sum + 1n, {
      type: "TRANSFER",
      to: { by: "id", walletId: id("wal") },
    });
    const { transactions } = transactionsOf([absent], [me]);
    expect(transactions[0]?.failureCode).toBe("limit_exceeded");
  });
});

describe("what is in", () => {
  it("refuses a deposit above the actor's limits, and says which", () => {
    const me = walletOf(id("usr"));
    const { transactions } = transactionsOf([caseOf(null, me, BASIC.in_operation_sum + 1n)], [me]);
    expect(transactions[0]).toMatchObject({
      failureCode: "limit_exceeded",
      limitBreach: { rule: "in_operation_sum" },
    });
  });

  it("tells a payer nothing of the limits of the recipient", () => {
    for (const limited of [
      { usage: usedOf({ daySum: BASIC.in_day_sum }, TODAY, "in") },
      { usage: usedOf({ monthCount: BASIC.in_month_count }, TODAY, "in") },
      { siblingsMinor: BASIC.balance },
    ]) {
      const [me, you] = [payer(), walletOf(id("usr"), limited)];
      const { transactions } = transactionsOf([caseOf(me, you, 1n)], [me, you]);
      expect(transactions[0]).toMatchObject({ failureCode: "recipient_not_found" });
      expect(transactions[0]).not.toHaveProperty("limitBreach");
    }
  });

  it("limits the balance of all wallets of the currency together", () => {
    const me = walletOf(id("usr"), { siblingsMinor: BASIC.balance - 11n }, { balanceMinor: 5n });
    const { transactions } = transactionsOf([caseOf(null, me, 6n), caseOf(null, me, 1n)], [me]);
    expect(transactions[0]?.status).toBe("success");
    expect(transactions[1]?.limitBreach).toEqual({
      rule: "balance",
      currency: DEFAULT_CURRENCY,
      limit: `${BASIC.balance}`,
      remaining: "0",
      resetsAtMs: null,
    });
  });
});

describe("one person", () => {
  it("has one budget for all wallets of a currency", () => {
    const me = payer({ usage: usedOf({ dayCount: BASIC.out_day_count - 1n }) });
    const second: LockedWallet = {
      ...payer({}, { ownerId: me.ownerId, limitsWalletId: me.id }),
      person: undefined as never,
    };
    const to = shop();
    const { transactions, usageOf } = transactionsOf(
      [caseOf(second, to, 5n), caseOf(me, to, 5n)],
      [me, second, to],
    );
    expect(transactions.map(({ status }) => status)).toEqual(["success", "failed"]);
    expect(usageOf(me)?.out).toMatchObject({ daySum: 5n, dayCount: BASIC.out_day_count });
  });

  it("moves money between own wallets without counting it", () => {
    const me = payer({ usage: usedOf({ dayCount: BASIC.out_day_count }) });
    const second: LockedWallet = {
      ...payer({}, { ownerId: me.ownerId, limitsWalletId: me.id, balanceMinor: 0n }),
      person: undefined as never,
    };
    const { transactions, usageOf, dates } = transactionsOf(
      [caseOf(me, second, BASIC.out_day_sum * 2n)],
      [me, second],
    );
    expect(transactions[0]).toMatchObject({ status: "success" });
    expect(dates).toEqual([undefined]);
    expect(usageOf(me)).toEqual(me.person?.usage);
  });

  it("keeps the balance of the other wallets current within a batch", () => {
    const me = walletOf(id("usr"), { siblingsMinor: BASIC.balance - 10n });
    const second = walletOf(
      me.ownerId,
      {},
      {
        limitsWalletId: me.id,
        balanceMinor: BASIC.balance - 10n,
        person: undefined as never,
      },
    );
    const { transactions } = transactionsOf(
      [caseOf(null, second, 10n), caseOf(null, me, 1n)],
      [me, second],
    );
    expect(transactions.map(({ status }) => status)).toEqual(["success", "failed"]);
  });

  it("may lower own limits; a raise applies from its time on", () => {
    const to = shop();
    const own = (limit: string | null, atMs: number): OwnLimits => ({
      day_sum: { limit: "100", next: { limit, atMs } },
    });
    const statusWith = (limits: OwnLimits, amountMinor: bigint) => {
      const me = payer({ own: limits });
      return transactionsOf([caseOf(me, to, amountMinor)], [me, to]).transactions[0];
    };
    expect(statusWith(own("500", AT + 1), 100n)?.status).toBe("success");
    expect(statusWith(own("500", AT + 1), 101n)?.limitBreach).toMatchObject({ limit: "100" });
    expect(statusWith(own("500", AT), 500n)?.status).toBe("success");
    expect(statusWith(own("500", AT), 501n)?.limitBreach).toMatchObject({ limit: "500" });
    expect(statusWith(own(null, AT), 501n)?.status).toBe("success");
    expect(statusWith({ day_count: { limit: "0" } }, 1n)?.limitBreach).toMatchObject({
      rule: "out_day_count",
      limit: "0",
    });
    const above: OwnLimits = { operation_sum: { limit: `${BASIC.out_operation_sum * 9n}` } };
    expect(statusWith(above, BASIC.out_operation_sum + 1n)?.limitBreach).toMatchObject({
      limit: `${BASIC.out_operation_sum}`,
    });
  });

  it.each(["basic", "verified", "merchant"] as const)("of the tier %s has its limits", (tier) => {
    const limits = tierLimits("production", tier, DEFAULT_CURRENCY);
    const [me, to] = [payer({ tier }), shop()];
    const amounts = [limits.out_operation_sum, limits.out_operation_sum + 1n];
    const results = amounts.map(
      (amount) => transactionsOf([caseOf(me, to, amount)], [me, to]).transactions[0]?.status,
    );
    expect(results).toEqual(["success", "failed"]);
  });
});

describe("windows", () => {
  it("turn on a later date: the day's on each, the month's with the month", () => {
    const used = { daySum: 1n, dayCount: 1n, monthSum: 1n, monthCount: 1n };
    for (const [date, month] of [
      [YESTERDAY, 6n],
      [LAST_MONTH, 5n],
    ] as const) {
      const [me, to] = [payer({ usage: usedOf(used, date) }), shop()];
      const { usageOf, dates } = transactionsOf([caseOf(me, to, 5n)], [me, to]);
      expect(usageOf(me)).toMatchObject({
        date: TODAY,
        out: { daySum: 5n, dayCount: 1n, monthSum: month },
      });
      expect(dates).toEqual([TODAY]);
    }
  });

  it("never turn back, so a change of the zone opens no second window on a date", () => {
    const ahead = "2026-11-29" as LocalDate;
    const [me, to] = [payer({ usage: usedOf({ daySum: BASIC.out_day_sum }, ahead) }), shop()];
    const { transactions } = transactionsOf([caseOf(me, to, 1n)], [me, to]);
    expect(transactions[0]?.limitBreach).toMatchObject({
      rule: "out_day_sum",
      resetsAtMs: NOW.tomorrowMs + 86_400_000,
    });
    const january = "2026-12-01" as LocalDate;
    const other = payer({ usage: usedOf({ monthCount: BASIC.out_month_count }, january) });
    expect(
      transactionsOf([caseOf(other, to, 1n)], [other, to]).transactions[0]?.limitBreach,
    ).toMatchObject({ rule: "out_month_count", resetsAtMs: Date.UTC(2026, 11, 31, 21) });
  });

  it("are one date for both people of a payment", () => {
    const ahead = "2026-11-29" as LocalDate;
    const [me, you] = [payer({ usage: usedOf({ daySum: 9n }, TODAY) }), shop()];
    const later = { ...you, person: { ...you.person, usage: usedOf({}, ahead) } } as LockedWallet;
    const { usageOf, dates } = transactionsOf([caseOf(me, later, 5n)], [me, later]);
    expect(dates).toEqual([ahead]);
    expect(usageOf(me)).toMatchObject({ date: ahead, out: { daySum: 5n, monthSum: 5n } });
  });
});

describe("what is given back", () => {
  const USED = usedOf({ daySum: 90n, dayCount: 1n, monthSum: 90n, monthCount: 1n });

  function holdOf(from: LockedWallet, to: LockedWallet, countedOn: LocalDate): LockedHold {
    return {
      id: id("hld") as HoldId,
      purpose: "payment",
      fromWalletId: from.id,
      toWalletId: to.id,
      currency: DEFAULT_CURRENCY,
      amountMinor: 90n,
      capturedMinor: 0n,
      state: "open",
      isPayerVoidable: true,
      note: null,
      createdAtMs: AT,
      expiresAtMs: unixMs(AT + 1),
      closedAtMs: null,
      countedOn,
    };
  }

  const originalOn = (on: LocalDate) => ({ countedOn: { out: on, in: on } }) as LockedOriginal;

  /** Counts a posting of two people, with this hold in the batch, and returns their usage. */
  function counted(
    type: "HOLD" | "AMENDMENT" | "CAPTURE" | "RELEASE" | "REFUND" | "REVERSAL",
    [from, to]: readonly [LockedWallet, LockedWallet],
    sides: readonly [amountMinor: bigint, heldMinor: bigint, received: bigint],
    { hold, isNew = false, on }: { hold?: LockedHold; isNew?: boolean; on?: LocalDate } = {},
  ) {
    const links = hold && !isNew ? { holdId: hold.id } : {};
    const one = caseOf(from, to, 90n, { type, links });
    const rows = rowsOf([from, to]);
    const holds = new Map(hold && !isNew ? [[hold.id, hold]] : []);
    const batch = newBatch({ ...rows, holds });
    const [amountMinor, heldMinor, received] = sides;
    const after = posting(
      [
        { wallet: from, amountMinor, heldMinor },
        { wallet: to, amountMinor: received },
      ],
      { ...(hold && { holds: [hold] }), ...(on && { original: originalOn(on) }) },
    );
    const date = limitFailure(one, after, batch) ?? countLimits(one, after, batch);
    const usage = ({ id: walletId }: LockedWallet) => batch.wallets.get(walletId)?.person?.usage;
    return { date, payer: usage(from), payee: usage(to) };
  }

  it("a hold counts out when it is placed, and its capture counts in only", () => {
    const people = [payer(), shop()] as const;
    const hold = holdOf(...people, TODAY);
    const placed = counted("HOLD", people, [0n, 90n, 0n], { hold, isNew: true });
    expect(placed).toMatchObject({
      date: TODAY,
      payer: { out: { daySum: 90n, dayCount: 1n } },
      payee: UNUSED,
    });
    const captured = counted("CAPTURE", people, [-90n, -90n, 90n], { hold });
    expect(captured).toMatchObject({
      payer: UNUSED,
      payee: { in: { daySum: 90n, dayCount: 1n } },
    });
  });

  it("a raised hold counts what it grows by, no operation, and its total against one operation", () => {
    const people = [payer({ usage: USED }), shop()] as const;
    const raised = { ...holdOf(...people, TODAY), amountMinor: 100n };
    expect(counted("AMENDMENT", people, [0n, 10n, 0n], { hold: raised }).payer?.out).toEqual({
      daySum: 100n,
      dayCount: 1n,
      monthSum: 100n,
      monthCount: 1n,
    });
    const total = { ...raised, amountMinor: BASIC.out_operation_sum + 1n };
    expect(counted("AMENDMENT", people, [0n, 10n, 0n], { hold: total }).date).toMatchObject({
      code: "limit_exceeded",
      limitBreach: { rule: "out_operation_sum" },
    });
  });

  it.each([
    ["the same day", TODAY, { daySum: 0n, monthSum: 0n }],
    ["an earlier day of the month", YESTERDAY, { daySum: 90n, monthSum: 0n }],
    ["an earlier month", LAST_MONTH, { daySum: 90n, monthSum: 90n }],
  ])("a void, and the rest of a final capture, of %s", (_, countedOn, left) => {
    const people = [payer({ usage: USED }), shop()] as const;
    const hold = holdOf(...people, countedOn);
    const voided = counted("RELEASE", people, [0n, -90n, 0n], { hold });
    expect(voided.payer?.out).toEqual({ ...left, dayCount: 1n, monthCount: 1n });
    const half = counted("CAPTURE", people, [-30n, -90n, 30n], { hold });
    const given = countedOn === TODAY ? 30n : 90n;
    expect(half.payer?.out.daySum).toBe(given);
    expect(half.payee?.in.daySum).toBe(30n);
  });

  it("an expired hold, by the commit that touches its wallet", () => {
    const [me, to] = [payer({ usage: USED }, { heldMinor: 90n }), shop()];
    const hold = { ...holdOf(me, to, TODAY), expiresAtMs: AT };
    const rows = { ...rowsOf([me, to]), holds: new Map([[hold.id, hold]]) };
    const { wallets } = decide([caseOf(me, to, 5n)], rows);
    const after = wallets.find(({ id: walletId }) => walletId === me.id);
    expect(after).toMatchObject({ heldMinor: 0n, balanceMinor: RICH - 5n });
    expect(after?.person?.usage.out).toMatchObject({ daySum: 5n, dayCount: 2n, monthSum: 5n });
  });

  it.each([
    ["the same day", TODAY, 0n, 0n],
    ["an earlier day of the month", YESTERDAY, 90n, 0n],
    ["an earlier month", LAST_MONTH, 90n, 90n],
  ])("a refund of %s, to both people", (_, on, day, month) => {
    const received = usedOf({ daySum: 90n, monthSum: 90n }, TODAY, "in");
    const people = [payer({ usage: received }), payer({ usage: USED })] as const;
    const refunded = counted("REFUND", people, [-90n, 0n, 90n], { on });
    expect(refunded.date).toBeNull();
    expect(refunded.payer?.in).toMatchObject({ daySum: day, monthSum: month });
    expect(refunded.payee?.out).toMatchObject({ daySum: day, monthSum: month });
  });

  it("a refund of what was never counted, and an act of operators, change nothing", () => {
    const people = [payer({ usage: USED }), payer({ usage: USED })] as const;
    for (const type of ["REFUND", "REVERSAL"] as const) {
      const after = counted(type, people, [-90n, 0n, 90n]);
      expect(after).toEqual({ date: null, payer: USED, payee: USED });
    }
  });
});

describe("an exchange", () => {
  const USD = currencyOf("USD").code;
  const usdOf = (ownerId: UserId, limited: Limited = {}) =>
    walletOf(ownerId, limited, { currency: USD });
  const LIQUIDITY: readonly WalletId[] = [id("wal"), id("wal")];

  function exchanged(from: LockedWallet, to: LockedWallet, [sold, bought]: [bigint, bigint]) {
    const one = caseOf(from, to, sold, {
      type: from.ownerId === to.ownerId ? "EXCHANGE" : "TRANSFER",
    });
    const batch = newBatch(rowsOf([from, to]));
    const [source, target] = LIQUIDITY as [WalletId, WalletId];
    const after = posting([
      { wallet: from, amountMinor: -sold },
      { wallet: source, amountMinor: sold },
      { wallet: target, currency: USD, amountMinor: -bought },
      { wallet: to, amountMinor: bought },
    ]);
    const failure = limitFailure(one, after, batch);
    const date = failure ? null : countLimits(one, after, batch);
    const usage = ({ id: walletId }: LockedWallet) => batch.wallets.get(walletId)?.person?.usage;
    return { failure, date, payer: usage(from), payee: usage(to) };
  }

  it("into another person's currency counts out in the source and in in the target", () => {
    const me = payer();
    expect(exchanged(me, usdOf(id("usr")), [5_000n, 10n])).toMatchObject({
      failure: null,
      date: TODAY,
      payer: { out: { daySum: 5_000n, dayCount: 1n }, in: { daySum: 0n } },
      payee: { in: { daySum: 10n, dayCount: 1n }, out: { daySum: 0n } },
    });
  });

  it("between own wallets counts out only, and the balance that it adds to is limited", () => {
    const me = payer();
    const mine = usdOf(me.ownerId);
    expect(exchanged(me, mine, [5_000n, 10n])).toMatchObject({
      failure: null,
      date: TODAY,
      payer: { out: { daySum: 5_000n, dayCount: 1n, monthSum: 5_000n, monthCount: 1n } },
      payee: UNUSED,
    });
    const limit = BASIC.out_operation_sum;
    const rich = payer();
    expect(exchanged(rich, usdOf(rich.ownerId), [limit + 1n, 10n]).failure).toMatchObject({
      code: "limit_exceeded",
      limitBreach: { rule: "out_operation_sum" },
    });
    const { balance } = tierLimits("production", "basic", USD);
    expect(exchanged(me, mine, [5_000n, balance + 1n]).failure).toMatchObject({
      code: "limit_exceeded",
      limitBreach: { rule: "balance", currency: USD },
    });
  });
});

it("counts in a batch exactly what its successful payments move, and never above a limit", () => {
  const payment = fc.record({
    from: fc.integer({ min: 0, max: 2 }),
    to: fc.integer({ min: 0, max: 2 }),
    amount: fc.bigInt({ min: 1n, max: BASIC.out_operation_sum * 2n }),
  });
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 60 }), (payments) => {
      const people = [payer(), payer(), payer()].map((wallet) => ({
        ...wallet,
        balanceMinor: BASIC.balance / 2n,
      }));
      const cases = payments.flatMap(({ from, to, amount }) =>
        from === to ? [] : [caseOf(people[from] ?? null, people[to] ?? null, amount)],
      );
      const { verdicts, wallets } = decide(cases, rowsOf(people));
      for (const { id: walletId, person } of wallets) {
        const moved = verdicts.flatMap((v) =>
          v.kind === "recorded" && v.transaction.status === "success" ? [v.transaction] : [],
        );
        const sum = (side: "fromWalletId" | "toWalletId") =>
          moved.filter((t) => t[side] === walletId).reduce((all, t) => all + t.amountMinor, 0n);
        expect(person?.usage.out.daySum ?? 0n).toBe(sum("fromWalletId"));
        expect(person?.usage.in.monthSum ?? 0n).toBe(sum("toWalletId"));
        expect(sum("fromWalletId")).toBeLessThanOrEqual(BASIC.out_day_sum);
        expect(sum("toWalletId")).toBeLessThanOrEqual(BASIC.in_day_sum);
      }
    }),
    { numRuns: 60 },
  );
});
