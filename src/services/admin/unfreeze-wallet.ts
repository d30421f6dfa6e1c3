import { eq, sql } from "drizzle-orm";
import { wallets } from "../../db/schema/index.ts";
import type { UnfreezeReason } from "../../domain/freeze.ts";
import type { WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { OPERATOR_ROLES } from "../../domain/role.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { actAsOperator, type OperatorRefusal } from "./act-as-operator.ts";
import { type WatchedWallet, watchedWalletOf } from "./list-user-wallets.ts";
import { type OperatorAct, recordAct, whileOperator } from "./operator.ts";

const UNFREEZE: OperatorAct = { roles: OPERATOR_ROLES, type: "wallet_unfrozen", isChange: true };

export type UnfreezeRefusal =
  | OperatorRefusal
  | "wallet_not_found"
  | "own_account"
  | "wallet_not_frozen";

/** Lifts the freeze of somebody's wallet before its time. */
export async function unfreezeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  { reason }: { readonly reason: UnfreezeReason },
): Promise<Outcome<WatchedWallet, UnfreezeRefusal>> {
  const from = sql`SELECT owner_id AS user_id, id AS wallet_id FROM lifted`;
  const details = sql`${JSON.stringify({ reason })}`;
  const event = recordAct(caller, UNFREEZE, { from, details }, ctx.nowMs());
  const written = await actAsOperator(ctx, caller, UNFREEZE, (db) => [
    db.execute(sql`
      WITH lifted AS (
        UPDATE wallets SET status = 'active', freeze_reason = NULL, frozen_until = NULL
        WHERE id = ${walletId} AND owner_id <> ${caller.userId} AND status = 'frozen'
          AND (frozen_until IS NULL OR frozen_until > now())
          AND ${whileOperator(caller, UNFREEZE)}
        RETURNING id, owner_id
      ) ${event}`),
    db.select().from(wallets).where(eq(wallets.id, walletId)),
  ]);
  if (!written.ok) return written;
  const [{ rowCount }, [row]] = written.value;
  if (!row?.ownerId) return refuse("wallet_not_found");
  if (row.ownerId === caller.userId) return refuse("own_account");
  return rowCount === 1 ? done(watchedWalletOf(row, ctx.nowMs())) : refuse("wallet_not_frozen");
}
