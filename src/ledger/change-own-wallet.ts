// The owner's change of a wallet: its label, or that it is the default of its currency. It passes
// the wallet's queue, so that a payment queued before it goes by the old default.
import { sql } from "drizzle-orm";
import { type LockedSession, lockCaller } from "../db/active-session.ts";
import { auditEvent } from "../db/audit-event.ts";
import { type ActWait, boundedAct } from "../db/bounded-act.ts";
import type { SocketDatabase } from "../db/connect.ts";
import type { WalletId } from "../domain/ids.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import type { ChangeWalletCommand, OwnChangeOutcome } from "../domain/wallet-command.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { isEventWritten } from "./written-event.ts";

interface WalletRow extends Record<string, unknown> {
  readonly id: WalletId;
  readonly status: WalletStatus;
  readonly label: string | null;
  readonly is_default: boolean;
}

/**
 * Changes the label or the default, and writes the audit event. Values that the wallet has already
 * change nothing. `committing` is called before COMMIT.
 */
export function changeOwnWallet(
  db: SocketDatabase,
  command: ChangeWalletCommand,
  committing: () => void,
): Promise<OwnChangeOutcome> {
  const { actorId: userId, sessionId, walletId } = command;
  return db.transaction(async (tx): Promise<OwnChangeOutcome> => {
    const { rows } = await tx.execute<LockedSession>(lockCaller({ userId, sessionId }));
    if (!rows[0]) return { kind: "refused", code: "session_ended" };
    if (await isEventWritten(tx, command.eventId)) return { kind: "changed" };
    if (rows[0].is_suspended) return { kind: "refused", code: "account_suspended" };
    const wallet = await lockWallet(tx, command);
    if (!wallet) return { kind: "refused", code: "wallet_not_found" };
    if (wallet.status === "closed") return { kind: "refused", code: "wallet_closed" };
    const fields = changedFields(command, wallet);
    if (fields.length === 0) return { kind: "changed" };
    const wait = await waitSeconds(tx, command);
    if (wait > 0) return { kind: "refused", code: "too_many_attempts", retryAfterSeconds: wait };
    await tx.execute(dropDefault(command));
    const label = command.label === undefined ? wallet.label : command.label;
    await tx.execute(sql`UPDATE wallets SET label = ${label},
      is_default = is_default OR ${command.isDefault}::boolean WHERE id = ${walletId}`);
    await tx.execute(
      auditEvent({
        id: command.eventId,
        type: "wallet_changed",
        userId,
        walletId,
        details: { fields },
      }),
    );
    committing();
    return { kind: "changed" };
  });
}

function changedFields({ label, isDefault }: ChangeWalletCommand, wallet: WalletRow): string[] {
  return [
    ...(label !== undefined && label !== wallet.label ? ["label"] : []),
    ...(isDefault && !wallet.is_default ? ["is_default"] : []),
  ];
}

/**
 * Locks the wallet and the default of its currency in id order; returns the wallet if it is the
 * actor's. The lock of the actor's row prevents another change of the default meanwhile.
 */
async function lockWallet(
  tx: LedgerTransaction,
  { actorId, walletId }: ChangeWalletCommand,
): Promise<WalletRow | undefined> {
  const { rows } = await tx.execute<WalletRow>(sql`
    SELECT id, status, label, is_default FROM wallets
    WHERE owner_id = ${actorId} AND (id = ${walletId} OR (is_default
      AND currency = (SELECT currency FROM wallets t WHERE t.id = ${walletId})))
    ORDER BY id FOR NO KEY UPDATE`);
  return rows.find(({ id }) => id === walletId);
}

async function waitSeconds(
  tx: LedgerTransaction,
  { actorId }: ChangeWalletCommand,
): Promise<number> {
  const { rows } = await tx.execute<ActWait>(boundedAct(actorId, "wallet_changed").read);
  return rows[0]?.wait_seconds ?? 0;
}

const dropDefault = ({ actorId, walletId, isDefault }: ChangeWalletCommand) => sql`
  UPDATE wallets SET is_default = false
  WHERE ${isDefault}::boolean AND owner_id = ${actorId} AND is_default AND id <> ${walletId}
    AND currency = (SELECT currency FROM wallets t WHERE t.id = ${walletId})`;
