import type { HashTurn } from "../../crypto/hash-queue.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import type { ProvenProfile } from "./read-profile.ts";
import { requireStepUp } from "./require-step-up.ts";
import { verifyCurrentPassword } from "./verify-current-password.ts";
import { withHashPlace } from "./with-hash-place.ts";

export type ProofOfSelfRefusal =
  | "session_ended"
  | "step_up_required"
  | "wrong_password"
  | "too_many_attempts"
  | "service_busy";

/**
 * The profile of a caller who has just proven themselves as far as they can: by the password, and by a
 * fresh second factor where one is enrolled. That comes first, so that a stolen session cannot try
 * passwords.
 */
export function proveProfile(
  ctx: ServiceContext,
  caller: Caller,
  password: string,
): Promise<Outcome<ProvenProfile, ProofOfSelfRefusal>> {
  return withHashPlace(ctx, (place) => proveProfileIn(place, ctx, caller, password));
}

/** The same in a place that the caller has already, for another hash after it. */
export async function proveProfileIn(
  turn: HashTurn,
  ctx: ServiceContext,
  caller: Caller,
  password: string,
): Promise<Outcome<ProvenProfile, ProofOfSelfRefusal>> {
  const profile = await requireStepUp(ctx, caller);
  if (!profile.ok) return profile;
  const proof = { password, passwordHash: profile.value.passwordHash };
  const verified = await verifyCurrentPassword(ctx, caller, proof, turn);
  return verified.ok ? profile : verified;
}
