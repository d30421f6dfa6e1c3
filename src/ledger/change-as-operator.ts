// How an operator's command changes a wallet.
import { type SQL, sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import {
  insertOperatorEvent,
  lockOperator,
  type OperatorAct,
  type OperatorRow,
  operatorRefusal,
} from "../db/operator.ts";
import type { WalletChangeOutcome, WalletChangeRefusal } from "../domain/command.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { FreezeReason, FreezeScope } from "../domain/freeze.ts";
import type { UserId } from "../domain/ids.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import type {
  FreezeWalletCommand,
  ReopenWalletCommand,
  UnfreezeWalletCommand,
} from "../domain/wallet-command.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { STATUS_NOW } from "./sql-fragments.ts";
import { isEventWritten } from "./written-event.ts";

type Command = FreezeWalletCommand | UnfreezeWalletCommand | ReopenWalletCommand;

/** The row of the wallet, which is locked. */
export interface WalletRow extends Record<string, unknown> {
  readonly owner_id: UserId;
  readonly currency: CurrencyCode;
  readonly status: WalletStatus;
  readonly freeze_reason: FreezeReason | null;
  readonly freeze_scope: FreezeScope | null;
  /** Null: the freeze has no end. */
  readonly frozen_until_ms: number | null;
}

/** One change of a wallet that is locked. */
interface Change {
  committing(): void;
  /** The SET clause of the UPDATE. */
  readonly values: SQL;
  readonly details: Readonly<Record<string, string>>;
  /** Why the wallet, which is locked, cannot be changed; null if it can. */
  refusal(wallet: WalletRow, tx: LedgerTransaction): Promise<WalletChangeRefusal | null>;
}

/**
 * Changes a wallet as an operator: one transaction locks and checks the operator and the wallet,
 * changes the wallet, and writes the audit event. The command passes the wallet's queue, after the
 * payments that arrived before it.
 */
export function changeAsOperator(
  db: SocketDatabase,
  command: Command,
  act: OperatorAct,
  change: Change,
): Promise<WalletChangeOutcome> {
  return db.transaction(async (tx): Promise<WalletChangeOutcome> => {
    if (await isEventWritten(tx, command.eventId)) return { kind: "changed" };
    const refusal = await callerRefusal(tx, command, act);
    if (refusal) return { kind: "refused", code: refusal };
    const wallet = await lockWallet(tx, command);
    const code = walletRefusal(wallet, command) ?? (wallet && (await change.refusal(wallet, tx)));
    if (code) return { kind: "refused", code };
    await tx.execute(sql`UPDATE wallets SET ${change.values} WHERE id = ${command.walletId}`);
    await tx.execute(event(command, act, change));
    change.committing();
    return { kind: "changed" };
  });
}

async function callerRefusal(
  tx: LedgerTransaction,
  { actorId, sessionId, walletId }: Command,
  act: OperatorAct,
): Promise<WalletChangeRefusal | null> {
  const operator = { userId: actorId, sessionId };
  const lock = lockOperator(operator, act, { ownerOf: walletId });
  const { rows } = await tx.execute<OperatorRow>(lock);
  return operatorRefusal(rows[0]);
}

async function lockWallet(tx: LedgerTransaction, { walletId }: Command) {
  const { rows } = await tx.execute<WalletRow>(sql`
    SELECT owner_id, currency, ${STATUS_NOW} AS status, freeze_reason, freeze_scope,
      (extract(epoch FROM frozen_until) * 1000)::float8 AS frozen_until_ms
    FROM wallets w
    WHERE id = ${walletId} AND owner_id IS NOT NULL FOR NO KEY UPDATE`);
  return rows[0];
}

function walletRefusal(
  wallet: WalletRow | undefined,
  { actorId }: Command,
): WalletChangeRefusal | null {
  if (!wallet) return "wallet_not_found";
  return wallet.owner_id === actorId ? "own_account" : null;
}

function event(command: Command, act: OperatorAct, { details }: Change): SQL {
  const { actorId: userId, sessionId, walletId, eventId, createdAtMs } = command;
  const from = sql`SELECT owner_id AS user_id, id AS wallet_id FROM wallets WHERE id = ${walletId}`;
  const subject = { from, details: sql`${JSON.stringify(details)}` };
  return insertOperatorEvent({ userId, sessionId }, act, subject, createdAtMs, eventId);
}
