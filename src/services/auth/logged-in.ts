import { eq } from "drizzle-orm";
import { users } from "../../db/schema/index.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { User } from "../../domain/user.ts";
import type { ServiceContext } from "../context.ts";
import type { Tokens } from "../sessions/tokens.ts";
import { userColumns, userOf } from "../users/user-row.ts";

/** Who has logged in, and what they hold now. */
export interface LoggedIn {
  readonly kind: "logged_in";
  readonly user: User;
  readonly tokens: Tokens;
}

/** The answer to a person whose session was opened without their row at hand. */
export async function loggedIn(
  { db }: Pick<ServiceContext, "db">,
  id: UserId,
  tokens: Tokens,
): Promise<Outcome<LoggedIn, "challenge_invalid">> {
  const [found] = await db.select(userColumns).from(users).where(eq(users.id, id));
  const user = found ? userOf(found) : null;
  // None: deleted at this very moment, and the session that was opened has ended with the account.
  return user ? done({ kind: "logged_in", user, tokens }) : refuse("challenge_invalid");
}
