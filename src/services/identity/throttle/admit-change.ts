import type { UserId } from "../../../domain/ids.ts";
import { done, type Outcome } from "../../../domain/outcome.ts";
import type { PerUserAttemptKind } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { admitAttempt } from "./admit-attempt.ts";

/**
 * Asks whether a person may change this once more today, and counts it. Of each change they are told where
 * they are reached, always: no telling is left out, so what is bounded is the change. Ask only when it is
 * proven and will be written: what comes to nothing must not use up its person's own. To take a factor
 * away is not asked for, for nobody takes away more than was added, and a thief's must go at once.
 */
export async function admitChange(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  userId: UserId,
  kind: PerUserAttemptKind,
): Promise<Outcome<null, "too_many_attempts">> {
  const source = { by: "person", name: userId } as const;
  const admitted = await admitAttempt(ctx, { kind, subject: userId, source });
  return admitted.ok ? done(null) : admitted;
}
