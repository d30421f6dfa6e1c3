import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BALANCE_MINOR_MAX,
  OPEN_WITHDRAWALS_PER_WALLET_MAX,
} from "../../../../src/domain/bounds.ts";
import { DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import { type FundingEventType, holdIdOf } from "../../../../src/domain/funding.ts";
import { reservedMinor } from "../../../../src/domain/hold.ts";
import { type FundingId, newId, type TransactionId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import type { TransactionType } from "../../../../src/domain/transaction.ts";
import type { Case, Decision, LockedHold, LockedWallet } from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";
import type { LockedFunding } from "../../../../src/ledger/funding-case.ts";
import { judgedCase } from "../../../../src/ledger/judged-case.ts";
import type { LockedProposal } from "../../../../src/ledger/proposal-case.ts";

const AT = unixMs(Date.UTC(2026, 10, 28));
const LATER = unixMs(AT + 1_000);
const OUTSIDE = newId("wal", AT);

const walletOf = (change: Partial<LockedWallet> = {}): LockedWallet => ({
  id: newId("wal", AT),
  ownerId: newId("usr", AT),
  currency: DEFAULT_CURRENCY,
  status: "active",
  balanceMinor: 1_000n,
  heldMinor: 0n,
  seq: 3n,
  ...change,
});

const fundingOf = (wallet: LockedWallet, change: Partial<LockedFunding> = {}): LockedFunding => ({
  id: newId("dpi", AT),
  direction: "deposit",
  userId: wallet.ownerId,
  walletId: wallet.id,
  amountMinor: 100n,
  currency: wallet.currency,
  status: "pending",
  reference: "FND-1",
  paymentId: null,
  failureCode: null,
  createdAtMs: AT,
  expiresAtMs: LATER,
  completedAtMs: null,
  events: new Map(),
  isNew: false,
  decisions: [],
  ...change,
});

/** The same with these events, each by the transaction that carries it out. */
const withEvents = (
  funding: LockedFunding,
  ...events: (readonly [TransactionId, FundingEventType])[]
): LockedFunding => ({
  ...funding,
  events: new Map(events.map(([id, type]) => [id, { type, paymentId: `p-${id}` }])),
});

const holdOf = (wallet: LockedWallet, { id, amountMinor }: LockedFunding): LockedHold => ({
  id: holdIdOf(id),
  purpose: "withdrawal",
  fromWalletId: wallet.id,
  toWalletId: null,
  currency: wallet.currency,
  amountMinor,
  capturedMinor: 0n,
  state: "open",
  isPayerVoidable: false,
  note: null,
  createdAtMs: AT,
  expiresAtMs: null,
  closedAtMs: null,
});

/** A command of the service about this deposit or withdrawal. */
function caseOf(
  type: TransactionType,
  wallet: LockedWallet,
  fundingId: FundingId,
  change: Partial<Case["command"]> = {},
): Case {
  const side = { by: "id", walletId: wallet.id } as const;
  const isIn = type === "DEPOSIT";
  return judgedCase({
    command: {
      kind: "money",
      transactionId: newId("txn", AT),
      createdAtMs: AT,
      type,
      actorId: wallet.ownerId,
      sessionId: null,
      amountMinor: 100n,
      currency: wallet.currency,
      from: isIn ? null : side,
      to: isIn ? side : null,
      links: isIn ? { fundingId } : { fundingId, holdId: holdIdOf(fundingId) },
      note: null,
      idempotency: null,
      recipientCounterKey: null,
      reachesUnverifiedPhones: true,
      isDryRun: false,
      ...change,
    },
    viaWalletId: wallet.id,
    fromWalletId: isIn ? null : wallet.id,
    toWalletId: isIn ? wallet.id : null,
    counterWalletId: OUTSIDE,
  });
}

interface Locked {
  readonly wallet: LockedWallet;
  readonly funding?: readonly LockedFunding[];
  readonly holds?: readonly LockedHold[];
  readonly proposals?: readonly LockedProposal[];
  readonly nowMs?: typeof AT;
}

const decided = (
  cases: readonly Case[],
  { wallet, funding = [], holds = [], proposals = [], nowMs = AT }: Locked,
): Decision =>
  decide(cases, {
    wallets: new Map([[wallet.id, wallet]]),
    holds: new Map(holds.map((hold) => [hold.id, hold])),
    funding: new Map(funding.map((one) => [one.id, one])),
    proposals: new Map(proposals.map((one) => [one.id, one])),
    nowMs,
  });

const codesOf = ({ verdicts }: Decision) =>
  verdicts.map((verdict) => {
    if (verdict.kind === "refused") return verdict.code;
    return verdict.kind === "recorded" ? (verdict.transaction.failureCode ?? "ok") : verdict.kind;
  });

describe("the credit of a deposit", () => {
  it("moves the money once, for the first of two events in one batch", () => {
    const wallet = walletOf();
    const deposit = fundingOf(wallet);
    const cases = [caseOf("DEPOSIT", wallet, deposit.id), caseOf("DEPOSIT", wallet, deposit.id)];
    const [first = newId("txn", AT), second = newId("txn", AT)] = cases.map(
      ({ command }) => command.transactionId,
    );
    const funding = [
      withEvents(deposit, [first, "deposit.succeeded"], [second, "deposit.succeeded"]),
    ];
    const decision = decided(cases, { wallet, funding });
    expect(codesOf(decision)).toEqual(["ok", "deposit_not_found"]);
    expect(decision.wallets).toMatchObject([{ balanceMinor: 1_100n, seq: 4n }]);
    expect(decision.entries.map(({ amountMinor }) => amountMinor)).toEqual([-100n, 100n]);
    expect(decision.funding).toMatchObject([
      {
        status: "succeeded",
        paymentId: `p-${first}`,
        completedAtMs: AT,
        decisions: [{ eventId: first, reason: null }],
      },
    ]);
  });

  it("is refused without its event, late, by a session, and on other terms", () => {
    const wallet = walletOf();
    const deposit = fundingOf(wallet);
    const one = caseOf("DEPOSIT", wallet, deposit.id);
    const { transactionId } = one.command;
    const ready = withEvents(deposit, [transactionId, "deposit.succeeded"]);
    const refused = (found: LockedFunding, command: Partial<Case["command"]> = {}, nowMs = AT) => {
      const changed = { ...one, command: { ...one.command, ...command } };
      const decision = decided([changed], { wallet, funding: [found], nowMs });
      return [...codesOf(decision), decision.entries.length, decision.funding.length];
    };
    const none = ["deposit_not_found", 0, 0];
    expect(refused(ready)).toEqual(["ok", 2, 1]);
    expect(refused(deposit)).toEqual(none);
    expect(refused(withEvents(deposit, [transactionId, "deposit.failed"]))).toEqual(none);
    expect(refused(withEvents(deposit, [newId("txn", AT), "deposit.succeeded"]))).toEqual(none);
    expect(refused(ready, {}, LATER)).toEqual(none);
    expect(refused(ready, { sessionId: newId("ses", AT) })).toEqual(none);
    expect(refused(ready, { amountMinor: 101n })).toEqual(none);
    expect(refused({ ...ready, walletId: newId("wal", AT) })).toEqual(none);
    expect(refused({ ...ready, userId: newId("usr", AT) })).toEqual(none);
    expect(refused({ ...ready, direction: "withdrawal" })).toEqual(none);
    for (const status of ["succeeded", "failed", "expired"] as const) {
      expect(refused({ ...ready, status })).toEqual(none);
    }
  });

  it.each([
    [{ status: "frozen", freezeScope: "both" }, "wallet_frozen"],
    [{ status: "frozen", freezeScope: "credits" }, "wallet_frozen"],
    [{ status: "closed", balanceMinor: 0n }, "wallet_closed"],
    [{ balanceMinor: BALANCE_MINOR_MAX - 99n }, "balance_limit_exceeded"],
  ] as const)(
    "fails with its deposit when the wallet is %o, and the money waits",
    (change, code) => {
      const wallet = walletOf(change);
      const one = caseOf("DEPOSIT", wallet, newId("dpi", AT));
      const { fundingId = newId("dpi", AT) } = one.command.links;
      const deposit = fundingOf(wallet, { id: fundingId });
      const funding = [withEvents(deposit, [one.command.transactionId, "deposit.succeeded"])];
      const decision = decided([one], { wallet, funding });
      expect(codesOf(decision)).toEqual([code]);
      expect(decision.wallets).toEqual([]);
      expect(decision.funding).toMatchObject([
        { status: "failed", failureCode: code, paymentId: null, decisions: [{ reason: code }] },
      ]);
    },
  );
});

describe("a withdrawal", () => {
  const reserve = (wallet: LockedWallet, change: Partial<Case["command"]> = {}) =>
    caseOf("HOLD", wallet, newId("pay", AT), { sessionId: newId("ses", AT), ...change });

  it("reserves what is available, and no more", () => {
    const wallet = walletOf({ balanceMinor: 250n, heldMinor: 20n });
    const decision = decided([reserve(wallet), reserve(wallet), reserve(wallet)], { wallet });
    expect(codesOf(decision)).toEqual(["ok", "ok", "insufficient_funds"]);
    expect(decision.wallets).toMatchObject([{ balanceMinor: 250n, heldMinor: 220n, seq: 3n }]);
    expect(decision.entries).toEqual([]);
    expect(decision.holds).toHaveLength(2);
    expect(decision.funding).toMatchObject([{ status: "pending" }, { status: "pending" }]);
    const failed = decision.verdicts[2];
    expect(failed).toMatchObject({ transaction: { type: "HOLD", links: {} } });
  });

  it(`is one of at most ${OPEN_WITHDRAWALS_PER_WALLET_MAX} of a wallet, those of the batch counted`, () => {
    const wallet = walletOf();
    const openWithdrawals = new Map([[wallet.id, OPEN_WITHDRAWALS_PER_WALLET_MAX - 1]]);
    const rows = { wallets: new Map([[wallet.id, wallet]]), holds: new Map(), nowMs: AT };
    const decision = decide([reserve(wallet), reserve(wallet)], { ...rows, openWithdrawals });
    expect(codesOf(decision)).toEqual(["ok", "hold_limit_reached"]);
  });

  it("writes nothing for a dry run", () => {
    const wallet = walletOf();
    const decision = decided([reserve(wallet, { isDryRun: true })], { wallet });
    expect(decision.verdicts[0]?.kind).toBe("previewed");
    expect([decision.wallets, decision.holds, decision.funding]).toEqual([[], [], []]);
  });

  /** An open withdrawal of 100 with the hold, in a batch with these steps. */
  function settle(
    steps: readonly (readonly ["WITHDRAW" | "RELEASE", FundingEventType | null])[],
    nowMs = AT,
    change: Partial<LockedWallet> = {},
  ) {
    const wallet = walletOf({ heldMinor: 100n, ...change });
    const withdrawal = fundingOf(wallet, {
      id: newId("pay", AT),
      direction: "withdrawal",
      status: "sent",
    });
    const cases = steps.map(([type]) => caseOf(type, wallet, withdrawal.id));
    const events = steps.flatMap(([, event], i) => {
      const id = cases[i]?.command.transactionId;
      return event && id ? [[id, event] as const] : [];
    });
    const funding = [withEvents(withdrawal, ...events)];
    return decided(cases, { wallet, funding, holds: [holdOf(wallet, withdrawal)], nowMs });
  }

  it("ends once, by whatever comes first in a batch", () => {
    const paid = ["WITHDRAW", "payout.succeeded"] as const;
    const failed = ["RELEASE", "payout.failed"] as const;
    const settled = settle([paid, failed, paid]);
    expect(codesOf(settled)).toEqual(["ok", "withdrawal_not_found", "withdrawal_not_found"]);
    expect(settled.wallets).toMatchObject([{ balanceMinor: 900n, heldMinor: 0n, seq: 4n }]);
    expect(settled.holds).toMatchObject([{ state: "captured", capturedMinor: 100n }]);
    const released = settle([failed, paid]);
    expect(codesOf(released)).toEqual(["ok", "withdrawal_not_found"]);
    expect(released.wallets).toMatchObject([{ balanceMinor: 1_000n, heldMinor: 0n, seq: 3n }]);
    expect(released.holds).toMatchObject([{ state: "voided", capturedMinor: 0n }]);
    expect(released.funding).toMatchObject([
      { status: "failed", failureCode: "provider_failed", decisions: [{ reason: null }] },
    ]);
  });

  it("is settled although the wallet is frozen: the money has left", () => {
    const decision = settle([["WITHDRAW", "payout.succeeded"]], AT, {
      status: "frozen",
      freezeScope: "both",
    });
    expect(codesOf(decision)).toEqual(["ok"]);
  });

  it("is neither settled nor released without an event of its kind, before its time-out", () => {
    for (const step of [
      ["WITHDRAW", null],
      ["WITHDRAW", "payout.failed"],
      ["RELEASE", null],
      ["RELEASE", "payout.succeeded"],
    ] as const) {
      const decision = settle([step]);
      expect(codesOf(decision)).toEqual(["withdrawal_not_found"]);
      expect([decision.wallets, decision.holds, decision.funding]).toEqual([[], [], []]);
    }
    const overdue = settle([["RELEASE", null]], LATER);
    expect(overdue.funding).toMatchObject([{ status: "timed_out", failureCode: null }]);
    expect(overdue.wallets).toMatchObject([{ heldMinor: 0n }]);
  });

  it("keeps held equal to the open holds, and money neither made nor lost, in every order", () => {
    const step = fc.tuple(
      fc.constantFrom("HOLD", "WITHDRAW", "RELEASE", "DEPOSIT" as const),
      fc.nat(3),
      fc.bigInt(1n, 400n),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const start = walletOf({ balanceMinor: 700n });
        const ids = [0, 1, 2, 3].map(() => newId("pay", AT));
        const placed = new Map<number, bigint>();
        const cases = steps.flatMap(([type, at, amountMinor]) => {
          const id = ids[at] ?? newId("pay", AT);
          if (type === "DEPOSIT") return [];
          if (type !== "HOLD")
            return [caseOf(type, start, id, { amountMinor: placed.get(at) ?? 1n })];
          if (placed.has(at)) return [];
          placed.set(at, amountMinor);
          return [caseOf("HOLD", start, id, { amountMinor, sessionId: newId("ses", AT) })];
        });
        const events = cases.map(({ command }) => {
          const type = command.type === "WITHDRAW" ? "payout.succeeded" : "payout.failed";
          return [command.transactionId, type] as const;
        });
        // First the holds in one batch, then what ends them in another.
        const holding = decided(
          cases.filter(({ command }) => command.type === "HOLD"),
          {
            wallet: start,
          },
        );
        const wallet = holding.wallets[0] ?? start;
        const ending = decided(
          cases.filter(({ command }) => command.type !== "HOLD"),
          {
            wallet,
            holds: holding.holds,
            funding: holding.funding.map((one) => withEvents(one, ...events)),
          },
        );
        const end = ending.wallets[0] ?? wallet;
        const holds = new Map([...holding.holds, ...ending.holds].map((hold) => [hold.id, hold]));
        const reserved = [...holds.values()].reduce((sum, hold) => sum + reservedMinor(hold), 0n);
        const left = [...holds.values()].reduce((sum, hold) => sum + hold.capturedMinor, 0n);
        expect(end.heldMinor).toBe(reserved);
        expect(end.balanceMinor).toBe(700n - left);
        expect(end.balanceMinor).toBeGreaterThanOrEqual(end.heldMinor);
        expect(ending.entries.reduce((sum, entry) => sum + entry.amountMinor, 0n)).toBe(0n);
      }),
    );
  });
});

