import type { ChallengePurpose } from "../../../db/schema/index.ts";
import type { SessionId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { AttemptSource } from "../../../domain/throttle.ts";
import { recordRefusal } from "../../audit/refusal-event.ts";
import type { ServiceContext } from "../../context.ts";
import { type AdmittedAttempt, admitAttempt } from "../throttle/admit-attempt.ts";
import type { FactorUse } from "./factor-use.ts";
import type { Proof, ProofRead } from "./read-proof.ts";
import { type ProvePasskeyRefusal, usePasskey } from "./use-passkey.ts";
import { useRecoveryCode } from "./use-recovery-code.ts";
import { useTotp } from "./use-totp.ts";

/** A correct proof. */
export interface Proven {
  /** Must be used up by the statement that relies on it. */
  readonly use: FactorUse;
  /**
   * The attempt that the proof was counted as. The same transaction must record its success. Null
   * for a passkey, which is not counted.
   */
  readonly attempt: AdmittedAttempt | null;
}

/** A proof, and for what it is given. */
export interface FactorProof {
  readonly source: AttemptSource;
  readonly proof: Proof;
  /** What the challenge of a passkey must have been issued for. */
  readonly purpose: ChallengePurpose;
  readonly sessionId?: SessionId;
}

export type ProofRefusal = "second_factor_wrong" | "too_many_attempts" | ProvePasskeyRefusal;

/**
 * Checks a proof of a second factor. A code is counted before it is compared. Refuses with
 * second_factor_wrong, too_many_attempts (and the delay), passkey_invalid or challenge_invalid.
 */
export async function proveFactor(
  ctx: ServiceContext,
  read: ProofRead,
  { source, proof, purpose, sessionId }: FactorProof,
): Promise<Outcome<Proven, ProofRefusal>> {
  if (proof.by === "passkey") {
    const claim = { purpose, userId: read.userId, ...(sessionId && { sessionId }) };
    const used = await usePasskey(ctx, proof.answer, read, claim);
    return used.ok ? done({ use: used.value.use, attempt: null }) : used;
  }
  const { by, code } = proof;
  const { userId } = read;
  const admitted = await admitAttempt(ctx, { kind: by, subject: userId, source });
  if (!admitted.ok) return admitted;
  const use =
    by === "totp"
      ? await useTotp(ctx, userId, read.sealedTotp, code)
      : useRecoveryCode(ctx, userId, code);
  if (use) return done({ use, attempt: admitted.value });
  await recordRefusal(ctx, userId, "second_factor_refused", { method: by });
  return refuse("second_factor_wrong");
}

/**
 * The refusal of a correct proof that this request did not use up: a concurrent request has used
 * it, or has taken the challenge.
 */
export function refusalOfLostUse(
  { method }: FactorUse,
  isChallengeTaken: boolean,
): "passkey_invalid" | "second_factor_wrong" | "challenge_invalid" {
  if (!isChallengeTaken) return "challenge_invalid";
  return method === "passkey" ? "passkey_invalid" : "second_factor_wrong";
}
