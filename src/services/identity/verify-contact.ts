import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { type Channel, type Contact, contactOf } from "../../domain/contact.ts";
import { newId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { afterEffect } from "../../domain/statement-effect.ts";
import type { User } from "../../domain/user.ts";
import { isRefusalRecorded } from "../audit/refusal-event.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { trustResetsStatement } from "./contacts/admit-sending.ts";
import { codeHash, verificationRequest } from "./contacts/code-hash.ts";
import { CONTACT_COLUMNS } from "./contacts/find-contact.ts";
import { tryCodeStatement } from "./contacts/try-code.ts";
import { requireNotSuspended } from "./profile/prove-identity.ts";
import { hasActiveSession } from "./sessions/session-conditions.ts";
import { writeInSession } from "./sessions/write-in-session.ts";
import { admitAttempt } from "./throttle/admit-attempt.ts";
import { recordSuccess } from "./throttle/record-success.ts";

export type VerificationRefusal =
  | "session_ended"
  | "account_suspended"
  | "contact_missing"
  | "contact_verified"
  | "code_refused"
  | "email_taken"
  | "too_many_attempts";

export interface ContactProof {
  readonly channel: Channel;
  readonly code: string;
  readonly origin: Origin;
}

/**
 * Marks a contact of the caller as verified, given the code that was sent to it. Refuses with
 * code_refused, contact_missing, contact_verified, email_taken or too_many_attempts.
 */
export async function verifyContact(
  ctx: ServiceContext,
  caller: Caller,
  { channel, code, origin }: ContactProof,
): Promise<Outcome<User, VerificationRefusal>> {
  const profile = await requireNotSuspended(ctx, caller);
  if (!profile.ok) return profile;
  const { user } = profile.value;
  const contact = contactOf(user, channel);
  if (!contact) return refuse("contact_missing");
  if (contact.isVerified) return refuse("contact_verified");
  const source = { by: "session", name: caller.sessionId } as const;
  const attempt = { kind: "contact_code", subject: caller.userId, source } as const;
  const admitted = await admitAttempt(ctx, attempt);
  if (!admitted.ok) return admitted;

  const requestHash = verificationRequest(caller.userId, channel);
  const hash = codeHash(ctx, requestHash, caller.userId, contact, code);
  try {
    const written = await writeInSession(ctx, caller, (db) => [
      db.execute<{ is_verified: boolean }>(
        verifyContactStatement(ctx, caller, contact, { requestHash, hash }),
      ),
    ]);
    if (!written.ok) return written;
    if (!written.value[0].rows[0]?.is_verified) return refuse("code_refused");
  } catch (error) {
    // Only a caller who has received the code learns that another user has verified the same
    // address.
    if (isUniqueViolation(error, "users_email_verified_unique")) return refuse("email_taken");
    throw error;
  }
  await afterEffect(recordSuccess(ctx, admitted.value));
  await afterEffect(ctx.db.execute(trustResetsStatement(ctx, contact, origin)));
  return done({ ...user, [channel === "phone" ? "isPhoneVerified" : "isEmailVerified"]: true });
}

function verifyContactStatement(
  { nowMs }: ServiceContext,
  caller: Caller,
  { channel, address }: Contact,
  code: { readonly requestHash: string; readonly hash: string },
): SQL {
  const now = nowMs();
  const at = sql`now()`;
  const column = CONTACT_COLUMNS[channel];
  const only = hasActiveSession(caller);
  return sql`
    WITH tried AS (
      ${tryCodeStatement({ ...code, spends: true, only, at })}
    ), verified AS (
      UPDATE users SET ${column.verifiedAt} = ${at}, updated_at = ${at} FROM tried
      WHERE users.id = tried.id AND tried.is_correct AND ${column.address} = ${address}
      RETURNING users.id
    ), event AS (
      ${auditEvent({
        id: newId("aud", now),
        type: sql`CASE WHEN EXISTS (SELECT FROM verified)
          THEN 'contact_verified' ELSE 'contact_code_refused' END`,
        userId: sql`id`,
        details: { channel },
        from: sql`users`,
        where: sql`id = ${caller.userId} AND ${only} AND (EXISTS (SELECT FROM verified)
          OR ${isRefusalRecorded("contact_code_refused", sql`id`)})`,
      })}
    )
    SELECT EXISTS (SELECT FROM verified) AS is_verified`;
}
