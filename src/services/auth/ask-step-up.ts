import { sql } from "drizzle-orm";
import { type PasskeyOptions, passkeyOptions } from "../../crypto/passkey.ts";
import { PASSKEY_CHALLENGE_SECONDS } from "../../domain/limits.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import { issuing } from "../challenges/issue-challenge.ts";
import type { ServiceContext } from "../context.ts";
import { factorQueries, foundFactors } from "../factors/find-factors.ts";
import { whileLive } from "../sessions/live-session.ts";
import { readAs } from "../sessions/read-as.ts";

/** What a browser needs to step the caller's session up by one of their passkeys. */
export async function askStepUp(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<PasskeyOptions, "session_ended" | "factor_not_found">> {
  const { userId, sessionId } = caller;
  const { challenge, statement } = issuing(ctx, {
    purpose: "passkey_step_up",
    ttlSeconds: PASSKEY_CHALLENGE_SECONDS,
    userId,
    sessionId,
    only: sql`EXISTS (SELECT FROM passkeys k WHERE k.user_id = ${userId}) AND ${whileLive(caller)}`,
  });
  const read = await readAs(ctx, caller, (db) => [
    ...factorQueries(db, userId),
    db.execute(statement),
  ]);
  if (!read.ok) return read;
  const [totp, keys, codes] = read.value;
  const { passkeys } = foundFactors([totp, keys, codes]);
  if (passkeys.length === 0) return refuse("factor_not_found");
  return done(passkeyOptions(ctx.config, challenge, passkeys));
}
