import { sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import { insertOperatorEvent, type OperatorAct, operatorIsAllowed } from "../../db/operator.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Account, Role } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AccountRow, accountOf, selectAccounts } from "./acts/account-row.ts";
import { actAsOperator, type OperatorRefusal } from "./acts/act-as-operator.ts";

const CHANGE_ROLE: OperatorAct = { roles: ["admin"], type: "role_changed", isChange: true };

export type ChangeRoleRefusal =
  | OperatorRefusal
  | "user_not_found"
  | "own_account"
  | "role_needs_factor";

/**
 * Sets a user's role; `user` removes the role they had. The new role holds from the next request,
 * and all their sessions end: a token stolen from a plain user must not become an operator's token.
 * Operators cannot change their own role, so the last admin cannot remove itself. A user without a
 * second factor is refused (`role_needs_factor`): somebody who knew only their password could enrol
 * a factor and act with the role.
 */
export async function changeRole(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { role }: { readonly role: Role },
): Promise<Outcome<Account, ChangeRoleRefusal>> {
  const now = ctx.nowMs();
  const at = new Date(now).toISOString();
  const from = sql`SELECT id AS user_id, NULL::uuid AS wallet_id FROM changed`;
  const details = sql`jsonb_build_object('role', ${role}::text, 'before', (SELECT role FROM before))`;
  const event = insertOperatorEvent(caller, CHANGE_ROLE, { from, details }, now);
  const queries = (db: HttpDatabase) =>
    [
      db.execute(sql`
      WITH before AS (
        SELECT id, role FROM users
        WHERE id = ${userId} AND id <> ${caller.userId} AND deleted_at IS NULL
          AND ${operatorIsAllowed(caller, CHANGE_ROLE)}
        FOR NO KEY UPDATE
      ), changed AS (
        UPDATE users u SET role = ${role}, updated_at = ${at}::timestamptz FROM before
        WHERE u.id = before.id AND before.role <> ${role}
          AND (${role} = 'user' OR u.has_second_factor)
        RETURNING u.id
      ), ended AS (
        UPDATE sessions SET ended_at = ${at}::timestamptz, end_reason = 'role_change'
        WHERE user_id = (SELECT id FROM changed) AND ended_at IS NULL
      ) ${event}`),
      db.execute<AccountRow>(selectAccounts(sql`t.id = ${userId} AND t.deleted_at IS NULL`)),
    ] as const;
  const written = await actAsOperator(ctx, caller, CHANGE_ROLE, queries, userId);
  if (!written.ok) return written;
  if (userId === caller.userId) return refuse("own_account");
  const [row] = written.value[1].rows;
  if (!row) return refuse("user_not_found");
  return row.role === role ? done(accountOf(row)) : refuse("role_needs_factor");
}
