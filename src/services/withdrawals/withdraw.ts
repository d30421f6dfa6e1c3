import type { MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type MoneyRequest, postMoney } from "../postings/post-money.ts";

/** A withdrawal: `amountMinor` in minor units of `currency`, off one of the caller's own wallets. */
export type WithdrawInput = Pick<MoneyRequest, "amountMinor" | "currency" | "idempotencyKey"> & {
  readonly from: WalletAddress;
};

/** Takes money out of the caller's own wallet. Refusals: domain/refusal.ts. */
export function withdraw(
  ctx: ServiceContext,
  caller: Caller,
  input: WithdrawInput,
): Promise<MoneyOutcome> {
  return postMoney(ctx, caller, { ...input, type: "WITHDRAW", to: null, note: null });
}
