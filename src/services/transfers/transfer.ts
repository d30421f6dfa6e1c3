import type { MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type MoneyRequest, postMoney } from "../postings/post-money.ts";

/** A transfer: `amountMinor` in minor units of `currency`, from the caller's own wallet to any other. */
export type TransferInput = Omit<MoneyRequest, "type" | "from" | "to"> & {
  readonly from: WalletAddress;
  readonly to: WalletAddress;
};

/** Moves money to another wallet of the caller or of someone else. Refusals: domain/refusal.ts. */
export function transfer(
  ctx: ServiceContext,
  caller: Caller,
  input: TransferInput,
): Promise<MoneyOutcome> {
  return postMoney(ctx, caller, { ...input, type: "TRANSFER" });
}
