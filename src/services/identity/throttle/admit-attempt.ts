import { done, type Outcome, refuseForNow } from "../../../domain/outcome.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { appliesTo, countersOf, type ThrottleCounter } from "./attempt-counters.ts";
import { countAttemptStatement, lockCountersStatement } from "./count-attempt.ts";

/** An attempt that may be checked, and the counters that have counted it, for recordSuccess. */
export interface AdmittedAttempt {
  readonly counters: readonly ThrottleCounter[];
}

export interface AttemptDecision extends Record<string, unknown> {
  readonly wait_seconds: number;
  readonly is_trusted: boolean;
}

/**
 * Decides whether a secret may be checked now, and counts the attempt before its result is known:
 * of fifty concurrent attempts no more are admitted than of fifty successive ones. Check only
 * admitted attempts, then call recordSuccess if the secret was correct; a wrong attempt needs no
 * further call. Refuses with too_many_attempts and the delay in seconds.
 *
 * Several counters delay an attempt: one of this source at this secret; one that all untrusted
 * sources at this secret share; and those of an address, and of the site of an IPv6 address, at all
 * secrets. A source is trusted for TRUSTED_SOURCE_DAYS after it presented the correct secret, and
 * the counters of untrusted sources do not apply to it: an attack on an account delays other
 * untrusted sources but not the owner at a trusted one. No account is locked: every delay ends by
 * itself. A subject that does not exist is counted in the same way. Source: NIST SP 800-63B-4
 * §3.2.2; OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export async function admitAttempt(
  ctx: Pick<ServiceContext, "config" | "db">,
  attempt: Attempt,
): Promise<Outcome<AdmittedAttempt, "too_many_attempts">> {
  const counters = countersOf(ctx, attempt);
  // Two statements of one transaction: the second sees all that was committed before the locks were
  // taken.
  const counting = ctx.db.batch([
    ctx.db.execute(lockCountersStatement(counters)),
    ctx.db.execute<AttemptDecision>(countAttemptStatement(counters)),
  ]);
  const [, { rows }] = await withoutEffect(counting);
  return admittedBy(rows[0], counters);
}

/** The admission, from the row of `countAttemptStatement`. */
export function admittedBy(
  decision: AttemptDecision | undefined,
  counters: readonly ThrottleCounter[],
): Outcome<AdmittedAttempt, "too_many_attempts"> {
  if (!decision) throw new Error("the counters of an attempt returned no row");
  if (decision.wait_seconds > 0) return refuseForNow("too_many_attempts", decision.wait_seconds);
  return done({ counters: counters.filter((counter) => appliesTo(counter, decision.is_trusted)) });
}
