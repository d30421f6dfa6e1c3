// The end of an account: its person and all its wallets locked, found empty, closed and erased in one
// transaction, so that no payment can slip between the look and the close.
import { sql } from "drizzle-orm";
import { isActive, lacksStepUp } from "../db/active-session.ts";
import type { SocketDatabase } from "../db/connect.ts";
import { eraseUser } from "../db/erase-person.ts";
import type { CloseAccountCommand, CloseAccountOutcome } from "../domain/command.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { STATUS_NOW } from "./status-now.ts";

type Refusal = Extract<CloseAccountOutcome, { kind: "refused" }>["code"];

interface WalletRow extends Record<string, unknown> {
  status: string;
  has_money: boolean;
}

/**
 * Closes the wallets, erases the person's data, ends the sessions and writes the audit event; refuses
 * while any wallet has money or is frozen. History stays. `committing` is called before COMMIT is sent.
 */
export async function closeAccount(
  db: SocketDatabase,
  command: CloseAccountCommand,
  committing: () => void,
): Promise<CloseAccountOutcome> {
  return db.transaction(async (tx): Promise<CloseAccountOutcome> => {
    // Closed before: this is the same call again, whose first answer was lost.
    if (!(await lockAccount(tx, command))) return { kind: "closed" };
    const code = (await callerRefusal(tx, command)) ?? (await walletRefusal(tx, command));
    if (code) return { kind: "refused", code };
    await tx.execute(eraseUser(command.actorId, command.createdAtMs));
    committing();
    return { kind: "closed" };
  });
}

/** Whether there is an account to close; its person is then locked. */
async function lockAccount(
  tx: LedgerTransaction,
  { actorId }: CloseAccountCommand,
): Promise<boolean> {
  // NO KEY: foreign-key checks of payments that hold a wallet's lock need not wait for this one.
  const { rows } = await tx.execute(sql`
    SELECT FROM users WHERE id = ${actorId} AND deleted_at IS NULL FOR NO KEY UPDATE`);
  return rows.length === 1;
}

/**
 * Why this session may not close the account. A statement of its own behind the lock: after a wait Postgres
 * looks again at the locked row alone, and would take a session that ended meanwhile for a live one.
 */
async function callerRefusal(
  tx: LedgerTransaction,
  { actorId, sessionId }: CloseAccountCommand,
): Promise<Refusal | null> {
  const { rows } = await tx.execute<{ lacks_step_up: boolean }>(sql`
    SELECT ${lacksStepUp()} AS lacks_step_up FROM users u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${actorId} AND s.id = ${sessionId} AND ${isActive()} FOR SHARE OF s`);
  if (!rows[0]) return "session_ended";
  return rows[0].lacks_step_up ? "step_up_required" : null;
}

/** Why the wallets cannot be closed; they are locked, in the order of their ids. */
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
