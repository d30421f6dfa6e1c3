import type { Money } from "@mahfaza/client";

/** An open wallet of Aden's rial, or of another currency. */
export const wallet = (id: string, currency: string, balance: string, more: object = {}) => ({
  id,
  currency,
  balance: balance as Money,
  market: currency === "YEM" ? ("aden" as const) : null,
  status: "active" as "active" | "frozen" | "closed",
  is_default: false,
  ...more,
});
