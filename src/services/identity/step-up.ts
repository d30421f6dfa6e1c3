import { sql } from "drizzle-orm";
import { lockUser } from "../../db/active-session.ts";
import { auditEvent } from "../../db/audit-event.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type ActWait, boundedAct, refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { afterProofEvent, isFactorUsed, useFactorCtes } from "./factors/factor-use.ts";
import {
  type ProofRefusal,
  type Proven,
  proveFactor,
  refusalOfLostUse,
} from "./factors/prove-factor.ts";
import { type Proof, readProof } from "./factors/read-proof.ts";
import { hasSessionEvenIfSuspended } from "./sessions/session-conditions.ts";
import { recordSuccessStatement } from "./throttle/record-success.ts";

/**
 * Proves a second factor in the caller's session, which may then make sensitive changes for
 * STEP_UP_SECONDS. Refuses with session_ended, and as proveFactor does.
 */
export async function stepUp(
  ctx: ServiceContext,
  caller: Caller,
  proof: Proof,
): Promise<Outcome<null, "session_ended" | ProofRefusal>> {
  const { userId, sessionId } = caller;
  const user = sql`SELECT ${userId}::uuid AS user_id WHERE ${hasSessionEvenIfSuspended(caller)}`;
  const read = await readProof(ctx, { user, proof, purpose: "passkey_step_up", sessionId });
  if (!read) return refuse("session_ended");
  const source = { by: "session", name: sessionId } as const;
  const proven = await proveFactor(ctx, read, {
    source,
    proof,
    purpose: "passkey_step_up",
    sessionId,
  });
  if (!proven.ok) return proven;
  const written = await write(ctx, caller, proven.value);
  if (!written.ok) return written;
  if (!written.value.is_active) return refuse("session_ended");
  if (written.value.is_proven) return done(null);
  return refuse(refusalOfLostUse(proven.value.use, written.value.is_taken));
}

interface StepUpRow extends Record<string, unknown> {
  readonly is_active: boolean;
  readonly is_taken: boolean;
  readonly is_proven: boolean;
}

async function write(
  { db, nowMs }: ServiceContext,
  caller: Caller,
  { use, attempt }: Proven,
): Promise<Outcome<StepUpRow, "too_many_attempts">> {
  const bound = boundedAct(caller.userId, "session_stepped_up");
  // Neither an ended session nor a step-up beyond the bound must use up a code.
  const isActive = hasSessionEvenIfSuspended(caller);
  const only = sql`${isActive} AND ${bound.isAllowed}`;
  const eventId = newId("aud", nowMs());
  const step = sql`
    WITH ${useFactorCtes(use, only)}, stepped AS (
      UPDATE sessions SET stepped_up_at = now()
      WHERE id = ${caller.sessionId} AND EXISTS (SELECT FROM used) AND ${only}
      RETURNING user_id
    ), event AS (
      ${auditEvent({
        id: eventId,
        type: "session_stepped_up",
        userId: sql`user_id`,
        details: { second_factor: use.method },
        from: sql`stepped, ${afterProofEvent}`,
      })}
    )
    SELECT ${isActive} AS is_active, EXISTS (SELECT FROM taken) AS is_taken, EXISTS (SELECT FROM used) AS is_proven`;
  const recordSuccess = attempt ? recordSuccessStatement(attempt, isFactorUsed(use)) : sql`SELECT`;
  const [, waiting, { rows }] = await db.batch([
    // The user row is locked first, as in every batch that writes about a user, to prevent
    // deadlocks.
    db.execute(lockUser(caller.userId)),
    db.execute<ActWait>(bound.read),
    db.execute<StepUpRow>(step),
    db.execute(recordSuccess),
  ]);
  return (
    refusalOfAct(waiting) ??
    done(rows[0] ?? { is_active: false, is_taken: false, is_proven: false })
  );
}
