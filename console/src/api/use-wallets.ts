import { api } from "./client.ts";
import { useData } from "./use-data.ts";

/** The person's wallets, which most pages show in one way or another. */
export function useWallets() {
  return useData("wallets", () => api.GET("/v1/wallets"));
}
