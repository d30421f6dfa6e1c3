import type { HashTurn } from "../../../crypto/hash-queue.ts";
import { type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { verifyCurrentPassword } from "../passwords/verify-current-password.ts";
import { withHashSlot } from "../passwords/with-hash-slot.ts";
import { type ProvenProfile, readProfile } from "./read-profile.ts";

export type ProveIdentityRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "wrong_password"
  | "too_many_attempts"
  | "service_busy";

/**
 * Proves the caller's identity by their password and, if they have a second factor, by a step-up
 * within STEP_UP_SECONDS; returns their profile. The step-up is checked first, so that a stolen
 * session cannot try passwords. Refuses with session_ended, account_suspended, step_up_required,
 * wrong_password, too_many_attempts or service_busy.
 */
export function proveIdentity(
  ctx: ServiceContext,
  caller: Caller,
  password: string,
): Promise<Outcome<ProvenProfile, ProveIdentityRefusal>> {
  return withHashSlot(ctx, (slot) => proveIdentityInSlot(slot, ctx, caller, password));
}

/**
 * Like proveIdentity, in a hash slot that was taken before, so that another hash can follow in it.
 */
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

/**
 * Returns the caller's profile if they are not suspended, and have no second factor or have proven
 * one within STEP_UP_SECONDS. Refuses with session_ended, account_suspended or step_up_required.
 */
export async function requireStepUp(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<ProvenProfile, "session_ended" | "account_suspended" | "step_up_required">> {
  const profile = await requireNotSuspended(ctx, caller);
  return profile.ok && profile.value.lacksStepUp ? refuse("step_up_required") : profile;
}

/**
 * Returns the caller's profile if they are not suspended: the check before anything is counted,
 * hashed or sent. The write checks it again. Refuses with session_ended or account_suspended.
 */
export async function requireNotSuspended(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
): Promise<Outcome<ProvenProfile, "session_ended" | "account_suspended">> {
  const profile = await readProfile(ctx, caller);
  return profile.ok && profile.value.user.suspension ? refuse("account_suspended") : profile;
}
