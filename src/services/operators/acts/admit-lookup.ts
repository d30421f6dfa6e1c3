import { type OperatorAct, type OperatorRefusal, operatorIsAllowed } from "../../../db/operator.ts";
import type { Outcome } from "../../../domain/outcome.ts";
import { perUserAttempt } from "../../../domain/throttle.ts";
import { logLine } from "../../../log/log-line.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { type AttemptDecision, admittedBy } from "../../identity/throttle/admit-attempt.ts";
import { countersOf } from "../../identity/throttle/attempt-counters.ts";
import {
  countAttemptStatement,
  lockCountersStatement,
} from "../../identity/throttle/count-attempt.ts";
import { actAsOperator } from "./act-as-operator.ts";

/**
 * Counts one look-up of an operator, before anything is read for it: at most LOOKUPS_PER_DAY, over
 * all kinds together, so that a stolen or misused role cannot copy the users. A page counts as one;
 * so does a look-up that finds nobody or is refused because of its target. A caller who may not
 * look up is refused and not counted. The log has each refusal with the operator's id.
 */
export async function admitLookup(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  caller: Caller,
  act: OperatorAct,
): Promise<Outcome<unknown, OperatorRefusal | "too_many_attempts">> {
  const { userId } = caller;
  const counters = countersOf(ctx, perUserAttempt(userId, "operator_lookup"));
  const only = operatorIsAllowed(caller, act, null);
  const counted = await actAsOperator(ctx, caller, act, null, (db) => [
    db.execute(lockCountersStatement(counters, only)),
    db.execute<AttemptDecision>(countAttemptStatement(counters, only)),
  ]);
  if (!counted.ok) return counted;
  const admitted = admittedBy(counted.value[1].rows[0], counters);
  if (!admitted.ok) console.warn(logLine("lookups_used_up", { operator: userId, act: act.type }));
  return admitted;
}
