import { eq, sql } from "drizzle-orm";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import { users } from "../../db/schema/index.ts";
import { userColumns, userOf } from "../../db/user-row.ts";
import { verifiedContactsOf } from "../../domain/contact.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { FactorRemovalReason } from "../../domain/second-factor.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { ERASE_FACTORS_CTES } from "../identity/factors/erase-factors.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { putMessages } from "../messages/put-messages.ts";
import { type SealedMessage, sealMessages } from "../messages/seal-message.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";

const REMOVE: OperatorAct = { roles: ["admin"], type: "factors_removed" };

export type RemoveUserFactorsRefusal =
  | OperatorRefusal
  | "user_not_found"
  | "own_account"
  | "role_needs_factor"
  | "factor_not_found";

/**
 * Removes a user's second factors and recovery codes: for an owner who lost them, or for a takeover
 * by somebody who enrolled them. Ends all their sessions and pending login challenges, and sends
 * them a message. Refused while the user has a role: the role is removed first.
 */
export async function removeUserFactors(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { reason }: { readonly reason: FactorRemovalReason },
): Promise<Outcome<null, RemoveUserFactorsRefusal>> {
  const messages = await removalMessages(ctx, caller, userId);
  const now = ctx.nowMs();
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const from = sql`SELECT id AS user_id, NULL::uuid AS wallet_id FROM removed`;
  const details = sql`jsonb_build_object('reason', ${reason}::text,
    'factors', (SELECT factors FROM removed))`;
  const written = await actAsOperator(ctx, caller, REMOVE, userId, (db) => [
    db.execute(sql`
      WITH person AS (
        SELECT id, '-infinity'::timestamptz AS kept_until FROM users
        WHERE id = ${userId} AND id <> ${caller.userId} AND has_second_factor AND role = 'user'
          AND ${operatorIsAllowed(caller, REMOVE, userId)}
      ), ${ERASE_FACTORS_CTES}, settled AS (
        UPDATE users SET has_second_factor = false, updated_at = ${at} FROM removed
        WHERE users.id = removed.id
      ), ended AS (
        UPDATE sessions SET ended_at = ${at}, end_reason = 'operator' FROM removed
        WHERE user_id = removed.id AND ended_at IS NULL
      ), unasked AS (
        DELETE FROM challenges USING removed WHERE user_id = removed.id
      ), message AS (${putMessages(messages, sql`removed`, at)})
      ${insertOperatorEvent(caller, REMOVE, { from, details }, now)}`),
    db
      .select({ role: users.role, deletedAt: users.deletedAt })
      .from(users)
      .where(eq(users.id, userId)),
  ]);
  if (!written.ok) return written;
  if (userId === caller.userId) return refuse("own_account");
  const [{ rowCount }, [user]] = written.value;
  if (!user || user.deletedAt) return refuse("user_not_found");
  if (user.role !== "user") return refuse("role_needs_factor");
  if (rowCount === 0) return refuse("factor_not_found");
  deliverSoon(ctx, messages);
  return done(null);
}

/** The messages to the user's verified contacts; none when the caller may not act. */
async function removalMessages(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
): Promise<SealedMessage[]> {
  const [row] = await ctx.db
    .select(userColumns)
    .from(users)
    .where(sql`${users.id} = ${userId} AND ${operatorIsAllowed(caller, REMOVE, userId)}`);
  const user = row ? userOf(row) : null;
  const notice = { kind: "factor_changed", change: "factors_removed" } as const;
  return user ? sealMessages(ctx, verifiedContactsOf(user), notice) : [];
}
