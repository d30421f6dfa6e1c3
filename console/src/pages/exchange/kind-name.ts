import { currencyName } from "../../i18n/amount.ts";
import { marketName } from "../../pay/rate-terms.ts";
import type { Kind } from "./exchange.ts";

/** The name of a kind of money: a currency; of the rial, with its market. */
export function kindName({ currency, market }: Kind): string {
  const name = currencyName(currency);
  return market ? `${name} · ${marketName(market)}` : name;
}
