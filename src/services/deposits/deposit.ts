import type { MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type MoneyRequest, postMoney } from "../postings/post-money.ts";

/** A deposit: `amountMinor` in minor units of `currency`, onto one of the caller's own wallets. */
export type DepositInput = Pick<MoneyRequest, "amountMinor" | "currency" | "idempotencyKey"> & {
  readonly to: WalletAddress;
};

/** Brings money from outside onto the caller's own wallet. Refusals: domain/refusal.ts. */
export function deposit(
  ctx: ServiceContext,
  caller: Caller,
  input: DepositInput,
): Promise<MoneyOutcome> {
  return postMoney(ctx, caller, { ...input, type: "DEPOSIT", from: null, note: null });
}
