import type { Market } from "../words/money.ts";

/** A pair of currencies; one with YEM also names the market of the rial. */
export interface Pair {
  readonly base_currency: string;
  readonly counter_currency: string;
  readonly market: Market | null;
}

const SLUG = /^([A-Z]{3})-([A-Z]{3})(?:-(aden|sanaa))?$/;

/** A pair in an address: USD-YEM-aden. */
export function pairSlug({ base_currency, counter_currency, market }: Pair): string {
  return [base_currency, counter_currency, market].filter(Boolean).join("-");
}

/** The pair of an address; null for any other text. */
export function readPair(slug: string): Pair | null {
  const found = SLUG.exec(slug);
  if (!found) return null;
  const [, base = "", counter = "", market] = found;
  const isRial = base === "YEM" || counter === "YEM";
  if (base === counter || isRial !== (market !== undefined)) return null;
  return {
    base_currency: base,
    counter_currency: counter,
    market: (market ?? null) as Market | null,
  };
}
