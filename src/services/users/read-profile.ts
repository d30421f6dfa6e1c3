import { eq } from "drizzle-orm";
import { sessions, users } from "../../db/schema/index.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { User } from "../../domain/user.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { isLive } from "../sessions/live-session.ts";
import { userColumns, userOf } from "./user-row.ts";

/** A profile beside the hash that proves its person; never leaves services. */
export interface ProvenProfile {
  readonly user: User;
  readonly passwordHash: string;
}

/** The caller's own profile, read in one statement with the session check. */
export async function readProfile(
  { db }: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<ProvenProfile, "session_ended">> {
  const [row] = await db
    .select({ ...userColumns, passwordHash: users.passwordHash })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(isLive(caller));
  if (!row) return refuse("session_ended");
  const user = userOf(row);
  if (user === null || row.passwordHash === null) return refuse("session_ended");
  return done({ user, passwordHash: row.passwordHash });
}
