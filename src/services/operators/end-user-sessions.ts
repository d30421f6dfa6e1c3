import { eq, sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
  userAsSubject,
} from "../../db/operator.ts";
import { users } from "../../db/schema/index.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";

const END: OperatorAct = { roles: OPERATOR_ROLES, type: "sessions_ended" };

/**
 * Ends every session of a user: their access and refresh tokens are refused from the next request
 * on.
 */
export async function endUserSessions(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
): Promise<Outcome<null, OperatorRefusal | "user_not_found" | "own_account">> {
  const now = ctx.nowMs();
  const from = sql`${userAsSubject(caller, END, userId)} AND t.id <> ${caller.userId}
    AND EXISTS (SELECT FROM ended)`;
  const details = sql`jsonb_build_object('count', (SELECT count(*)::text FROM ended))`;
  const queries = (db: HttpDatabase) =>
    [
      db.execute(sql`
      WITH ended AS (
        UPDATE sessions SET ended_at = ${new Date(now).toISOString()}::timestamptz,
          end_reason = 'operator'
        WHERE user_id = ${userId} AND user_id <> ${caller.userId} AND ended_at IS NULL
          AND ${operatorIsAllowed(caller, END, userId)}
        RETURNING id
      ) ${insertOperatorEvent(caller, END, { from, details }, now)}`),
      db.select({ id: users.id }).from(users).where(eq(users.id, userId)),
    ] as const;
  // A login in progress holds the user's row lock, so its session is seen here and ended too.
  const written = await actAsOperator(ctx, caller, END, userId, queries);
  if (!written.ok) return written;
  if (userId === caller.userId) return refuse("own_account");
  const [, [user]] = written.value;
  return user ? done(null) : refuse("user_not_found");
}
