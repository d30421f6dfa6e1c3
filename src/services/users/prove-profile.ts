import type { Outcome } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import type { ProvenProfile } from "./read-profile.ts";
import { requireStepUp } from "./require-step-up.ts";
import { verifyCurrentPassword } from "./verify-current-password.ts";

export type ProofOfSelfRefusal =
  | "session_ended"
  | "step_up_required"
  | "wrong_password"
  | "too_many_attempts";

/**
 * The profile of a caller who has just proven themselves as far as they can: by the password, and by a
 * fresh second factor where one is enrolled. That comes first, so that a stolen session cannot try
 * passwords.
 */
export async function proveProfile(
  ctx: ServiceContext,
  caller: Caller,
  password: string,
): Promise<Outcome<ProvenProfile, ProofOfSelfRefusal>> {
  const profile = await requireStepUp(ctx, caller);
  if (!profile.ok) return profile;
  const proof = { password, passwordHash: profile.value.passwordHash };
  const verified = await verifyCurrentPassword(ctx, caller, proof);
  return verified.ok ? profile : verified;
}
