import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { proveProfile } from "./prove-profile.ts";

export type DeletionRefusal =
  | "session_ended"
  | "step_up_required"
  | "wrong_password"
  | "too_many_attempts"
  | "service_busy"
  | "balance_not_zero"
  | "wallet_frozen"
  | "outcome_unknown";

/** Ends the caller's account: wallets close, what is personal is erased, history stays. */
export async function deleteAccount(
  ctx: ServiceContext,
  caller: Caller,
  { password }: { readonly password: string },
): Promise<Outcome<null, DeletionRefusal>> {
  const proven = await proveProfile(ctx, caller, password);
  if (!proven.ok) return proven;
  const outcome = await ctx.wallets.closeAccount({
    actorId: caller.userId,
    sessionId: caller.sessionId,
    createdAtMs: ctx.nowMs(),
  });
  if (outcome.kind === "closed") return done(null);
  return refuse(outcome.kind === "unknown" ? "outcome_unknown" : outcome.code);
}
