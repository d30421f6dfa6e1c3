import type { HashTurn } from "../../../crypto/hash-queue.ts";
import { type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { verifyCurrentPassword } from "../passwords/verify-current-password.ts";
import { withHashSlot } from "../passwords/with-hash-slot.ts";
import { type ProvenProfile, readProfile } from "./read-profile.ts";

export type ProveIdentityRefusal =
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
export function proveIdentity(
  ctx: ServiceContext,
  caller: Caller,
  password: string,
): Promise<Outcome<ProvenProfile, ProveIdentityRefusal>> {
  return withHashSlot(ctx, (slot) => proveIdentityInSlot(slot, ctx, caller, password));
}

/** The same in a place that the caller has already, for another hash after it. */
export async function proveIdentityInSlot(
  turn: HashTurn,
  ctx: ServiceContext,
  caller: Caller,
  password: string,
): Promise<Outcome<ProvenProfile, ProveIdentityRefusal>> {
  const profile = await requireStepUp(ctx, caller);
  if (!profile.ok) return profile;
  const proof = { password, passwordHash: profile.value.passwordHash };
  const verified = await verifyCurrentPassword(ctx, caller, proof, turn);
  return verified.ok ? profile : verified;
}

/** The caller's profile, of whoever has proven a second factor lately or has none. */
export async function requireStepUp(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<ProvenProfile, "session_ended" | "step_up_required">> {
  const profile = await readProfile(ctx, caller);
  return profile.ok && profile.value.lacksStepUp ? refuse("step_up_required") : profile;
}
