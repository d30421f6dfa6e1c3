import { eq, sql } from "drizzle-orm";
import { lacksStepUp } from "../../../db/active-session.ts";
import { sessions, users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { User } from "../../../domain/user.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { isActiveSessionOf } from "../sessions/session-conditions.ts";

/** A profile beside the hash that proves its person; never leaves services. */
export interface ProvenProfile {
  readonly user: User;
  readonly passwordHash: string;
  /** Null: as long as they are registered. */
  readonly passwordChangedAt: Date | null;
  /** Whether a second factor must be proven first, before what is sensitive. */
  readonly lacksStepUp: boolean;
  readonly hasSecondFactor: boolean;
}

/** The caller's own profile, read in one statement with the session check. */
export async function readProfile(
  { db }: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<ProvenProfile, "session_ended">> {
  const [row] = await db
    .select({
      ...userColumns,
      passwordHash: users.passwordHash,
      passwordChangedAt: users.passwordChangedAt,
      hasSecondFactor: users.hasSecondFactor,
      lacksStepUp: sql<boolean>`${lacksStepUp(sql`${sessions}`, sql`${users}`)}`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(isActiveSessionOf(caller));
  if (!row) return refuse("session_ended");
  const user = userOf(row);
  if (user === null || row.passwordHash === null) return refuse("session_ended");
  const { passwordHash, passwordChangedAt, hasSecondFactor } = row;
  return done({
    user,
    passwordHash,
    passwordChangedAt,
    lacksStepUp: row.lacksStepUp,
    hasSecondFactor,
  });
}
