import type { OperatorAct, OperatorRefusal } from "../../db/operator.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { ServiceHealth } from "../../domain/service-health.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";
import { HEALTH_QUERY, type HealthRow, healthOf } from "./health/health-query.ts";

const READ: OperatorAct = { roles: OPERATOR_ROLES, type: "operators_listed" };

/**
 * The service's state in numbers. It tells of no user, so it neither counts as a look-up nor leaves
 * an audit event: a console may ask for it again and again.
 */
export async function readServiceHealth(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<ServiceHealth, OperatorRefusal>> {
  const read = await actAsOperator(ctx, caller, READ, null, (db) => [
    db.execute<HealthRow>(HEALTH_QUERY),
  ]);
  if (!read.ok) return read;
  const [row] = read.value[0].rows;
  if (!row) throw new Error("the query for the service's health returned no row");
  return done(healthOf(row));
}
