import type { MoneyOutcome } from "../../domain/command.ts";
import type { HoldRole, SeenHold } from "../../domain/hold.ts";
import type { HoldId } from "../../domain/ids.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { findHold } from "./find-hold.ts";

/** The outcome of a command about a hold, and the hold where the answer shows it. */
export interface HoldOutcome {
  readonly outcome: MoneyOutcome;
  /**
   * The hold after the command. In a replay, and for a capture of too much, the hold as it is now;
   * null for other refusals.
   */
  readonly hold: SeenHold | null;
}

/**
 * Adds the hold to an outcome. Lets the payer's wallet object end a new or extended hold in time,
 * after the answer.
 */
export async function withHold(
  ctx: ServiceContext,
  caller: Caller,
  outcome: MoneyOutcome,
  role: HoldRole,
): Promise<HoldOutcome> {
  if (outcome.kind !== "recorded" && outcome.kind !== "previewed") return { outcome, hold: null };
  const { hold, transaction } = outcome;
  const isEnding = outcome.kind === "recorded" && hold?.state === "open";
  if (isEnding && hold.expiresAtMs !== null) {
    ctx.later(ctx.wallets.wakeAt(hold.fromWalletId, hold.expiresAtMs));
  }
  if (hold) return { outcome, hold: { ...hold, role } };
  const { failureCode, links } = transaction;
  const isShown = failureCode === null || failureCode === "capture_exceeds_hold";
  return { outcome, hold: isShown ? await holdNow(ctx, caller, links.holdId) : null };
}

/** The hold as it is now. A session that has ended meanwhile does not take the answer back. */
async function holdNow(ctx: ServiceContext, caller: Caller, id: HoldId | undefined) {
  const found = id ? await findHold(ctx, caller, id) : null;
  return found?.ok ? found.value : null;
}
