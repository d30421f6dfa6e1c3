import { sql } from "drizzle-orm";
import {
  type Credential,
  challengeOf,
  type RegistrationAnswer,
  verifyRegistration,
} from "../../crypto/passkey.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { PASSKEYS_PER_USER_MAX } from "../../domain/bounds.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { perUserAttempt } from "../../domain/throttle.ts";
import { type ActWait, refusalOfAct } from "../audit/bounded-act.ts";
import { recordRefusal } from "../audit/refusal-event.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import type { SealedMessage } from "../messages/seal-message.ts";
import { takeChallenge } from "./challenges/take-challenge.ts";
import type { FactorAdded } from "./confirm-totp.ts";
import { sealFactorNotices } from "./factors/factor-notices.ts";
import { factorAddedCtes, newCodeSet } from "./factors/new-factor.ts";
import type { Passkey } from "./list-factors.ts";
import { requireStepUp } from "./profile/prove-identity.ts";
import { hasSteppedUpSession } from "./sessions/session-conditions.ts";
import { writeInSteppedUpSession } from "./sessions/write-in-session.ts";
import { countedChange } from "./throttle/counted-change.ts";

export interface PasskeyInput {
  /** The name that its user gives it. */
  readonly name: string;
  readonly answer: RegistrationAnswer;
}

export type RegisterPasskeyRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "challenge_invalid"
  | "passkey_invalid"
  | "passkey_taken"
  | "passkey_limit_reached"
  | "too_many_attempts";

/**
 * Registers the passkey that a browser made for the caller's challenge. The first factor of a user
 * also makes recovery codes. Source: WebAuthn §7.1.
 */
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
  if (!credential) {
    await recordRefusal(ctx, caller.userId, "enrolment_code_refused", { method: "passkey" });
    return refuse("passkey_invalid");
  }
  const { user } = steppedUp.value;
  const messages = await sealFactorNotices(ctx, user, "passkey_added");
  return write(ctx, caller, { name, credential, messages });
}

interface AddedRow extends Record<string, unknown> {
  readonly codes: number;
  readonly created_at_ms: number;
}

interface NewPasskey {
  readonly name: string;
  readonly credential: Credential;
  readonly messages: readonly SealedMessage[];
}

async function write(
  ctx: ServiceContext,
  caller: Caller,
  { name, credential, messages }: NewPasskey,
): Promise<Outcome<FactorAdded & { readonly passkey: Passkey }, RegisterPasskeyRefusal>> {
  const { credentialId, publicKey, signCount, transports } = credential;
  const now = ctx.nowMs();
  const id = newId("psk", now);
  const codes = newCodeSet();
  const change = countedChange(ctx, [perUserAttempt(caller.userId, "factor_change")]);
  const add = sql`
    WITH added AS (
      INSERT INTO passkeys
        (id, user_id, credential_id, public_key, sign_count, transports, name, created_at)
      SELECT ${id}::uuid, ${caller.userId}::uuid, decode(${credentialId}, 'hex'),
        decode(${publicKey}, 'hex'), ${signCount}::bigint,
        ARRAY(SELECT json_array_elements_text(${JSON.stringify(transports)}::json)), ${name},
        now()
      WHERE ${hasSteppedUpSession(caller)} AND (SELECT count(*) FROM passkeys
        WHERE user_id = ${caller.userId}) < ${PASSKEYS_PER_USER_MAX}::int
        AND ${change.isAllowed}
      RETURNING user_id, created_at
    ), ${change.count(sql`EXISTS (SELECT FROM added)`)}, ${factorAddedCtes(sql`added`, caller, { event: "passkey_added", codes, messages }, now)}, dropped AS (
      -- A pending enrolment of an app was started without proof of this factor, perhaps by a thief.
      DELETE FROM totp_factors
      WHERE confirmed_at IS NULL AND user_id IN (SELECT user_id FROM added)
    )
    SELECT (SELECT count(*)::int FROM codes) AS codes,
      extract(epoch FROM created_at) * 1000 AS created_at_ms FROM added`;
  try {
    // The lock of the user row makes concurrent additions run one after the other, so the limit
    // holds.
    const written = await writeInSteppedUpSession(ctx, caller, (db) => [
      db.execute(change.lock),
      db.execute<ActWait>(change.read),
      db.execute<AddedRow>(add),
    ]);
    if (!written.ok) return written;
    const [, waiting, result] = written.value;
    const refused = refusalOfAct(waiting);
    if (refused) return refused;
    const [row] = result.rows;
    if (!row) return refuse("passkey_limit_reached");
    deliverSoon(ctx, messages);
    const createdAt = new Date(Number(row.created_at_ms));
    const passkey = { id, name, createdAt, lastUsedAt: null };
    return done({ passkey, recoveryCodes: row.codes > 0 ? codes.codes : null });
  } catch (error) {
    if (isUniqueViolation(error, "passkeys_credential_id_unique")) return refuse("passkey_taken");
    throw error;
  }
}
