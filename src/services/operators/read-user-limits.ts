import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../db/operator.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LimitsRow, selectLimits } from "../limits/limits-query.ts";
import { type PersonsLimits, personsLimits } from "../limits/read-limits.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const READ: OperatorAct = { roles: OPERATOR_ROLES, type: "limits_looked_up" };

/** The limits of a user as they see them, and what is used of them. */
export async function readUserLimits(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  currency: CurrencyCode | null,
): Promise<Outcome<PersonsLimits, LookupRefusal | "user_not_found">> {
  const { limits } = ctx.config;
  const from = userAsSubject(caller, READ, userId);
  const found = await lookUp(ctx, caller, READ, userId, (db) => [
    db.execute(insertOperatorEvent(caller, READ, { from }, ctx.nowMs())),
    db.execute<LimitsRow>(selectLimits(userId, limits.zone, currency)),
  ]);
  if (!found.ok) return found;
  const read = personsLimits(found.value[1].rows, currency, limits);
  return read ? done(read) : refuse("user_not_found");
}
