import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import {
  insertOperatorEvent,
  isTarget,
  type OperatorAct,
  operatorIsAllowed,
} from "../../db/operator.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import { type Account, OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AccountRow, accountOf, selectAccounts } from "./acts/account-row.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const FIND: OperatorAct = { roles: OPERATOR_ROLES, type: "user_looked_up" };

export type UserName = UserId | { readonly phone: Phone };

/** Finds a user by id or phone. The look-up is an audit event of that user, which they can read. */
export async function findUser(
  ctx: ServiceContext,
  caller: Caller,
  name: UserName,
): Promise<Outcome<Account, LookupRefusal | "user_not_found">> {
  const named = isTarget(name);
  const from = sql`SELECT t.id AS user_id, NULL::uuid AS wallet_id FROM users t
    WHERE ${named} AND ${operatorIsAllowed(caller, FIND, name)}`;
  const found = await lookUp(ctx, caller, FIND, name, (db) => [
    db.execute(insertOperatorEvent(caller, FIND, { from }, ctx.nowMs())),
    db.execute<AccountRow>(selectAccounts(named)),
  ]);
  if (!found.ok) return found;
  const [row] = found.value[1].rows;
  if (row) return done(accountOf(row));
  await recordEmptyLookup(ctx, caller);
  return refuse("user_not_found");
}

/**
 * Records a look-up without a result as an audit event of the operator, since there is no user to
 * record it for.
 */
async function recordEmptyLookup({ db, nowMs }: ServiceContext, { userId }: Caller): Promise<void> {
  await db.execute(
    auditEvent({
      id: newId("aud", nowMs()),
      type: "lookup_found_nobody",
      userId,
      details: { act: FIND.type },
    }),
  );
}
