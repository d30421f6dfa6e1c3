// An operator's freeze or unfreeze of a wallet. One transaction locks and checks the operator and
// the wallet, and changes the wallet. The command passes the wallet's queue, after the payments
// that arrived before it.
import { type SQL, sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import {
  FREEZE,
  insertOperatorEvent,
  lastActor,
  lockOperator,
  type OperatorAct,
  type OperatorRow,
  operatorRefusal,
  UNFREEZE,
} from "../db/operator.ts";
import type {
  FreezeWalletCommand,
  UnfreezeWalletCommand,
  WalletChangeOutcome,
  WalletChangeRefusal,
} from "../domain/command.ts";
import { covers, type FreezeReason, type FreezeScope } from "../domain/freeze.ts";
import type { UserId } from "../domain/ids.ts";
import { msText } from "../domain/instant.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { STATUS_NOW } from "./sql-fragments.ts";

type Command = FreezeWalletCommand | UnfreezeWalletCommand;

interface WalletRow extends Record<string, unknown> {
  readonly owner_id: UserId;
  readonly status: WalletStatus;
  readonly freeze_reason: FreezeReason | null;
  readonly freeze_scope: FreezeScope | null;
  /** Null: the freeze has no end. */
  readonly frozen_until_ms: number | null;
}

/**
 * Freezes an active wallet, or strengthens the freeze of a frozen one. `committing` is called before
 * COMMIT.
 */
export function freezeWallet(
  db: SocketDatabase,
  command: FreezeWalletCommand,
  committing: () => void,
): Promise<WalletChangeOutcome> {
  const { reason, scope = "both", untilMs } = command;
  const until = untilMs === null ? null : msText(untilMs);
  return changeWallet(db, command, FREEZE, {
    committing,
    values: sql`status = 'frozen', freeze_reason = ${reason}, freeze_scope = ${scope},
      frozen_until = ${until}::timestamptz`,
    details: { reason, ...(scope !== "both" && { scope }), ...(until && { until }) },
    refusal: async (wallet) => {
      if (wallet.status === "closed") return "wallet_closed";
      return wallet.status === "active" || isStronger(command, wallet) ? null : "wallet_frozen";
    },
  });
}

/** Lifts the freeze of a wallet before its end. `committing` is called before COMMIT. */
export function unfreezeWallet(
  db: SocketDatabase,
  command: UnfreezeWalletCommand,
  committing: () => void,
): Promise<WalletChangeOutcome> {
  return changeWallet(db, command, UNFREEZE, {
    committing,
    values: sql`status = 'active', freeze_reason = NULL, freeze_scope = NULL, frozen_until = NULL`,
    details: { reason: command.reason },
    refusal: async (wallet, tx) => {
      if (wallet.status !== "frozen") return "wallet_not_frozen";
      const isOwnOrder = wallet.freeze_reason === "legal_order" && (await isSetter(tx, command));
      return isOwnOrder ? "other_operator_required" : null;
    },
  });
}

/**
 * Whether a freeze is stronger than the one that the wallet has: it becomes a legal order, stops
 * more, ends later or no longer by itself. A freeze that is weaker in anything is not stronger:
 * only a legal order changes the reason, and nothing ends it earlier or makes it stop less.
 */
function isStronger(
  { reason, scope = "both", untilMs }: FreezeWalletCommand,
  wallet: WalletRow,
): boolean {
  const end = untilMs ?? Number.POSITIVE_INFINITY;
  const endNow = wallet.frozen_until_ms ?? Number.POSITIVE_INFINITY;
  const scopeNow = wallet.freeze_scope ?? "both";
  if (end < endNow || !covers(scope, scopeNow)) return false;
  if (reason !== wallet.freeze_reason) return reason === "legal_order";
  return end > endNow || scope !== scopeNow;
}

interface Change {
  committing(): void;
  /** The SET clause of the UPDATE. */
  readonly values: SQL;
  readonly details: Readonly<Record<string, string>>;
  /** Why the wallet, which is locked, cannot be changed; null if it can. */
  refusal(wallet: WalletRow, tx: LedgerTransaction): Promise<WalletChangeRefusal | null>;
}

function changeWallet(
  db: SocketDatabase,
  command: Command,
  act: OperatorAct,
  change: Change,
): Promise<WalletChangeOutcome> {
  return db.transaction(async (tx): Promise<WalletChangeOutcome> => {
    // Committed before: the command is repeated, because the reply to the first call was lost.
    if (await wasPosted(tx, command)) return { kind: "changed" };
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

async function wasPosted(tx: LedgerTransaction, { eventId }: Command): Promise<boolean> {
  const { rows } = await tx.execute(sql`SELECT FROM audit_events WHERE id = ${eventId}`);
  return rows.length === 1;
}

async function lockWallet(tx: LedgerTransaction, { walletId }: Command) {
  const { rows } = await tx.execute<WalletRow>(sql`
    SELECT owner_id, ${STATUS_NOW} AS status, freeze_reason, freeze_scope,
      (extract(epoch FROM frozen_until) * 1000)::float8 AS frozen_until_ms
    FROM wallets w
    WHERE id = ${walletId} AND owner_id IS NOT NULL FOR NO KEY UPDATE`);
  return rows[0];
}

/**
 * Whether the operator of this command set the freeze that the wallet has, or was the last who
 * strengthened it: a wallet has the freeze of its last `wallet_frozen` event. A statement of its own, after the wallet's lock, so that it
 * sees every freeze that was committed before.
 */
async function isSetter(tx: LedgerTransaction, { actorId, walletId }: Command): Promise<boolean> {
  const { rows } = await tx.execute<{ actor_id: UserId }>(sql`
    SELECT ${lastActor("wallet_frozen", sql`w.owner_id`, sql`w.id`)} AS actor_id FROM wallets w
    WHERE w.id = ${walletId}`);
  return rows[0]?.actor_id === actorId;
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
