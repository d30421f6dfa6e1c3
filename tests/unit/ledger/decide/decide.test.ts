import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BALANCE_MINOR_MAX } from "../../../../src/domain/bounds.ts";
import type { MoneyCommand, WalletAddress } from "../../../../src/domain/command.ts";
import { currencyOf, DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import { newId, type UserId, type WalletId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import type { WalletStatus } from "../../../../src/domain/wallet.ts";
import type { Case, LockedRows, LockedWallet } from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";
import { judgedCase } from "../../../../src/ledger/judged-case.ts";

const USD = currencyOf("USD").code;
const AT = unixMs(Date.UTC(2026, 10, 23));
const id = <P extends "usr" | "wal" | "txn" | "ses">(prefix: P) => newId(prefix, AT);
const OUTSIDE = id("wal");
const byId = (walletId: WalletId): WalletAddress => ({ by: "id", walletId });

function walletOf(ownerId: UserId, change: Partial<LockedWallet> = {}): LockedWallet {
  const base = {
    id: id("wal"),
    ownerId,
    currency: DEFAULT_CURRENCY,
    status: "active" as WalletStatus,
  };
  return { ...base, balanceMinor: 1_000n, heldMinor: 0n, seq: 7n, ...change };
}

function caseOf(
  from: LockedWallet | null,
  to: LockedWallet | null,
  change: Partial<MoneyCommand> = {},
): Case {
  const actorId = (from ?? to)?.ownerId ?? id("usr");
  return judgedCase({
    command: {
      kind: "money",
      transactionId: id("txn"),
      createdAtMs: AT,
      type: from && to ? "TRANSFER" : from ? "WITHDRAW" : "DEPOSIT",
      actorId,
      sessionId: id("ses"),
      amountMinor: 100n,
      currency: DEFAULT_CURRENCY,
      from: from && byId(from.id),
      to: to && byId(to.id),
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
    counterWalletId: from && to ? null : OUTSIDE,
  });
}

const lockedMap = (...wallets: LockedWallet[]): LockedRows => ({
  wallets: new Map(wallets.map((w) => [w.id, w])),
  holds: new Map(),
  nowMs: AT,
});
const failureOf = (one: Case, ...wallets: LockedWallet[]) => {
  const [verdict] = decide([one], lockedMap(...wallets)).verdicts;
  return verdict?.kind === "recorded" ? verdict.transaction.failureCode : verdict;
};

const me = id("usr");
const you = id("usr");

describe("decide", () => {
  it("moves the amount from one wallet to the other and numbers both legs", () => {
    const mine = walletOf(me);
    const yours = walletOf(you, { balanceMinor: 5n, seq: 0n });
    const { verdicts, entries, wallets } = decide([caseOf(mine, yours)], lockedMap(mine, yours));
    expect(wallets.map((w) => [w.id, w.balanceMinor, w.seq])).toEqual([
      [mine.id, 900n, 8n],
      [yours.id, 105n, 1n],
    ]);
    expect(entries.map((e) => e.amountMinor)).toEqual([-100n, 100n]);
    expect(verdicts[0]).toMatchObject({ transaction: { legs: [{ walletId: mine.id, seq: 8n }] } });
  });

  it("shows both legs when the actor owns both wallets", () => {
    const [mine, mineToo] = [walletOf(me), walletOf(me)];
    const { verdicts } = decide([caseOf(mine, mineToo)], lockedMap(mine, mineToo));
    expect(verdicts[0]).toMatchObject({ transaction: { legs: [{}, {}] } });
  });

  it("decides each command on the balances that the command before it left", () => {
    const mine = walletOf(me, { balanceMinor: 250n });
    const cases = [1, 2, 3].map(() => caseOf(mine, null));
    const { verdicts, wallets } = decide(cases, lockedMap(mine));
    const codes = verdicts.map((v) => v.kind === "recorded" && v.transaction.failureCode);
    expect(codes).toEqual([null, null, "insufficient_funds"]);
    expect(wallets[0]?.balanceMinor).toBe(50n);
  });

  it("does not spend held money", () => {
    const mine = walletOf(me, { balanceMinor: 150n, heldMinor: 51n });
    expect(failureOf(caseOf(mine, null), mine)).toBe("insufficient_funds");
  });

  it("answers the first failure in order of precedence: the actor's own side, then the recipient", () => {
    const poor = { balanceMinor: 0n, currency: USD };
    const yours = walletOf(you, { status: "closed" });
    const frozen = walletOf(me, { ...poor, status: "frozen" });
    const closed = walletOf(me, { ...poor, status: "closed" });
    const foreign = walletOf(me, poor);
    const empty = walletOf(me, { balanceMinor: 0n });
    const unknown = (from: LockedWallet) => ({ ...caseOf(from, yours), toWalletId: null });
    for (const one of [caseOf, (from: LockedWallet) => unknown(from)]) {
      expect(failureOf(one(frozen, yours), frozen, yours)).toBe("wallet_frozen");
      expect(failureOf(one(closed, yours), closed, yours)).toBe("wallet_closed");
      expect(failureOf(one(foreign, yours), foreign, yours)).toBe("currency_mismatch");
      expect(failureOf(one(empty, yours), empty, yours)).toBe("insufficient_funds");
    }
    expect(failureOf(caseOf(frozen, frozen), frozen)).toBe("same_wallet");
    const suspended = { ...caseOf(frozen, frozen), isSuspended: true, lacksStepUp: true };
    expect(failureOf(suspended, frozen)).toBe("account_suspended");
  });

  it.each([
    ["debits", "wallet_frozen", null],
    ["credits", null, "wallet_frozen"],
    ["both", "wallet_frozen", "wallet_frozen"],
  ] as const)(
    "stops a wallet frozen for %s in that direction only",
    (freezeScope, paid, received) => {
      const frozen = walletOf(me, { status: "frozen", freezeScope });
      const open = walletOf(me);
      expect(failureOf(caseOf(frozen, null), frozen)).toBe(paid);
      expect(failureOf(caseOf(null, frozen), frozen)).toBe(received);
      expect(failureOf(caseOf(frozen, open), frozen, open)).toBe(paid);
      expect(failureOf(caseOf(open, frozen), frozen, open)).toBe(received);
      const yours = walletOf(you, { status: "frozen", freezeScope });
      const toOther = received === null ? null : "recipient_not_found";
      expect(failureOf(caseOf(open, yours), open, yours)).toBe(toOther);
    },
  );

  it("answers one code for every recipient who cannot be paid, and shows no wallet of theirs", () => {
    const mine = walletOf(me);
    const recipients = [
      walletOf(you, { status: "frozen" }),
      walletOf(you, { status: "closed" }),
      walletOf(you, { balanceMinor: BALANCE_MINOR_MAX }),
    ];
    for (const yours of recipients) {
      const [verdict] = decide([caseOf(mine, yours)], lockedMap(mine, yours)).verdicts;
      expect(verdict).toMatchObject({
        transaction: { failureCode: "recipient_not_found", toWalletId: null },
      });
    }
    // Whatever its status: the answer must not change when the wallet is frozen.
    for (const status of ["active", "frozen", "closed"] as const) {
      const dollars = walletOf(you, { currency: USD, status });
      expect(decide([caseOf(mine, dollars)], lockedMap(mine, dollars)).verdicts[0]).toMatchObject({
        transaction: { failureCode: "currency_mismatch", toWalletId: null },
      });
    }
  });

  it("tells the true reason between two wallets of the actor", () => {
    const mine = walletOf(me);
    for (const [change, code] of [
      [{ status: "frozen" }, "wallet_frozen"],
      [{ status: "closed" }, "wallet_closed"],
      [{ currency: USD }, "currency_mismatch"],
      [{ balanceMinor: BALANCE_MINOR_MAX }, "balance_limit_exceeded"],
    ] as const) {
      const other = walletOf(me, change);
      const one = {
        ...caseOf(mine, other),
        recipientCounter: { key: "k", tries: 9, waitSeconds: 9 },
      };
      expect(decide([one], lockedMap(mine, other)).verdicts[0]).toMatchObject({
        transaction: { failureCode: code, toWalletId: other.id },
      });
    }
  });

  it("counts its own unknown recipients, and refuses a transfer to anybody while the actor must wait", () => {
    const [mine, yours] = [walletOf(me), walletOf(you)];
    const recipientCounter = { key: "k", tries: 3, waitSeconds: 0 };
    const unknown = () => ({ ...caseOf(mine, yours), toWalletId: null, recipientCounter });
    const known = { ...caseOf(mine, yours), recipientCounter };
    const cases = [unknown(), unknown(), unknown(), known, caseOf(mine, null)];
    const { verdicts, recipientAttempts } = decide(cases, lockedMap(mine, yours));
    const wait = { kind: "refused", code: "too_many_attempts", retryAfterSeconds: 30 };
    expect(verdicts.map((v) => v.kind)).toEqual([
      "recorded",
      "recorded",
      "refused",
      "refused",
      "recorded",
    ]);
    expect(verdicts.slice(2, 4)).toEqual([wait, wait]);
    expect([...recipientAttempts]).toEqual([["k", 2]]);
    const waiting = { ...known, recipientCounter: { key: "k", tries: 5, waitSeconds: 17 } };
    expect(failureOf(waiting, mine, yours)).toEqual({ ...wait, retryAfterSeconds: 17 });
  });

  it("records the last failure within the hour's bound, and refuses the next one unrecorded", () => {
    const mine = walletOf(me, { balanceMinor: 0n });
    const recent = (times: number) =>
      new Map([["insufficient_funds", { times, waitSeconds: 1_234 }]] as const);
    const cases = [98, 98, 98].map((times) => ({
      ...caseOf(mine, null),
      recentFailures: recent(times),
    }));
    const { verdicts } = decide(cases, lockedMap(mine));
    expect(verdicts.slice(0, 2).map((v) => v.kind)).toEqual(["recorded", "recorded"]);
    expect(verdicts[2]).toEqual({
      kind: "refused",
      code: "too_many_attempts",
      retryAfterSeconds: 1_234,
    });
    const suspended = { ...caseOf(mine, null), isSuspended: true, recentFailures: recent(100) };
    expect(failureOf(suspended, mine)).toBe("account_suspended");
  });

  it("refuses to fill a wallet above the maximum balance, and accepts the last unit below it", () => {
    const full = walletOf(me, { balanceMinor: BALANCE_MINOR_MAX - 99n });
    expect(failureOf(caseOf(null, full), full)).toBe("balance_limit_exceeded");
    expect(failureOf(caseOf(null, full, { amountMinor: 99n }), full)).toBe(null);
  });

  it("does not reveal that another user's wallet exists when it is named by id", () => {
    const yours = walletOf(you);
    const one = caseOf(yours, null, { actorId: me });
    const { verdicts, violations, entries } = decide([one], lockedMap(yours));
    expect(verdicts).toEqual([{ kind: "refused", code: "wallet_not_found" }]);
    expect(violations).toEqual([{ actorId: me, walletId: yours.id }]);
    expect(entries).toEqual([]);
  });

  it("answers not_wallet_owner for a phone that is not the actor's own, without a wallet in the audit event", () => {
    const from: WalletAddress = { by: "phone", phone: "+967771234567" as never };
    const one = { ...caseOf(walletOf(me), null, { actorId: me, from }), fromWalletId: null };
    const { verdicts, violations } = decide([one, one], lockedMap());
    expect(verdicts[0]).toEqual({ kind: "refused", code: "not_wallet_owner" });
    expect(violations).toEqual([{ actorId: me, walletId: null }]);
    expect(failureOf({ ...one, namesOwnPhone: true })).toEqual({
      kind: "refused",
      code: "wallet_not_found",
    });
  });

  it("refuses every command of a session that has ended, and writes nothing", () => {
    const mine = walletOf(me);
    const decision = decide([{ ...caseOf(mine, null), isSessionActive: false }], lockedMap(mine));
    expect(decision.verdicts).toEqual([{ kind: "refused", code: "session_ended" }]);
    expect([...decision.entries, ...decision.wallets]).toEqual([]);
  });

  it("requires a fresh second factor only above the threshold, and writes nothing", () => {
    const mine = walletOf(me, { balanceMinor: 99_000_000n });
    const lacking = (change: Partial<MoneyCommand>, from: typeof mine | null = mine) => ({
      ...caseOf(from, from ? null : mine, change),
      lacksStepUp: true,
    });
    const [at, above] = [{ amountMinor: 10_000_000n }, { amountMinor: 10_000_001n }];
    expect(failureOf(lacking(at), mine)).toBe(null);
    expect(failureOf(lacking(above, null), mine)).toBe(null);
    expect(failureOf({ ...lacking(above), lacksStepUp: false }, mine)).toBe(null);
    const { verdicts, entries, wallets } = decide([lacking(above)], lockedMap(mine));
    expect(verdicts).toEqual([{ kind: "refused", code: "step_up_required" }]);
    expect([...entries, ...wallets]).toEqual([]);
  });

  it("requires it before any other failure is answered, but after the ownership check", () => {
    const poor = walletOf(me);
    const above = { amountMinor: 10_000_001n };
    const one = { ...caseOf(poor, null, above), lacksStepUp: true };
    expect(failureOf(one, poor)).toEqual({ kind: "refused", code: "step_up_required" });
    const yours = walletOf(you);
    const foreign = { ...caseOf(yours, null, { ...above, actorId: me }), lacksStepUp: true };
    expect(failureOf(foreign, yours)).toEqual({ kind: "refused", code: "wallet_not_found" });
    const ended = { ...one, isSessionActive: false };
    expect(failureOf(ended, poor)).toEqual({ kind: "refused", code: "session_ended" });
  });

  it("posts one of many commands under one key, and refuses the key for another request", () => {
    const mine = walletOf(me);
    const idempotency = { key: "k", fingerprint: "a", unkeyedFingerprint: "c" };
    const first = caseOf(mine, null, { idempotency });
    const again = caseOf(mine, null, { idempotency });
    const other = caseOf(mine, null, {
      idempotency: { key: "k", fingerprint: "b", unkeyedFingerprint: "d" },
    });
    const before = { ...again, prior: { transactionId: id("txn"), fingerprint: "c" } };
    expect(failureOf(before, mine)).toMatchObject({ kind: "replay" });
    const { verdicts, entries } = decide([first, again, other], lockedMap(mine));
    expect(verdicts.map((v) => v.kind)).toEqual(["recorded", "replay", "refused"]);
    expect(verdicts[1]).toMatchObject({ transactionId: first.command.transactionId });
    expect(entries).toHaveLength(2);
  });

  it("posts two equal payments without a key as two payments", () => {
    const mine = walletOf(me);
    const { entries } = decide([caseOf(mine, null), caseOf(mine, null)], lockedMap(mine));
    expect(entries).toHaveLength(4);
  });

  it("opens one wallet for the recipient of several payments, and none in a dry run or for a failure", () => {
    const mine = walletOf(me, { balanceMinor: 250n });
    const opening = (change: Partial<MoneyCommand> = {}): Case => ({
      ...caseOf(mine, walletOf(you), { opensWalletId: id("wal"), ...change }),
      toWalletId: null,
      opensFor: { id: you, tier: "basic", limitsWalletId: null },
    });
    const cases = [opening({ isDryRun: true }), opening(), opening(), opening()];
    const { verdicts, openings, wallets } = decide(cases, lockedMap(mine));
    const opened = cases[1]?.command.opensWalletId;
    expect(openings).toEqual([
      { walletId: opened, ownerId: you, currency: DEFAULT_CURRENCY, createdAtMs: AT },
    ]);
    expect(verdicts).toMatchObject([
      { kind: "previewed", transaction: { toWalletId: null, failureCode: null } },
      { kind: "recorded", transaction: { toWalletId: opened } },
      { kind: "recorded", transaction: { toWalletId: opened } },
      { kind: "recorded", transaction: { toWalletId: null, failureCode: "insufficient_funds" } },
    ]);
    expect(wallets.find((wallet) => wallet.id === opened)).toMatchObject({
      balanceMinor: 200n,
      seq: 2n,
      ownerId: you,
    });
    const poor = walletOf(me, { balanceMinor: 0n });
    expect(
      decide([{ ...opening(), fromWalletId: poor.id, viaWalletId: poor.id }], lockedMap(poor))
        .openings,
    ).toEqual([]);
  });

  it("posts a command that is delivered twice only once", () => {
    const mine = walletOf(me);
    const one = caseOf(mine, null);
    expect(decide([one, one], lockedMap(mine)).verdicts.map((v) => v.kind)).toEqual([
      "recorded",
      "replay",
    ]);
  });

  it("keeps the invariants for any batch: sums are zero, no balance is negative, seq has no gap", () => {
    const people = [me, you, id("usr")];
    const wallets = people.flatMap((owner) => [
      walletOf(owner, { balanceMinor: 300n, seq: 0n }),
      walletOf(owner, { balanceMinor: 0n, seq: 0n, currency: USD }),
    ]);
    const side = fc.option(fc.constantFrom(...wallets), { nil: null });
    const step = fc.record({
      from: side,
      to: side,
      amountMinor: fc.bigInt({ min: 1n, max: 400n }),
      currency: fc.constantFrom(DEFAULT_CURRENCY, USD),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const cases = steps
          .filter(({ from, to }) => from || to)
          .map(({ from, to, ...rest }) => caseOf(from, to, rest));
        const { entries, wallets: after } = decide(cases, lockedMap(...wallets));
        const sums = new Map<string, bigint>();
        for (const entry of entries) {
          sums.set(entry.transactionId, (sums.get(entry.transactionId) ?? 0n) + entry.amountMinor);
        }
        expect([...sums.values()].every((sum) => sum === 0n)).toBe(true);
        for (const wallet of after) {
          const own = entries.filter((entry) => entry.walletId === wallet.id);
          const before = wallets.find((w) => w.id === wallet.id)?.balanceMinor ?? 0n;
          expect(own.map((entry) => entry.seq)).toEqual(own.map((_, i) => BigInt(i + 1)));
          expect(own.reduce((sum, entry) => sum + entry.amountMinor, before)).toBe(
            wallet.balanceMinor,
          );
          expect(wallet.balanceMinor).toBeGreaterThanOrEqual(0n);
          expect(own.every((entry) => entry.currency === wallet.currency)).toBe(true);
        }
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
