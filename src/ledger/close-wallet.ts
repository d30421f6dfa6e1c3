// Closes one wallet for its owner in one transaction: checks it under lock, moves its balance to
// another wallet of the owner, closes it, and passes the default on. Payments that wait for the
// wallet's lock find it closed.
import { sql } from "drizzle-orm";
import { type LockedSession, lockCaller } from "../db/active-session.ts";
import { auditEvent } from "../db/audit-event.ts";
import { type ActWait, boundedAct } from "../db/bounded-act.ts";
import type { SocketDatabase } from "../db/connect.ts";
import { isSameRequest } from "../domain/command.ts";
import { type TransactionId, toWireId } from "../domain/ids.ts";
import { msText } from "../domain/instant.ts";
import type { Transaction } from "../domain/transaction.ts";
import type { CloseWalletCommand, CloseWalletOutcome } from "../domain/wallet-command.ts";
import { lockClosable, withoutExpiredHolds } from "./closable-wallets.ts";
import { type ClosingDecision, decideClosing } from "./decide/close-wallet.ts";
import { selectReplays } from "./history-reads.ts";
import { type TransactionRow, transactionOf } from "./history-rows.ts";
import { readLockedRows } from "./locked-rows.ts";
import { decideSweep, writeSweep } from "./post-sweep.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { isEventWritten } from "./written-event.ts";

type Decided = Extract<ClosingDecision, { readonly kind: "close" }>;

/**
 * Closes the wallet, or answers why not. The result of an idempotency key is the transfer that
 * emptied the wallet, or else the wallet. A dry run writes nothing. `committing` is called before
 * COMMIT.
 */
export function closeWallet(
  db: SocketDatabase,
  command: CloseWalletCommand,
  committing: () => void,
): Promise<CloseWalletOutcome> {
  const { actorId: userId, sessionId } = command;
  return db.transaction(async (tx): Promise<CloseWalletOutcome> => {
    const { rows } = await tx.execute<LockedSession>(lockCaller({ userId, sessionId }));
    const [session] = rows;
    if (!session) return { kind: "refused", code: "session_ended" };
    const repeated = await repetition(tx, command);
    if (repeated) return repeated;
    if (session.is_suspended) return { kind: "refused", code: "account_suspended" };
    const { locked, nowMs, ...closing } = await lockClosable(tx, command);
    const wallets = withoutExpiredHolds(await readLockedRows(tx, [], { wallets: locked, nowMs }));
    const decision = decideClosing({
      ...closing,
      wallets: [...locked.values()].map((wallet) => ({ ...wallet, ...wallets.get(wallet.id) })),
      lacksStepUp: session.lacks_step_up,
    });
    if (decision.kind === "refused") return decision;
    const wait = await waitSeconds(tx, command);
    if (wait > 0) return { kind: "refused", code: "too_many_attempts", retryAfterSeconds: wait };
    const sides = decision.sweep && { ...decision.sweep, locked, nowMs };
    const sweep = sides && (await decideSweep(tx, command, sides));
    const failure = sweep?.transaction.failureCode;
    if (failure) return { kind: "refused", code: failure };
    if (command.isDryRun) {
      return { kind: "closing_previewed", transaction: sweep?.transaction ?? null };
    }
    const transaction = sweep && (await writeSweep(tx, sweep, nowMs));
    await write(tx, command, decision);
    committing();
    return { kind: "wallet_closed", transaction, isReplay: false };
  });
}

interface PriorRow extends Record<string, unknown> {
  readonly transaction_id: TransactionId | null;
  readonly fingerprint: string;
}

/**
 * The outcome of a request that was made before; null for a new one. It is judged before the
 * wallet, whose state the first request has changed.
 */
async function repetition(
  tx: LedgerTransaction,
  { actorId, eventId, transactionId, idempotency }: CloseWalletCommand,
): Promise<CloseWalletOutcome | null> {
  if (await isEventWritten(tx, eventId)) {
    const transaction = await findTransaction(tx, transactionId);
    return { kind: "wallet_closed", transaction, isReplay: false };
  }
  if (idempotency === null) return null;
  const { rows } = await tx.execute<PriorRow>(sql`
    SELECT transaction_id, encode(fingerprint, 'hex') AS fingerprint FROM idempotency_keys
    WHERE user_id = ${actorId} AND key = ${idempotency.key}`);
  const [prior] = rows;
  if (!prior) return null;
  if (!isSameRequest(prior.fingerprint, idempotency)) {
    return { kind: "refused", code: "idempotency_key_reused" };
  }
  const { transaction_id: swept } = prior;
  const transaction = swept && (await findTransaction(tx, swept));
  return { kind: "wallet_closed", transaction, isReplay: true };
}

async function findTransaction(
  tx: LedgerTransaction,
  id: TransactionId,
): Promise<Transaction | null> {
  const { rows } = await tx.execute<TransactionRow>(selectReplays([id]));
  return rows[0] ? transactionOf(rows[0]) : null;
}

async function waitSeconds(
  tx: LedgerTransaction,
  { actorId }: CloseWalletCommand,
): Promise<number> {
  const { rows } = await tx.execute<ActWait>(boundedAct(actorId, "wallet_closed").read);
  return rows[0]?.wait_seconds ?? 0;
}

/** Closes the wallet, which is empty now, and passes the default on. */
async function write(
  tx: LedgerTransaction,
  command: CloseWalletCommand,
  { sweep, nextDefaultId }: Decided,
): Promise<void> {
  const { actorId: userId, walletId, eventId } = command;
  if (!sweep && command.idempotency) await tx.execute(keepKey(command));
  await tx.execute(sql`
    UPDATE wallets SET status = 'closed', is_default = false WHERE id = ${walletId}`);
  if (nextDefaultId) {
    await tx.execute(sql`UPDATE wallets SET is_default = true WHERE id = ${nextDefaultId}`);
  }
  const details = {
    ...(sweep && { swept_to: toWireId("wal", sweep.to.id) }),
    ...(nextDefaultId && { new_default: toWireId("wal", nextDefaultId) }),
  };
  await tx.execute(auditEvent({ id: eventId, type: "wallet_closed", userId, walletId, details }));
}

const keepKey = ({ actorId, walletId, createdAtMs, idempotency }: CloseWalletCommand) => sql`
  INSERT INTO idempotency_keys (user_id, key, fingerprint, wallet_id, created_at)
  VALUES (${actorId}, ${idempotency?.key}, decode(${idempotency?.fingerprint}, 'hex'), ${walletId},
    ${msText(createdAtMs)}::timestamptz)`;
