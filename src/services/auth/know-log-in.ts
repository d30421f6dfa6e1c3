import type { SQL } from "drizzle-orm";
import type { GuessSource } from "../../domain/guess.ts";
import type { Phone } from "../../domain/phone.ts";
import type { ServiceContext } from "../context.ts";
import { knowSources } from "../guessing/know-sources.ts";
import { logInGuess, type PasswordAge } from "./log-in-guess.ts";

export interface LogIn extends PasswordAge {
  readonly phone: Phone;
}

/**
 * A statement for the commit that changes what somebody logs in with: where it was changed, it is known, and
 * its person logs in from there at once, however many strangers are guessing. Everywhere else it is not.
 * Where the commit changes nothing after all, the rows lie under a log-in that nobody ever asks for.
 */
export function knowLogIn(
  ctx: Pick<ServiceContext, "config">,
  { phone, ...age }: LogIn,
  sources: readonly GuessSource[],
): SQL {
  const guesses = sources.map((source) => logInGuess(phone, source, age));
  return knowSources(ctx, guesses);
}
