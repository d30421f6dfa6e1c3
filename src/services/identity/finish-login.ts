import { sql } from "drizzle-orm";
import { challengeHash } from "../../crypto/challenge.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { type ProofRefusal, proveFactor, refusalOfLostUse } from "./factors/prove-factor.ts";
import { type Proof, readProof } from "./factors/read-proof.ts";
import { type LoggedIn, openSession } from "./login/open-session.ts";

export interface SecondStep {
  /** The challenge that logIn returned. */
  readonly challenge: string;
  readonly proof: Proof;
  readonly origin: Origin;
}

/**
 * The second step of a login. The challenge replaces the password: it can be used until it expires,
 * until the password is changed, or until a session is opened with it. Refuses with
 * challenge_invalid, and as proveFactor does.
 */
export async function finishLogin(
  ctx: ServiceContext,
  { challenge, proof, origin }: SecondStep,
): Promise<Outcome<LoggedIn, "challenge_invalid" | ProofRefusal>> {
  const hash = challengeHash(challenge);
  if (!hash) return refuse("challenge_invalid");
  const user = sql`
    SELECT c.user_id FROM challenges c JOIN users p ON p.id = c.user_id
    WHERE c.hash = decode(${hash}, 'hex') AND c.purpose = 'log_in' AND c.expires_at > now()
      -- Checked here too, so that a login with an old password uses up no proof.
      AND c.password_fingerprint = sha256(convert_to(p.password_hash, 'UTF8'))`;
  const read = await readProof(ctx, { user, proof, purpose: "passkey_second_factor" });
  if (!read) return refuse("challenge_invalid");
  const source = { by: "address", name: origin.network } as const;
  const proven = await proveFactor(ctx, read, {
    source,
    proof,
    purpose: "passkey_second_factor",
  });
  if (!proven.ok) return proven;
  const { use, attempt } = proven.value;
  const opened = await openSession(ctx, {
    userId: read.userId,
    admission: { by: "second_factor", challengeHash: hash, use },
    attempt,
    origin,
  });
  if (opened.kind === "logged_in") return done(opened);
  if (opened.kind === "too_many") return opened.refusal;
  return refuse(opened.kind === "not_proven" ? refusalOfLostUse(use, true) : "challenge_invalid");
}
