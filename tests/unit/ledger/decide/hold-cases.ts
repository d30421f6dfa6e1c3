// Wallets, holds and cases about holds, for the tests of their deciders.
import type { MoneyCommand } from "../../../../src/domain/command.ts";
import { DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import { newId, type UserId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import type { Terms } from "../../../../src/domain/terms.ts";
import type { TransactionType } from "../../../../src/domain/transaction.ts";
import type { Case, LockedHold, LockedRows, LockedWallet } from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";
import { judgedCase } from "../../../../src/ledger/judged-case.ts";

export const NOW = unixMs(Date.UTC(2026, 10, 28));
export const PAYER = newId("usr", NOW);
export const PAYEE = newId("usr", NOW);

export const walletOf = (ownerId: UserId, change: Partial<LockedWallet> = {}): LockedWallet => ({
  id: newId("wal", NOW),
  ownerId,
  currency: DEFAULT_CURRENCY,
  status: "active",
  balanceMinor: 1_000n,
  heldMinor: 0n,
  seq: 1n,
  ...change,
});

/** An open hold of 400, of which 100 were captured, that lasts another hour. */
export const holdOf = (
  from: LockedWallet,
  to: LockedWallet,
  change: Partial<LockedHold> = {},
): LockedHold => ({
  id: newId("hld", NOW),
  purpose: "payment",
  fromWalletId: from.id,
  toWalletId: to.id,
  currency: DEFAULT_CURRENCY,
  amountMinor: 400n,
  capturedMinor: 100n,
  state: "open",
  isPayerVoidable: false,
  note: null,
  createdAtMs: unixMs(NOW - 86_400_000),
  expiresAtMs: unixMs(NOW + 3_600_000),
  closedAtMs: null,
  captures: 1,
  amendments: 0,
  ...change,
});

export interface Asked {
  readonly type: TransactionType;
  readonly terms: Terms;
  readonly from: LockedWallet;
  readonly to: LockedWallet | null;
  readonly hold?: LockedHold;
  readonly command?: Partial<MoneyCommand>;
  readonly change?: Partial<Case>;
}

export function caseOf({ type, terms, from, to, hold, command, change }: Asked): Case {
  const actorId = type === "CAPTURE" && to ? to.ownerId : from.ownerId;
  return judgedCase({
    command: {
      kind: "money",
      transactionId: newId("txn", NOW),
      createdAtMs: NOW,
      type,
      actorId,
      sessionId: newId("ses", NOW),
      amountMinor: 50n,
      currency: DEFAULT_CURRENCY,
      from: { by: "id", walletId: from.id },
      to: to && { by: "id", walletId: to.id },
      note: null,
      idempotency: null,
      recipientCounterKey: null,
      reachesUnverifiedPhones: true,
      links: hold ? { holdId: hold.id } : {},
      terms,
      isDryRun: false,
      ...command,
    },
    viaWalletId: from.id,
    fromWalletId: from.id,
    toWalletId: to?.id ?? null,
    ...change,
  });
}

export const rowsOf = (
  wallets: readonly LockedWallet[],
  holds: readonly LockedHold[] = [],
  change: Partial<LockedRows> = {},
): LockedRows => ({
  wallets: new Map(wallets.map((wallet) => [wallet.id, wallet])),
  holds: new Map(holds.map((hold) => [hold.id, hold])),
  nowMs: NOW,
  ...change,
});

/** Decides one case, on its own wallets and hold. */
export function decideOne(asked: Asked, change: Partial<LockedRows> = {}) {
  const wallets = asked.to ? [asked.from, asked.to] : [asked.from];
  const decision = decide([caseOf(asked)], rowsOf(wallets, asked.hold ? [asked.hold] : [], change));
  const [verdict] = decision.verdicts;
  const code = verdict?.kind === "recorded" ? verdict.transaction.failureCode : null;
  return { ...decision, verdict, code: verdict?.kind === "refused" ? verdict.code : code };
}
