// An operator's freeze or unfreeze of a wallet.
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import { FREEZE, lastActor, UNFREEZE } from "../db/operator.ts";
import type {
  FreezeWalletCommand,
  UnfreezeWalletCommand,
  WalletChangeOutcome,
} from "../domain/command.ts";
import { covers } from "../domain/freeze.ts";
import type { UserId } from "../domain/ids.ts";
import { msText } from "../domain/instant.ts";
import { changeAsOperator, type WalletRow } from "./change-as-operator.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";

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
  return changeAsOperator(db, command, FREEZE, {
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
  return changeAsOperator(db, command, UNFREEZE, {
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

/**
 * Whether the operator of this command set the freeze that the wallet has, or was the last who
 * strengthened it: a wallet has the freeze of its last `wallet_frozen` event. A statement of its own,
 * after the wallet's lock, so that it sees every freeze that was committed before.
 */
async function isSetter(
  tx: LedgerTransaction,
  { actorId, walletId }: UnfreezeWalletCommand,
): Promise<boolean> {
  const { rows } = await tx.execute<{ actor_id: UserId }>(sql`
    SELECT ${lastActor("wallet_frozen", sql`w.owner_id`, sql`w.id`)} AS actor_id FROM wallets w
    WHERE w.id = ${walletId}`);
  return rows[0]?.actor_id === actorId;
}
