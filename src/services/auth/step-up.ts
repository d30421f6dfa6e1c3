import { sql } from "drizzle-orm";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { SecondFactor } from "../../domain/second-factor.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type Proof, type ProofRefusal, proveFactor } from "../factors/prove-factor.ts";
import { whileLive } from "../sessions/live-session.ts";
import { readProfile } from "../users/read-profile.ts";

/** Proves a second factor in the caller's session: for STEP_UP_SECONDS it may do what is sensitive. */
export async function stepUp(
  ctx: ServiceContext,
  caller: Caller,
  proof: Proof,
): Promise<Outcome<null, "session_ended" | ProofRefusal>> {
  // A session that has ended must not use codes up.
  const profile = await readProfile(ctx, caller);
  if (!profile.ok) return profile;
  const claim = { purpose: "passkey_step_up", ...caller } as const;
  const source = { by: "session", name: caller.sessionId } as const;
  const proven = await proveFactor(ctx, { userId: caller.userId, source, proof, claim });
  if (!proven.ok) return proven;
  return (await write(ctx, caller, proven.value)) ? done(null) : refuse("session_ended");
}

async function write(
  { db, nowMs }: ServiceContext,
  caller: Caller,
  factor: SecondFactor,
): Promise<boolean> {
  const now = nowMs();
  const at = new Date(now).toISOString();
  const { rows } = await db.execute(sql`
    WITH stepped AS (
      UPDATE sessions SET stepped_up_at = ${at}::timestamptz
      WHERE id = ${caller.sessionId} AND ${whileLive(caller)}
      RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, details, created_at)
      SELECT ${newId("aud", now)}::uuid, 'session_stepped_up', user_id,
        ${JSON.stringify({ second_factor: factor })}::jsonb, ${at}::timestamptz FROM stepped
    )
    SELECT user_id FROM stepped`);
  return rows.length === 1;
}
