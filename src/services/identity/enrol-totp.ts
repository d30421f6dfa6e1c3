import { sql } from "drizzle-orm";
import { newTotpSecret, totpSecretText, totpUri } from "../../crypto/totp.ts";
import { auditEvent } from "../../db/audit-event.ts";
import { TOTP_ENROLMENT_SECONDS } from "../../domain/bounds.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { accountNameOf } from "../../domain/user.ts";
import { type ActWait, boundedAct, refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { sealTotp } from "./factors/sealed-totp.ts";
import { type ProveIdentityRefusal, proveIdentity } from "./profile/prove-identity.ts";
import { hasSteppedUpSession } from "./sessions/session-conditions.ts";
import { writeInSteppedUpSession } from "./sessions/write-in-session.ts";

/** The shared secret for an authenticator app, as text and as a URI; shown only once. */
export interface TotpEnrolment {
  readonly secret: string;
  readonly uri: string;
  readonly expiresInSeconds: number;
}

export type EnrolTotpRefusal = ProveIdentityRefusal | "totp_enrolled";

/**
 * Starts the enrolment of an authenticator app. The app is not accepted as a factor until
 * confirmTotp has seen a code of it. A new start replaces an unconfirmed one. Refuses with
 * totp_enrolled when an app is confirmed already, and as proveIdentity does.
 */
export async function enrolTotp(
  ctx: ServiceContext,
  caller: Caller,
  { password }: { readonly password: string },
): Promise<Outcome<TotpEnrolment, EnrolTotpRefusal>> {
  const proven = await proveIdentity(ctx, caller, password);
  if (!proven.ok) return proven;
  const secret = newTotpSecret();
  const started = await startEnrolment(ctx, caller, await sealTotp(ctx, caller.userId, secret));
  if (!started.ok) return started;
  return done({
    secret: totpSecretText(secret),
    uri: totpUri(secret, accountNameOf(proven.value.user)),
    expiresInSeconds: TOTP_ENROLMENT_SECONDS,
  });
}

async function startEnrolment(
  ctx: ServiceContext,
  caller: Caller,
  sealedSecret: string,
): Promise<Outcome<null, EnrolTotpRefusal>> {
  const now = ctx.nowMs();
  const bound = boundedAct(caller.userId, "totp_enrolment_begun");
  const statement = sql`
    WITH begun AS (
      INSERT INTO totp_factors AS t (user_id, sealed_secret, created_at)
      SELECT ${caller.userId}::uuid, ${sealedSecret}, now()
      WHERE ${hasSteppedUpSession(caller)} AND ${bound.isAllowed}
      ON CONFLICT (user_id) DO UPDATE
        SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
        WHERE t.confirmed_at IS NULL
      RETURNING user_id
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: "totp_enrolment_begun", userId: sql`user_id`, from: sql`begun` })}
    )
    SELECT user_id FROM begun`;
  const written = await writeInSteppedUpSession(ctx, caller, (db) => [
    db.execute<ActWait>(bound.read),
    db.execute(statement),
  ]);
  if (!written.ok) return written;
  const refusal = refusalOfAct(written.value[0]);
  if (refusal) return refusal;
  return written.value[1].rows.length === 1 ? done(null) : refuse("totp_enrolled");
}
