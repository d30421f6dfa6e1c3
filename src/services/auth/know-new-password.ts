import type { SQL } from "drizzle-orm";
import type { GuessSource } from "../../domain/guess.ts";
import type { User } from "../../domain/user.ts";
import type { ServiceContext } from "../context.ts";
import { knowSources } from "../guessing/know-sources.ts";
import { logInGuess } from "./log-in-guess.ts";

/**
 * A statement for the commit that sets a password at this moment: where it was set, it is known, and its
 * person logs in from there at once, however many strangers are guessing. Everywhere else it is not. Where
 * the commit sets none after all, the rows lie under a moment that nobody ever asks for.
 */
export function knowNewPassword(
  ctx: Pick<ServiceContext, "config">,
  { phone, createdAt }: Pick<User, "phone" | "createdAt">,
  sources: readonly GuessSource[],
  nowMs: number,
): SQL {
  const holder = { passwordChangedAt: new Date(nowMs), createdAt };
  const guesses = sources.map((source) => logInGuess(phone, source, holder));
  return knowSources(ctx, guesses, nowMs);
}
