import { eq, sql } from "drizzle-orm";
import { lacksStepUp } from "../../../db/active-session.ts";
import { sessions, users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { User } from "../../../domain/user.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { isActiveSessionOf } from "../sessions/session-conditions.ts";

/** A profile with the password hash; it must not leave src/services. */
export interface ProvenProfile {
  readonly user: User;
  readonly passwordHash: string;
  /** Null when it was never changed. */
  readonly passwordChangedAt: Date | null;
  /** Whether a second factor must be proven before a sensitive change. */
  readonly lacksStepUp: boolean;
  readonly hasSecondFactor: boolean;
}

/**
 * Reads the caller's profile and checks their session in one statement. Refuses with session_ended.
 */
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
