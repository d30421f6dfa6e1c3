// The last step of a batch: the values of a decision, for the statement that writes it.
import type { Idempotency, MoneyCommand } from "../domain/command.ts";
import { newId, type TransactionId, type UserId } from "../domain/ids.ts";
import { type MicrosText, microsText, msText, type UnixMs } from "../domain/instant.ts";
import type { Direction, WindowUsage } from "../domain/limit.ts";
import type { UnpostedTransaction } from "../domain/transaction.ts";
import type { Decision } from "./case.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { writeDecisionStatement } from "./write-decision-statement.ts";

type Keyed = Idempotency & { readonly transaction: UnpostedTransaction };

const text = (value: bigint | null): string | null => value?.toString() ?? null;

function keysOf(
  commands: readonly MoneyCommand[],
  recorded: readonly UnpostedTransaction[],
): Keyed[] {
  const byId = new Map<TransactionId, MoneyCommand>();
  for (const command of commands) byId.set(command.transactionId, command);
  return recorded.flatMap((transaction) => {
    const idempotency = byId.get(transaction.id)?.idempotency;
    return idempotency ? [{ ...idempotency, transaction }] : [];
  });
}

/**
 * The audit events of a decision in the order of user ids, each with its place among those of its
 * user: violations are 0, 1, 2 …
 */
function eventsOf({ violations, openings }: Decision) {
  const places = new Map<UserId, number>();
  const refused = violations.map(({ actorId: userId, walletId }) => {
    const place = places.get(userId) ?? 0;
    places.set(userId, place + 1);
    return { type: "ownership_refused", userId, walletId, place };
  });
  const opened = openings.map(({ ownerId: userId, walletId }) => {
    return { type: "wallet_opened", userId, walletId, place: 0 };
  });
  return [...refused, ...opened].sort((a, b) => {
    if (a.userId === b.userId) return a.place - b.place;
    return a.userId < b.userId ? -1 : 1;
  });
}

/** The recorded transactions, in the order in which they get their posted_at. */
function transactionColumns(
  recorded: readonly UnpostedTransaction[],
  { countedOn }: Pick<Decision, "countedOn">,
) {
  return {
    ids: recorded.map((t) => t.id),
    types: recorded.map((t) => t.type),
    statuses: recorded.map((t) => t.status),
    amounts: recorded.map((t) => text(t.amountMinor)),
    currencies: recorded.map((t) => t.currency),
    from_wallet_ids: recorded.map((t) => t.fromWalletId),
    to_wallet_ids: recorded.map((t) => t.toWalletId),
    references: recorded.map((t) => t.reference),
    notes: recorded.map((t) => t.note),
    failure_codes: recorded.map((t) => t.failureCode),
    actor_ids: recorded.map((t) => t.actorId),
    times: recorded.map((t) => msText(t.createdAtMs)),
    quote_ids: recorded.map((t) => t.links.quoteId ?? null),
    hold_ids: recorded.map((t) => t.links.holdId ?? null),
    original_ids: recorded.map((t) => t.links.originalId ?? null),
    funding_ids: recorded.map((t) => t.links.fundingId ?? null),
    proposal_ids: recorded.map((t) => t.links.proposalId ?? null),
    counted_on: recorded.map(({ id }) => countedOn.get(id) ?? null),
    limit_breaches: recorded.map((t) => (t.limitBreach ? JSON.stringify(t.limitBreach) : null)),
  };
}

/** The entries; `places` has the place of each transaction among the recorded ones. */
function entryColumns(entries: Decision["entries"], places: ReadonlyMap<TransactionId, number>) {
  return {
    entry_transaction_ids: entries.map((e) => e.transactionId),
    entry_wallet_ids: entries.map((e) => e.walletId),
    entry_currencies: entries.map((e) => e.currency),
    entry_amounts: entries.map((e) => text(e.amountMinor)),
    entry_balances: entries.map((e) => text(e.balanceAfterMinor)),
    entry_seqs: entries.map((e) => text(e.seq)),
    entry_places: entries.map((e) => places.get(e.transactionId)),
  };
}

/** The counters of limits; null for a wallet that counts nothing: its row keeps what it has. */
function usageColumns(wallets: Decision["wallets"]) {
  const usages = wallets.map(({ person }) => person?.usage);
  const column = (direction: Direction, name: keyof WindowUsage) =>
    usages.map((usage) => text(usage?.[direction][name] ?? null));
  return {
    limit_dates: usages.map((usage) => usage?.date ?? null),
    out_day_sums: column("out", "daySum"),
    out_day_counts: column("out", "dayCount"),
    out_month_sums: column("out", "monthSum"),
    out_month_counts: column("out", "monthCount"),
    in_day_sums: column("in", "daySum"),
    in_day_counts: column("in", "dayCount"),
    in_month_sums: column("in", "monthSum"),
    in_month_counts: column("in", "monthCount"),
  };
}

/** Whether the decision records no transaction, no violation and no attempt. */
export function writesNothing({ verdicts, violations, recipientAttempts }: Decision): boolean {
  const isRecorded = verdicts.some(({ kind }) => kind === "recorded");
  return !isRecorded && violations.length + recipientAttempts.size === 0;
}

/**
 * Writes a decision and returns the posted_at of each recorded transaction.
 *
 * The batch holds the wallets' locks, so each wallet must be found with the seq that was decided
 * on. If the UPDATE changes fewer wallets than decided, the statement divides by zero: Postgres
 * then writes nothing and skips COMMIT.
 */
export async function writeDecision(
  tx: LedgerTransaction,
  commands: readonly MoneyCommand[],
  decision: Decision,
  nowMs: UnixMs,
  statement = writeDecisionStatement,
): Promise<ReadonlyMap<TransactionId, MicrosText>> {
  if (writesNothing(decision)) return new Map();
  const { entries, wallets, recipientAttempts, positionChanges } = decision;
  const events = eventsOf(decision);
  const recorded = decision.verdicts.flatMap((v) => (v.kind === "recorded" ? [v.transaction] : []));
  const places = new Map(recorded.map(({ id }, i) => [id, i]));
  const keyed = keysOf(commands, recorded);
  const rows = await statement(tx, {
    transactions: recorded.length,
    ...transactionColumns(recorded, decision),
    ...entryColumns(entries, places),
    key_user_ids: keyed.map((k) => k.transaction.actorId),
    keys: keyed.map((k) => k.key),
    fingerprints: keyed.map((k) => k.fingerprint),
    key_transaction_ids: keyed.map((k) => k.transaction.id),
    key_times: keyed.map((k) => msText(k.transaction.createdAtMs)),
    event_ids: events.map(() => newId("aud", nowMs)),
    event_types: events.map((e) => e.type),
    event_user_ids: events.map((e) => e.userId),
    event_wallet_ids: events.map((e) => e.walletId),
    event_places: events.map((e) => e.place),
    counter_keys: [...recipientAttempts.keys()],
    counter_tries: [...recipientAttempts.values()],
    position_ids: [...positionChanges.keys()],
    position_changes: [...positionChanges.values()].map(String),
    wallet_ids: wallets.map((w) => w.id),
    balances: wallets.map((w) => text(w.balanceMinor)),
    held: wallets.map((w) => text(w.heldMinor)),
    seqs: wallets.map((w) => text(w.seq)),
    ...usageColumns(wallets),
    changes: wallets.length,
  });
  const first = BigInt(rows[0]?.first_micros ?? 0);
  return new Map(recorded.map(({ id }, i) => [id, microsText(first + BigInt(i))]));
}
