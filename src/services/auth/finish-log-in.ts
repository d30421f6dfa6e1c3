import { sql } from "drizzle-orm";
import { challengeHash } from "../../crypto/challenge.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { type Proof, type ProofRefusal, proveFactor } from "../factors/prove-factor.ts";
import { openSession } from "../sessions/open-session.ts";
import { type LoggedIn, loggedIn } from "./logged-in.ts";

export interface SecondStep {
  /** What the first step answered. */
  readonly challenge: string;
  readonly proof: Proof;
  readonly origin: Origin;
}

/**
 * The second step of a log-in. The challenge stands for the password until a proof is right, runs out,
 * or the password is changed; with the session it is used up.
 */
export async function finishLogIn(
  ctx: ServiceContext,
  { challenge, proof, origin }: SecondStep,
): Promise<Outcome<LoggedIn, "challenge_invalid" | ProofRefusal>> {
  const hash = challengeHash(challenge);
  const userId = hash && (await whoseChallenge(ctx, hash));
  if (!userId) return refuse("challenge_invalid");
  const source = { by: "address", name: origin.network } as const;
  const claim = { purpose: "passkey_second_factor", userId } as const;
  const proven = await proveFactor(ctx, { userId, source, proof, claim });
  if (!proven.ok) return proven;
  const admission = { by: "second_factor", challengeHash: hash, factor: proven.value } as const;
  const tokens = await openSession(ctx, { userId, admission, origin });
  return tokens ? loggedIn(ctx, userId, tokens) : refuse("challenge_invalid");
}

async function whoseChallenge({ db, nowMs }: ServiceContext, hash: string): Promise<UserId | null> {
  const { rows } = await db.execute<{ user_id: UserId }>(sql`
    SELECT c.user_id FROM challenges c JOIN users p ON p.id = c.user_id
    WHERE c.hash = decode(${hash}, 'hex') AND c.purpose = 'log_in'
      AND c.expires_at > ${new Date(nowMs()).toISOString()}::timestamptz
      -- A log-in that a new password has ended shall not use up a proof first.
      AND c.password_fingerprint = sha256(convert_to(p.password_hash, 'UTF8'))`);
  return rows[0]?.user_id ?? null;
}
