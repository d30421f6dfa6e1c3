import type { PasskeyAnswer } from "../../crypto/passkey.ts";
import type { GuessSource } from "../../domain/guess.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { SecondFactor } from "../../domain/second-factor.ts";
import type { ChallengeClaim } from "../challenges/take-challenge.ts";
import type { ServiceContext } from "../context.ts";
import { admitGuess } from "../guessing/admit-guess.ts";
import { recordRightGuess } from "../guessing/record-right-guess.ts";
import { type ProvePasskeyRefusal, provePasskey } from "../passkeys/prove-passkey.ts";
import { proveRecoveryCode } from "./prove-recovery-code.ts";
import { proveTotp } from "./prove-totp.ts";
import { recordRefusal } from "./record-refusal.ts";

/** What a person sends to prove their second factor. */
export type Proof =
  | { readonly by: "totp" | "recovery_code"; readonly code: string }
  | { readonly by: "passkey"; readonly answer: PasskeyAnswer };

export interface Proving {
  readonly userId: UserId;
  readonly source: GuessSource;
  readonly proof: Proof;
  /** What a passkey's challenge was put out for. */
  readonly claim: ChallengeClaim;
}

export type ProofRefusal = "second_factor_wrong" | "too_many_attempts" | ProvePasskeyRefusal;

/** Proves a person's second factor once: each proof is used up by it. */
export async function proveFactor(
  ctx: ServiceContext,
  { userId, source, proof, claim }: Proving,
): Promise<Outcome<SecondFactor, ProofRefusal>> {
  const outcome =
    proof.by === "passkey"
      ? await provePasskey(ctx, proof.answer, claim)
      : await proveCode(ctx, userId, source, proof);
  return outcome.ok ? done(proof.by) : outcome;
}

async function proveCode(
  ctx: ServiceContext,
  userId: UserId,
  source: GuessSource,
  { by, code }: Exclude<Proof, { by: "passkey" }>,
): Promise<Outcome<null, "second_factor_wrong" | "too_many_attempts">> {
  const admitted = await admitGuess(ctx, { kind: by, subject: userId, source });
  if (!admitted.ok) return admitted;
  const prove = by === "totp" ? proveTotp : proveRecoveryCode;
  if (!(await prove(ctx, userId, code))) {
    await recordRefusal(ctx, userId, by);
    return refuse("second_factor_wrong");
  }
  await recordRightGuess(ctx, admitted.value);
  return done(null);
}
