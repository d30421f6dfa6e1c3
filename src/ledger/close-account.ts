// Closes an account in one transaction: locks the user and all wallets, checks that the wallets are
// empty, closes them and erases the user. The locks prevent a payment between the check and the
// closing.
import { sql } from "drizzle-orm";
import { isActive, lacksStepUp } from "../db/active-session.ts";
import type { SocketDatabase } from "../db/connect.ts";
import { eraseUser } from "../db/erase-user.ts";
import type { CloseAccountCommand, CloseAccountOutcome } from "../domain/command.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { STATUS_NOW } from "./sql-fragments.ts";

type Refusal = Extract<CloseAccountOutcome, { kind: "refused" }>["code"];

interface WalletRow extends Record<string, unknown> {
  status: string;
  has_money: boolean;
}

/**
 * Closes the wallets, erases the user's personal data, ends the sessions and writes the audit
 * event. Refuses if a wallet has money or is frozen. The ledger's history is kept. `committing` is
 * called before COMMIT.
 */
export async function closeAccount(
  db: SocketDatabase,
  command: CloseAccountCommand,
  committing: () => void,
): Promise<CloseAccountOutcome> {
  return db.transaction(async (tx): Promise<CloseAccountOutcome> => {
    // Closed before: the command is repeated, because the reply to the first call was lost.
    if (!(await lockAccount(tx, command))) return { kind: "closed" };
    const code = (await callerRefusal(tx, command)) ?? (await walletRefusal(tx, command));
    if (code) return { kind: "refused", code };
    await tx.execute(eraseUser(command.actorId, command.createdAtMs));
    committing();
    return { kind: "closed" };
  });
}

/** Locks the user's row; false if the account does not exist any more. */
async function lockAccount(
  tx: LedgerTransaction,
  { actorId }: CloseAccountCommand,
): Promise<boolean> {
  // NO KEY UPDATE: the foreign-key checks of payments that hold a wallet's lock do not wait for it.
  const { rows } = await tx.execute(sql`
    SELECT FROM users WHERE id = ${actorId} AND deleted_at IS NULL FOR NO KEY UPDATE`);
  return rows.length === 1;
}

/**
 * Why this session may not close the account; null if it may. This is a separate statement after
 * the lock: after a lock wait Postgres reads only the locked row again, so one statement for both
 * would accept a session that ended during the wait.
 */
async function callerRefusal(
  tx: LedgerTransaction,
  { actorId, sessionId }: CloseAccountCommand,
): Promise<Refusal | null> {
  const { rows } = await tx.execute<{ lacks_step_up: boolean; is_suspended: boolean }>(sql`
    SELECT ${lacksStepUp()} AS lacks_step_up, u.suspended_at IS NOT NULL AS is_suspended
    FROM users u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${actorId} AND s.id = ${sessionId} AND ${isActive()} FOR SHARE OF s`);
  if (!rows[0]) return "session_ended";
  if (rows[0].is_suspended) return "account_suspended";
  return rows[0].lacks_step_up ? "step_up_required" : null;
}

/** Locks the wallets in id order. Returns why they cannot be closed; null if they can. */
async function walletRefusal(
  tx: LedgerTransaction,
  { actorId }: CloseAccountCommand,
): Promise<Refusal | null> {
  const { rows: wallets } = await tx.execute<WalletRow>(sql`
    SELECT ${STATUS_NOW} AS status, balance > 0 OR held > 0 AS has_money FROM wallets w
    WHERE owner_id = ${actorId} ORDER BY id FOR NO KEY UPDATE`);
  if (wallets.some((wallet) => wallet.has_money)) return "balance_not_zero";
  return wallets.some((wallet) => wallet.status === "frozen") ? "wallet_frozen" : null;
}
