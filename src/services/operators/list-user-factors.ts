import { eq } from "drizzle-orm";
import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../db/operator.ts";
import { users } from "../../db/schema/index.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type Factors, factorsOf, selectFactors } from "../identity/list-factors.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "factors_looked_up" };

/** The second factors of a user, without their secrets. */
export async function listUserFactors(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
): Promise<Outcome<Factors, LookupRefusal | "user_not_found">> {
  const from = userAsSubject(caller, LIST, userId);
  const found = await lookUp(ctx, caller, LIST, userId, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from }, ctx.nowMs())),
    db.select({ id: users.id }).from(users).where(eq(users.id, userId)),
    ...selectFactors(db, userId),
  ]);
  if (!found.ok) return found;
  const [, [user], ...factors] = found.value;
  return user ? done(factorsOf(factors)) : refuse("user_not_found");
}
