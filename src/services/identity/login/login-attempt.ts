import type { SQL } from "drizzle-orm";
import type { Phone } from "../../../domain/phone.ts";
import type { Attempt, AttemptSource } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { trustSourcesStatement } from "../throttle/trust-sources.ts";

/** Since when somebody's password is what it is. */
export interface PasswordAge {
  /** Null: since they registered. */
  readonly passwordChangedAt: Date | null;
  readonly createdAt: Date;
}

/** A try at the password of whoever has this phone; `holder` is null where nobody has it. */
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
 * A statement for the commit that changes what somebody logs in with: where it was changed, it is known, and
 * its person logs in from there at once, however many strangers are guessing. Everywhere else it is not.
 * Where the commit changes nothing after all, the rows lie under a log-in that nobody ever asks for.
 */
export function trustLoginStatement(
  ctx: Pick<ServiceContext, "config">,
  { phone, ...age }: LoginIdentity,
  sources: readonly AttemptSource[],
): SQL {
  const attempts = sources.map((source) => loginAttempt(phone, source, age));
  return trustSourcesStatement(ctx, attempts);
}
