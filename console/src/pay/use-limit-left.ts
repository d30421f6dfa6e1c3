import type { CurrencyLimits } from "@mahfaza/client";
import { api } from "../api/client.ts";
import { useData } from "../api/use-data.ts";
import { type Direction, type LimitLeft, limitLeft } from "./sums.ts";

/** What a payment would leave of the person's limits; null until they are read. */
export function useLimitLeft(
  direction: Direction,
  amount: string | null,
  currency: string,
): LimitLeft | null {
  const { data } = useData(`limits:${currency}`, () =>
    api.GET("/v1/limits", { params: { query: { currency } } }),
  );
  const found: CurrencyLimits | undefined = data?.data.find((each) => each.currency === currency);
  return found && amount !== null ? limitLeft(found.limits, direction, amount, currency) : null;
}
