import type { PasskeyAnswer } from "../../crypto/passkey.ts";
import type { GuessSource } from "../../domain/guess.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { type AdmittedGuess, admitGuess } from "../guessing/admit-guess.ts";
import { type ProvePasskeyRefusal, usePasskey } from "../passkeys/use-passkey.ts";
import type { FactorUse } from "./factor-use.ts";
import type { ProofRead } from "./read-proof.ts";
import { recordRefusal } from "./record-refusal.ts";
import { useRecoveryCode } from "./use-recovery-code.ts";
import { useTotp } from "./use-totp.ts";

/** What a person sends to prove their second factor. */
export type Proof =
  | { readonly by: "totp" | "recovery_code"; readonly code: string }
  | { readonly by: "passkey"; readonly answer: PasskeyAnswer };

/** A proof that looked right. */
export interface Proven {
  /** To be used up by the statement that it admits to. */
  readonly use: FactorUse;
  /** The try that it was counted as, to be given back by the same transaction; null: it is not counted. */
  readonly guess: AdmittedGuess | null;
}

export type ProofRefusal = "second_factor_wrong" | "too_many_attempts" | ProvePasskeyRefusal;

/** Judges a proof; a code is counted before it is tried. */
export async function proveFactor(
  ctx: ServiceContext,
  read: ProofRead,
  { source, proof }: { readonly source: GuessSource; readonly proof: Proof },
): Promise<Outcome<Proven, ProofRefusal>> {
  if (proof.by === "passkey") {
    const used = await usePasskey(ctx, proof.answer, read, read.userId);
    return used.ok ? done({ use: used.value.use, guess: null }) : used;
  }
  const { by, code } = proof;
  const { userId } = read;
  const admitted = await admitGuess(ctx, { kind: by, subject: userId, source });
  if (!admitted.ok) return admitted;
  const use =
    by === "totp"
      ? await useTotp(ctx, userId, read.sealedTotp, code)
      : useRecoveryCode(ctx, userId, code);
  if (use) return done({ use, guess: admitted.value });
  await recordRefusal(ctx, userId, by);
  return refuse("second_factor_wrong");
}

/** What it is called when a proof that looked right was used up by somebody faster. */
export function refusalOf({ method }: FactorUse): "passkey_invalid" | "second_factor_wrong" {
  return method === "passkey" ? "passkey_invalid" : "second_factor_wrong";
}
