import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";

/** A page of the service's largest size: there are far fewer pairs with a rate. */
const LIMIT = 200;

/** The rates in force. */
export function useRates() {
  return useData("rates", () => api.GET("/v1/rates", { params: { query: { limit: LIMIT } } }));
}
