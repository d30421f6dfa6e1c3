import type { SQL } from "drizzle-orm";
import type { Phone } from "../../../domain/phone.ts";
import type { Attempt, AttemptSource } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { trustSourcesStatement } from "../throttle/trust-sources.ts";

/** When a user's password was last set. */
export interface PasswordAge {
  /** Null when it was never changed since registration. */
  readonly passwordChangedAt: Date | null;
  readonly createdAt: Date;
}

/**
 * A login attempt at a phone. `holder` is the user with this phone, or null. Trust in a source is
 * bound to the time at which the password was set, so a new password ends it.
 */
export function loginAttempt(
  phone: Phone,
  source: AttemptSource,
  holder: PasswordAge | null,
): Attempt {
  const since = holder && (holder.passwordChangedAt ?? holder.createdAt);
  return { kind: "log_in", subject: phone, source, sinceMs: since?.getTime() ?? 0 };
}

export interface LoginIdentity extends PasswordAge {
  readonly phone: Phone;
}

/**
 * A statement for the transaction that changes a phone or password: it makes the sources where the
 * change was made trusted, so attempts from untrusted sources do not delay the user there. All
 * other sources lose trust, because counters are keyed by the phone and the time of the password.
 * If the transaction changes nothing after all, the rows have keys that no login will use.
 */
export function trustLoginStatement(
  ctx: Pick<ServiceContext, "config">,
  { phone, ...age }: LoginIdentity,
  sources: readonly AttemptSource[],
): SQL {
  const attempts = sources.map((source) => loginAttempt(phone, source, age));
  return trustSourcesStatement(ctx, attempts);
}