describe("an adjustment", () => {
  const wallet = walletOf();
  const checker = newId("usr", AT);
  const proposalOf = (change: Partial<LockedProposal> = {}): LockedProposal => ({
    id: newId("prp", AT),
    kind: "adjustment",
    userId: wallet.ownerId,
    walletId: wallet.id,
    amountMinor: 100n,
    currency: wallet.currency,
    direction: "credit",
    reversesId: null,
    shortfall: null,
    reason: "goodwill",
    proposedBy: newId("usr", AT),
    isOpen: true,
    approvers: new Set([checker]),
    approvedBy: null,
    ...change,
  });
  function adjust(proposal: LockedProposal, change: Partial<Case["command"]> = {}, times = 1) {
    const side = { by: "id", walletId: wallet.id } as const;
    const isDebit = proposal.direction === "debit";
    const one = () => {
      const made = caseOf(isDebit ? "WITHDRAW" : "DEPOSIT", wallet, newId("dpi", AT));
      const command = {
        ...made.command,
        type: "ADJUSTMENT" as const,
        actorId: checker,
        sessionId: newId("ses", AT),
        from: isDebit ? side : null,
        to: isDebit ? null : side,
        links: { proposalId: proposal.id },
        ...change,
      };
      return { ...made, command };
    };
    return decided(Array.from({ length: times }, one), { wallet, proposals: [proposal] });
  }

  it("moves the money once, however often it is approved in one batch", () => {
    const decision = adjust(proposalOf(), {}, 3);
    expect(codesOf(decision)).toEqual(["ok", "proposal_not_found", "proposal_not_found"]);
    expect(decision.wallets).toMatchObject([{ balanceMinor: 1_100n }]);
    expect(decision.proposals).toMatchObject([{ approvedBy: checker }]);
    const debit = adjust(proposalOf({ direction: "debit" }));
    expect(debit.wallets).toMatchObject([{ balanceMinor: 900n }]);
    expect(debit.entries.map(({ amountMinor }) => amountMinor)).toEqual([-100n, 100n]);
  });

  it("needs another admin than the proposer and the owner, and the terms of the proposal", () => {
    const admins = { approvers: new Set([checker, wallet.ownerId]) };
    expect(codesOf(adjust(proposalOf({ isOpen: false })))).toEqual(["proposal_not_found"]);
    expect(codesOf(adjust(proposalOf({ approvers: new Set() })))).toEqual(["role_required"]);
    expect(codesOf(adjust(proposalOf({ proposedBy: checker })))).toEqual([
      "other_operator_required",
    ]);
    const owner = { actorId: wallet.ownerId };
    expect(codesOf(adjust(proposalOf(admins), owner))).toEqual(["own_account"]);
    for (const change of [{ amountMinor: 101n }, { walletId: newId("wal", AT) }] as const) {
      expect(codesOf(adjust(proposalOf(change)))).toEqual(["proposal_not_found"]);
    }
    expect(codesOf(adjust(proposalOf({ kind: "reversal" })))).toEqual(["proposal_not_found"]);
    expect(codesOf(adjust(proposalOf(), { links: {} }))).toEqual(["proposal_not_found"]);
  });

  it("fails, and leaves the proposal open, when the wallet has too little", () => {
    const decision = adjust(proposalOf({ direction: "debit", amountMinor: 1_001n }), {
      amountMinor: 1_001n,
    });
    expect(codesOf(decision)).toEqual(["insufficient_funds"]);
    expect([decision.wallets, decision.proposals]).toEqual([[], []]);
  });
});
