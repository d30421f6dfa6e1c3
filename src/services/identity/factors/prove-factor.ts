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

export type ProofRefusal = "second_factor_wrong" | "too_many_attempts" | ProvePasskeyRefusal;

/**
 * Checks a proof of a second factor. A code is counted before it is compared. Refuses with
 * second_factor_wrong, too_many_attempts (and the delay), passkey_invalid or challenge_invalid.
 */
export async function proveFactor(
  ctx: ServiceContext,
  read: ProofRead,
  { source, proof }: { readonly source: AttemptSource; readonly proof: Proof },
): Promise<Outcome<Proven, ProofRefusal>> {
  if (proof.by === "passkey") {
    const used = await usePasskey(ctx, proof.answer, read, read.userId);
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

/** The refusal when a concurrent request has used up a correct proof first. */
export function refusalOfLostUse({ method }: FactorUse): "passkey_invalid" | "second_factor_wrong" {
  return method === "passkey" ? "passkey_invalid" : "second_factor_wrong";
}
