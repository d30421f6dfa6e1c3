import type { CurrencyLimits, Wallet } from "@mahfaza/client";
import { api } from "../api/client.ts";
import { useData } from "../api/use-data.ts";
import { type Direction, isFarOff, type LimitLeft, limitLeft } from "./sums.ts";

/**
 * What a payment would leave of the person's limits; null until they are read, and when that is far
 * more than the wallet will need.
 */
export function useLimitLeft(
  direction: Direction,
  amount: string | null,
  { available, currency }: Pick<Wallet, "available" | "currency">,
): LimitLeft | null {
  const { data } = useData(`limits:${currency}`, () =>
    api.GET("/v1/limits", { params: { query: { currency } } }),
  );
  const found: CurrencyLimits | undefined = data?.data.find((each) => each.currency === currency);
  if (!found || amount === null) return null;
  const left = limitLeft(found.limits, direction, amount, currency);
  return left && !isFarOff(left.left, available, amount, currency) ? left : null;
}
