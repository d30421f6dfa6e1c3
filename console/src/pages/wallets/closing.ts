import type { Wallet } from "@mahfaza/client";
import { isZero } from "../../pay/amount-sign.ts";

/** How a wallet can be closed: as it is, after its money has moved, or not before that. */
export type Closing = "empty" | "sweep" | "stuck";

type Part = Pick<Wallet, "id" | "currency" | "market" | "balance" | "status">;

/** The wallets that can take the money of a wallet: open ones of the same money. */
export function sweepTargets<W extends Part>(wallet: Part, wallets: readonly W[]): readonly W[] {
  return wallets.filter(
    ({ id, currency, market, status }) =>
      id !== wallet.id &&
      status !== "closed" &&
      currency === wallet.currency &&
      market === wallet.market,
  );
}

/** What the closing of a wallet needs. Whether it is allowed is the service's to say. */
export function closingOf({ balance }: Pick<Part, "balance">, targets: readonly Part[]): Closing {
  if (isZero(balance)) return "empty";
  return targets.length > 0 ? "sweep" : "stuck";
}
