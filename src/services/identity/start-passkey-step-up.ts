import { sql } from "drizzle-orm";
import { type PasskeyOptions, passkeyOptions } from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS } from "../../domain/bounds.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { withoutEffect } from "../../domain/statement-effect.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { issueChallengeStatement } from "./challenges/issue-challenge.ts";
import { factorQueries, foundFactors } from "./factors/find-factors.ts";
import { readInSession } from "./sessions/read-in-session.ts";
import { hasSessionEvenIfSuspended } from "./sessions/session-conditions.ts";

/**
 * Returns the browser's options for stepping up the caller's session with one of their passkeys.
 * Refuses with session_ended, and with factor_not_found when the caller has no passkey.
 */
export async function startPasskeyStepUp(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<PasskeyOptions, "session_ended" | "factor_not_found">> {
  const { userId, sessionId } = caller;
  const { challenge, statement } = issueChallengeStatement(ctx, {
    purpose: "passkey_step_up",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId,
    sessionId,
    only: sql`EXISTS (SELECT FROM passkeys k WHERE k.user_id = ${userId}) AND ${hasSessionEvenIfSuspended(caller)}`,
  });
  // A challenge that its client has not received is of no use to anybody.
  const reading = readInSession(ctx, caller, (db) => [
    ...factorQueries(db, userId),
    db.execute(statement),
  ]);
  const read = await withoutEffect(reading);
  if (!read.ok) return read;
  const [totp, keys, codes] = read.value;
  const { passkeys } = foundFactors([totp, keys, codes]);
  if (passkeys.length === 0) return refuse("factor_not_found");
  return done(passkeyOptions(ctx.config, challenge, passkeys));
}
