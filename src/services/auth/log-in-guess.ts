import type { Guess, GuessSource } from "../../domain/guess.ts";
import type { Phone } from "../../domain/phone.ts";

/** Since when somebody's password is what it is. */
export interface PasswordAge {
  /** Null: since they registered. */
  readonly passwordChangedAt: Date | null;
  readonly createdAt: Date;
}

/** A try at the password of whoever has this phone; `holder` is null where nobody has it. */
export function logInGuess(phone: Phone, source: GuessSource, holder: PasswordAge | null): Guess {
  const since = holder && (holder.passwordChangedAt ?? holder.createdAt);
  return { kind: "log_in", subject: phone, source, sinceMs: since?.getTime() ?? 0 };
}
