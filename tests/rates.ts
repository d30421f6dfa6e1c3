import { sql } from "drizzle-orm";
import { newId } from "../src/domain/ids.ts";
import type { Market } from "../src/domain/market.ts";
import { idOf, query } from "./database.ts";
import { api, jsonOf, type Person } from "./people.ts";

export interface TestRate {
  readonly base: string;
  readonly counter: string;
  readonly market?: Market | null;
  readonly numerator: number;
  readonly denominator?: number;
  readonly unit?: number;
  readonly spread?: number;
  readonly fee?: number;
  /** Minor units of the base currency. */
  readonly quoteMax?: number;
  /** Seconds from now until it is no longer in force; negative: it was in force until then. */
  readonly validSeconds?: number;
}

/** Puts a rate in force, as `npm start` does in the local database. */
export async function setRate(rate: TestRate): Promise<void> {
  const { base, counter, market = null, numerator, denominator = 1, unit = 1 } = rate;
  const { spread = 0, fee = 0, quoteMax = 100_000_000, validSeconds = 3_600 } = rate;
  await query(sql`INSERT INTO exchange_rates (id, base, counter, market, numerator, denominator, unit,
      spread_basis_points, fee_basis_points, quote_max, source, created_at, valid_until)
    SELECT ${newId("rat", Date.now())}::uuid, ${base}, ${counter}, ${market}::text,
      ${numerator}::bigint, ${denominator}::bigint, ${unit}::bigint, ${spread}::smallint,
      ${fee}::smallint, ${quoteMax}::bigint, 'sandbox', now() - interval '2 hours',
      now() + make_interval(secs => ${validSeconds}::int)`);
}

/** Opens a wallet and deposits money into it; resolves to the wallet's id. */
export async function openWallet(
  { accessToken: token }: Person,
  currency: string,
  { market, amount }: { readonly market?: Market; readonly amount?: string } = {},
): Promise<string> {
  const body = { currency, ...(market && { market }) };
  const { id } = await jsonOf(api("POST", "/v1/wallets", { token, body }));
  if (amount) {
    const deposit = { amount, currency, wallet_id: id };
    const made = await api("POST", "/v1/deposits", { token, body: deposit });
    if (made.status !== 201) throw new Error(`no deposit: ${await made.text()}`);
  }
  return id;
}

/** Asks for a quote. */
export function askQuote(
  { accessToken: token }: Person,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return api("POST", "/v1/quotes", { token, body: { side: "source", ...body }, headers });
}

/** A quote that was made; throws if it was refused. */
export async function quoted(person: Person, body: Readonly<Record<string, unknown>>) {
  const response = await askQuote(person, body);
  if (response.status !== 201) throw new Error(`no quote: ${await response.text()}`);
  return jsonOf(response);
}

/** Ends the open quotes of a person, as their time would. */
export async function expireQuotes({ user }: Person): Promise<void> {
  await query(sql`UPDATE quotes SET created_at = now() - interval '2 minutes',
      expires_at = now() - interval '1 second'
    WHERE user_id = ${idOf("usr", user.id)} AND expires_at > now()`);
}
