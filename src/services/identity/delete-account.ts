import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { notPosted, routeForAccount } from "../commands/route-command.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { proveIdentity } from "./profile/prove-identity.ts";

export type DeletionRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "wrong_password"
  | "too_many_attempts"
  | "balance_not_zero"
  | "wallet_frozen"
  | "service_busy"
  | "outcome_unknown";

/**
 * Closes the caller's account: wallets are closed, personal data is erased, and the ledger's
 * history stays. Refuses as proveIdentity does, and with account_suspended, balance_not_zero,
 * wallet_frozen or outcome_unknown.
 */
export async function deleteAccount(
  ctx: ServiceContext,
  caller: Caller,
  { password }: { readonly password: string },
): Promise<Outcome<null, DeletionRefusal>> {
  const proven = await proveIdentity(ctx, caller, password);
  if (!proven.ok) return proven;
  const walletId = await routeForAccount(ctx, caller);
  if (walletId === null) return refuse("session_ended");
  const outcome = await ctx.wallets.submit(walletId, {
    kind: "close_account",
    actorId: caller.userId,
    sessionId: caller.sessionId,
    createdAtMs: ctx.nowMs(),
  });
  if (outcome.kind === "closed") return done(null);
  return outcome.kind === "refused" ? refuse(outcome.code) : notPosted(outcome);
}
