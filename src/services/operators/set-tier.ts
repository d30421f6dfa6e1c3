import { sql } from "drizzle-orm";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Tier, TierReason } from "../../domain/limit.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type Account, OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AccountRow, accountOf, selectAccounts } from "./acts/account-row.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";

const SET_TIER: OperatorAct = { roles: OPERATOR_ROLES, type: "tier_changed" };

export type SetTierRefusal = OperatorRefusal | "user_not_found" | "own_account";

/**
 * Sets which limits apply to a user: from the commit on, the ledger decides by them. What was counted
 * stays. The tier that a user has already changes nothing. Refuses with own_account or
 * user_not_found.
 */
export async function setTier(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { tier, reason }: { readonly tier: Tier; readonly reason: TierReason },
): Promise<Outcome<Account, SetTierRefusal>> {
  const from = sql`SELECT id AS user_id, NULL::uuid AS wallet_id FROM changed`;
  const details = sql`(SELECT jsonb_build_object('from', before, 'to', ${tier}::text,
    'reason', ${reason}::text) FROM changed)`;
  const written = await actAsOperator(ctx, caller, SET_TIER, userId, (db) => [
    db.execute(sql`
      WITH person AS (
        SELECT t.id, t.tier FROM users t
        WHERE t.id = ${userId} AND t.id <> ${caller.userId} AND t.deleted_at IS NULL
          AND t.tier <> ${tier} AND ${operatorIsAllowed(caller, SET_TIER, userId)}
      ), changed AS (
        UPDATE users SET tier = ${tier}, updated_at = now() FROM person WHERE users.id = person.id
        RETURNING users.id, person.tier AS before
      )
      ${insertOperatorEvent(caller, SET_TIER, { from, details }, ctx.nowMs())}`),
    db.execute<AccountRow>(selectAccounts(sql`t.id = ${userId} AND t.deleted_at IS NULL`)),
  ]);
  if (!written.ok) return written;
  if (userId === caller.userId) return refuse("own_account");
  const [, accounts] = written.value;
  const [row] = accounts.rows;
  return row ? done(accountOf(row)) : refuse("user_not_found");
}
