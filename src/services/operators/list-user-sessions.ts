import { eq } from "drizzle-orm";
import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../db/operator.ts";
import { users } from "../../db/schema/index.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Session } from "../../domain/session.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { selectSessions } from "../identity/list-sessions.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "sessions_looked_up" };

/** The active sessions of a user, the most recently seen first: at most SESSIONS_PER_USER_MAX. */
export async function listUserSessions(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
): Promise<Outcome<readonly Session[], LookupRefusal | "user_not_found">> {
  const from = userAsSubject(caller, LIST, userId);
  const found = await lookUp(ctx, caller, LIST, userId, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from }, ctx.nowMs())),
    db.select({ id: users.id }).from(users).where(eq(users.id, userId)),
    selectSessions(db, userId),
  ]);
  if (!found.ok) return found;
  const [, [user], rows] = found.value;
  if (!user) return refuse("user_not_found");
  return done(rows.map((row) => ({ ...row, isCurrent: row.id === caller.sessionId })));
}
