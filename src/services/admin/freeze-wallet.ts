import { eq, sql } from "drizzle-orm";
import { wallets } from "../../db/schema/index.ts";
import type { Freeze } from "../../domain/freeze.ts";
import type { WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { OPERATOR_ROLES } from "../../domain/role.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { actAsOperator, type OperatorRefusal } from "./act-as-operator.ts";
import { type WatchedWallet, watchedWalletOf } from "./list-user-wallets.ts";
import { type OperatorAct, recordAct, whileOperator } from "./operator.ts";

const FREEZE: OperatorAct = { roles: OPERATOR_ROLES, type: "wallet_frozen", isChange: true };

export type FreezeRefusal =
  | OperatorRefusal
  | "wallet_not_found"
  | "own_account"
  | "wallet_closed"
  | "wallet_frozen";

/**
 * Freezes somebody's wallet: no money leaves or enters it until `until`, or until an operator lifts it.
 * Only what is active is frozen, under the row's lock: a freeze cannot open a wallet that was just closed.
 */
export async function freezeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason, until }: Freeze,
): Promise<Outcome<WatchedWallet, FreezeRefusal>> {
  const end = until?.toISOString() ?? null;
  const from = sql`SELECT owner_id AS user_id, id AS wallet_id FROM frozen`;
  const details = sql`${JSON.stringify({ reason, ...(end && { until: end }) })}`;
  const event = recordAct(caller, FREEZE, { from, details }, ctx.nowMs());
  const written = await actAsOperator(ctx, caller, FREEZE, (db) => [
    db.execute(sql`
      WITH frozen AS (
        UPDATE wallets SET status = 'frozen', freeze_reason = ${reason},
          frozen_until = ${end}::timestamptz
        WHERE id = ${walletId} AND owner_id <> ${caller.userId}
          AND (status = 'active' OR (status = 'frozen' AND frozen_until <= now()))
          AND ${whileOperator(caller, FREEZE)}
        RETURNING id, owner_id
      ) ${event}`),
    db.select().from(wallets).where(eq(wallets.id, walletId)),
  ]);
  if (!written.ok) return written;
  const [{ rowCount }, [row]] = written.value;
  if (!row?.ownerId) return refuse("wallet_not_found");
  if (row.ownerId === caller.userId) return refuse("own_account");
  if (rowCount === 1) return done(watchedWalletOf(row, ctx.nowMs()));
  return refuse(row.status === "closed" ? "wallet_closed" : "wallet_frozen");
}
