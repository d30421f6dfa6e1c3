import { type SQL, sql } from "drizzle-orm";
import { newRefreshToken } from "../../../crypto/refresh-token.ts";
import { isUniqueViolation } from "../../../db/postgres-error.ts";
import type { Origin } from "../../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { AttemptSource } from "../../../domain/throttle.ts";
import type { User } from "../../../domain/user.ts";
import { type ActWait, refusalOfAct } from "../../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { deliverSoon } from "../../messages/deliver-soon.ts";
import { trustResetsStatement } from "../contacts/admit-sending.ts";
import { type LoginIdentity, trustLoginStatement } from "../login/login-attempt.ts";
import { lockHolder } from "../phone-claims/take-phone.ts";
import { replaceRefreshTokensStatement } from "../sessions/replace-refresh-tokens.ts";
import { issueTokens, type Tokens } from "../sessions/tokens.ts";
import { writeInSession, writeInSteppedUpSession } from "../sessions/write-in-session.ts";
import { recordSuccessStatement } from "../throttle/record-success.ts";
import {
  type ProfileWriting,
  type WrittenProfile,
  writeProfileStatement,
} from "./write-profile.ts";

/** The profile after a change. */
export interface ChangedProfile {
  readonly user: User;
  /** The session's new tokens after a change of the password, which voids the earlier ones. */
  readonly tokens: Tokens | null;
}

export type WriteChangeRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "wrong_password"
  | "code_refused"
  | "phone_taken"
  | "too_many_attempts";

/**
 * Writes a change of a profile, its trusted sources and, for a new password, the session's new
 * tokens, in one transaction. Every condition is checked again under the lock of the user's row.
 */
export async function writeChange(
  ctx: ServiceContext,
  caller: Caller,
  login: LoginIdentity,
  origin: Origin,
  writing: ProfileWriting,
): Promise<Outcome<ChangedProfile, WriteChangeRefusal>> {
  const now = ctx.nowMs();
  const { taking, bound, counted, verifiedHash, newHash } = writing;
  const refreshToken = newRefreshToken();
  try {
    // The user row is locked by a separate first statement, so the statements after it see every
    // session that a concurrent login has opened with the old password.
    const writeLocked = verifiedHash === null ? writeInSession : writeInSteppedUpSession;
    const written = await writeLocked(ctx, caller, (db) => [
      db.execute(taking ? lockHolder(taking.phone) : sql`SELECT`),
      db.execute(counted.lock),
      db.execute<ActWait>(counted.read),
      db.execute<ActWait>(bound?.read ?? sql`SELECT 0 AS wait_seconds`),
      db.execute<WrittenProfile>(writeProfileStatement(caller, writing, now)),
      newHash === null
        ? db.execute(sql`SELECT`)
        : db.execute(replaceRefreshTokensStatement(caller, refreshToken, newHash)),
      ...trustStatements(ctx, caller, login, origin, writing, now).map((trust) =>
        db.execute(trust),
      ),
    ]);
    if (!written.ok) return written;
    const [, , toCounted, toBounded, { rows }] = written.value;
    const [row] = rows;
    const refusal = refusalOfAct(toCounted) ?? refusalOfAct(toBounded);
    if (refusal) return refusal;
    // The password was correct when it was verified, but a concurrent request has changed it since.
    if (!row?.isAdmitted) return refuse("wrong_password");
    // A concurrent request has used the claim up.
    if (!row.profile) return refuse("code_refused");
    deliverSoon(ctx, [...writing.messages, ...(taking?.messages ?? [])]);
    // A suspended user's change is refused, so the one who made this change is not suspended.
    const { createdAt } = login;
    const user = { id: caller.userId, ...row.profile, createdAt, suspension: null };
    return done({ user, tokens: newHash ? await issueTokens(ctx, caller, refreshToken) : null });
  } catch (error) {
    if (isUniqueViolation(error, "users_phone_unique")) return refuse("phone_taken");
    throw error;
  }
}

/**
 * Statements that make the place of the change trusted: for logins after a new phone or password,
 * and for resets of a phone that was proven.
 */
function trustStatements(
  ctx: ServiceContext,
  caller: Caller,
  login: LoginIdentity,
  origin: Origin,
  { newHash, channels, taking }: ProfileWriting,
  nowMs: number,
): SQL[] {
  const isPasswordNew = newHash !== null;
  const passwordChangedAt = isPasswordNew ? new Date(nowMs) : login.passwordChangedAt;
  const sources: readonly AttemptSource[] =
    isPasswordNew || channels.includes("phone")
      ? [
          { by: "address", name: origin.network },
          { by: "device", name: caller.sessionId },
        ]
      : [];
  const trust = trustLoginStatement(ctx, { ...login, passwordChangedAt }, sources);
  if (!taking) return [trust];
  const contact = { channel: "phone", address: taking.phone } as const;
  const { attempt } = taking.claim;
  return [trust, recordSuccessStatement(attempt), trustResetsStatement(ctx, contact, origin)];
}
