import type { BatchResponse } from "drizzle-orm/batch";
import type { Queries } from "../../../db/batch-after.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import type { OperatorAct, OperatorRefusal, Target } from "../../../db/operator.ts";
import type { Outcome } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { actAsOperator } from "./act-as-operator.ts";
import { admitLookup } from "./admit-lookup.ts";

export type LookupRefusal = OperatorRefusal | "too_many_attempts";

/** Reads as an operator: counts the look-up, then runs the queries as actAsOperator does. */
export async function lookUp<const Q extends Queries>(
  ctx: ServiceContext,
  caller: Caller,
  act: OperatorAct,
  target: Target,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, LookupRefusal>> {
  const admitted = await admitLookup(ctx, caller, act);
  return admitted.ok ? actAsOperator(ctx, caller, act, target, queries) : admitted;
}
