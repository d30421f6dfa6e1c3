import type { UserId } from "../../../domain/ids.ts";
import { done, type Outcome } from "../../../domain/outcome.ts";
import type { PerUserAttemptKind } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { admitAttempt } from "./admit-attempt.ts";

/**
 * Checks whether a user may make this kind of change once more today, and counts it; refuses with
 * too_many_attempts and the delay. Every change sends notices that cost money and are never left
 * out, so the changes themselves are bounded. Call it only after the identity was proven and when
 * the change will be written: a refused change must not use up the user's allowance. The removal of
 * a factor is not bounded: there are no more removals than additions, and a thief's factor must be
 * removable at once.
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
