import type { ActWait } from "../../db/bounded-act.ts";
import { type Refused, refuseForNow } from "../../domain/outcome.ts";

export { type ActWait, type BoundedAct, boundedAct } from "../../db/bounded-act.ts";

/** The refusal of an act, from the result of BoundedAct.read; null when it was allowed. */
export function refusalOfAct({
  rows: [row],
}: {
  readonly rows: readonly ActWait[];
}): Refused<"too_many_attempts"> | null {
  return row && row.wait_seconds > 0 ? refuseForNow("too_many_attempts", row.wait_seconds) : null;
}
