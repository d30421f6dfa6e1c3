import { type SQL, sql } from "drizzle-orm";
import { requestTokenHash } from "../../../crypto/request-token.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import { newId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Phone } from "../../../domain/phone.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import { isRefusalRecorded } from "../../audit/refusal-event.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { codeHash } from "../contacts/code-hash.ts";
import { tryCodeStatement } from "../contacts/try-code.ts";
import { type AdmittedAttempt, admitAttempt } from "../throttle/admit-attempt.ts";

/** What a client presents for a phone: the token of its claim, and the code that was sent. */
export interface PresentedClaim {
  readonly claim: string;
  readonly code: string;
}

/** A claim whose code was right when it was tried; the CTEs of takePhoneCtes use the code up. */
export interface ProvenClaim {
  readonly requestHash: string;
  readonly hash: string;
  readonly attempt: AdmittedAttempt;
}

/** Who presents a claim: a network at registration, a session when a user changes their phone. */
export type Claimant = { readonly network: string } | Caller;

/**
 * Checks the code of a claim without using it up. A wrong one is counted on the claim, and written
 * to the audit log of a signed-in claimant. Refuses with code_refused for an unknown claim too, and
 * with too_many_attempts.
 */
export async function tryClaim(
  ctx: ServiceContext,
  phone: Phone,
  { claim, code }: PresentedClaim,
  claimant: Claimant,
): Promise<Outcome<ProvenClaim, "code_refused" | "too_many_attempts">> {
  const requestHash = requestTokenHash("mpc_", claim);
  if (!requestHash) return refuse("code_refused");
  const admitted = await admitAttempt(ctx, attemptOf(requestHash, claimant));
  if (!admitted.ok) return admitted;
  const hash = codeHash(ctx, requestHash, null, { channel: "phone", address: phone }, code);
  const trying = ctx.db.execute<{ is_correct: boolean }>(
    tryClaimStatement({ requestHash, hash }, claimant, ctx.nowMs()),
  );
  const { rows } = await withoutEffect(trying);
  if (!rows[0]?.is_correct) return refuse("code_refused");
  return done({ requestHash, hash, attempt: admitted.value });
}

function attemptOf(requestHash: string, claimant: Claimant): Attempt {
  const kind = "contact_code";
  return "userId" in claimant
    ? { kind, subject: claimant.userId, source: { by: "session", name: claimant.sessionId } }
    : { kind, subject: requestHash, source: { by: "address", name: claimant.network } };
}

function tryClaimStatement(
  code: { readonly requestHash: string; readonly hash: string },
  claimant: Claimant,
  nowMs: number,
): SQL {
  const only = sql`purpose = 'phone_claim'`;
  const tried = tryCodeStatement({ ...code, spends: false, only, at: sql`now()` });
  if (!("userId" in claimant)) return sql`WITH tried AS (${tried}) SELECT is_correct FROM tried`;
  return sql`
    WITH tried AS (${tried}), event AS (
      ${auditEvent({
        id: newId("aud", nowMs),
        type: "contact_code_refused",
        userId: sql`id`,
        details: { purpose: "phone_claim", channel: "phone" },
        from: sql`users`,
        where: sql`id = ${claimant.userId} AND deleted_at IS NULL
          AND NOT EXISTS (SELECT FROM tried WHERE is_correct)
          AND ${isRefusalRecorded("contact_code_refused", sql`id`)}`,
      })}
    )
    SELECT is_correct FROM tried`;
}
