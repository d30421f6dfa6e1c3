import type { SQL } from "drizzle-orm";
import type { UserId } from "../../../domain/ids.ts";
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
 * What a user logs in by: the phone or, only while the account has none, the user's id. An account
 * has one login name at a time, so nobody gets a second set of attempts at its password.
 */
export type LoginName = Phone | UserId;

export function loginNameOf(user: {
  readonly id: UserId;
  readonly phone: Phone | null;
}): LoginName {
  return user.phone ?? user.id;
}

/**
 * A login attempt at a name. `holder` is the user with this name, or null. Trust in a source is
 * bound to the time at which the password was set, so a new password ends it.
 */
export function loginAttempt(
  name: LoginName,
  source: AttemptSource,
  holder: PasswordAge | null,
): Attempt {
  const since = holder && (holder.passwordChangedAt ?? holder.createdAt);
  return { kind: "log_in", subject: name, source, sinceMs: since?.getTime() ?? 0 };
}

export interface LoginIdentity extends PasswordAge {
  readonly name: LoginName;
}

/**
 * A statement for the transaction that changes a phone or password: it makes the sources where the
 * change was made trusted, so attempts from untrusted sources do not delay the user there. All
 * other sources lose trust, because counters are keyed by the name and the time of the password.
 * If the transaction changes nothing after all, the rows have keys that no login will use.
 */
export function trustLoginStatement(
  ctx: Pick<ServiceContext, "config">,
  { name, ...age }: LoginIdentity,
  sources: readonly AttemptSource[],
): SQL {
  const attempts = sources.map((source) => loginAttempt(name, source, age));
  return trustSourcesStatement(ctx, attempts);
}
