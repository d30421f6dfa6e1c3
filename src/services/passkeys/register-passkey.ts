import { sql } from "drizzle-orm";
import {
  type Credential,
  challengeOf,
  type RegistrationAnswer,
  verifyRegistration,
} from "../../crypto/passkey.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { newId } from "../../domain/ids.ts";
import { PASSKEYS_PER_USER_MAX } from "../../domain/limits.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import { takeChallenge } from "../challenges/take-challenge.ts";
import type { ServiceContext } from "../context.ts";
import type { FactorAdded } from "../factors/confirm-totp.ts";
import type { Passkey } from "../factors/list-factors.ts";
import { factorAdded, freshCodes } from "../factors/new-factor.ts";
import { whileSteppedUp } from "../sessions/live-session.ts";
import { lockPerson } from "../sessions/lock-person.ts";
import { requireStepUp } from "../users/require-step-up.ts";

export interface PasskeyInput {
  /** What its person calls it. */
  readonly name: string;
  readonly answer: RegistrationAnswer;
}

export type RegisterPasskeyRefusal =
  | "session_ended"
  | "step_up_required"
  | "challenge_invalid"
  | "passkey_invalid"
  | "passkey_taken"
  | "passkey_limit_reached";

/** Registers the passkey that a browser made for the caller's challenge. Source: WebAuthn §7.1. */
export async function registerPasskey(
  ctx: ServiceContext,
  caller: Caller,
  { name, answer }: PasskeyInput,
): Promise<Outcome<FactorAdded & { readonly passkey: Passkey }, RegisterPasskeyRefusal>> {
  const steppedUp = await requireStepUp(ctx, caller);
  if (!steppedUp.ok) return steppedUp;
  const challenge = challengeOf(answer);
  const claim = { purpose: "passkey_registration", ...caller } as const;
  if (challenge === null || !(await takeChallenge(ctx, challenge, claim))) {
    return refuse("challenge_invalid");
  }
  const credential = await verifyRegistration(ctx.config, answer, challenge);
  return credential ? write(ctx, caller, name, credential) : refuse("passkey_invalid");
}

async function write(
  { db, nowMs }: ServiceContext,
  caller: Caller,
  name: string,
  { credentialId, publicKey, signCount, transports }: Credential,
): Promise<
  Outcome<FactorAdded & { readonly passkey: Passkey }, "passkey_taken" | "passkey_limit_reached">
> {
  const now = nowMs();
  const createdAt = new Date(now);
  const at = createdAt.toISOString();
  const id = newId("psk", now);
  const codes = freshCodes();
  const add = db.execute<{ codes: number }>(sql`
    WITH added AS (
      INSERT INTO passkeys
        (id, user_id, credential_id, public_key, sign_count, transports, name, created_at)
      SELECT ${id}::uuid, ${caller.userId}::uuid, decode(${credentialId}, 'hex'),
        decode(${publicKey}, 'hex'), ${signCount}::bigint,
        ARRAY(SELECT json_array_elements_text(${JSON.stringify(transports)}::json)), ${name},
        ${at}::timestamptz
      WHERE ${whileSteppedUp(caller)} AND (SELECT count(*) FROM passkeys
        WHERE user_id = ${caller.userId}) < ${PASSKEYS_PER_USER_MAX}::int
      RETURNING user_id
    ), ${factorAdded(sql`added`, caller, codes, now)}, event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, 'passkey_added', user_id, ${at}::timestamptz FROM added
    )
    SELECT (SELECT count(*)::int FROM codes) AS codes FROM added`);
  try {
    // The lock of the person's row puts additions in line, so that the limit holds in every race.
    const [, { rows }] = await db.batch([db.execute(lockPerson(caller)), add]);
    const [row] = rows;
    if (!row) return refuse("passkey_limit_reached");
    const passkey = { id, name, createdAt, lastUsedAt: null };
    return done({ passkey, recoveryCodes: row.codes > 0 ? codes.codes : null });
  } catch (error) {
    if (isUniqueViolation(error, "passkeys_credential_id_unique")) return refuse("passkey_taken");
    throw error;
  }
}
