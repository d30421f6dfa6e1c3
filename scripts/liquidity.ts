// `npm run liquidity`: the service's positions in the currencies that it exchanges, and their caps.
// It needs the database's address, with which the caps could also be written by hand.
import pg from "pg";
import { type Currency, currencyOf, findCurrency } from "../src/domain/currency.ts";
import { hasMarkets, MARKETS } from "../src/domain/market.ts";
import { formatAmount, parseAmount } from "../src/domain/money.ts";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { withDatabaseUrl } from "./dev/database-url.ts";
import { readArguments } from "./system/arguments.ts";

const USAGE = {
  command: "npm run liquidity -- [<currency> --cap <amount> [--market aden|sanaa]]",
  text: `
Lists the service's position in each currency that was exchanged: what it has bought, or sold if it is
negative. With a currency and a cap it sets how far the position may go in either direction. An exchange
that would go beyond is refused. A cap below the present position is refused, too.

  npm run liquidity -- USD --cap 50000

environment variables:
  DATABASE_URL  the database; else that of a running npm start, else the checkout's own
  MAHFAZA_DATA  the data folder (.data)`,
};

const LIST = `
  SELECT w.currency, coalesce(w.market, '') AS market, p.position, p.floor, p.ceiling
  FROM liquidity_positions p JOIN wallets w ON w.id = p.wallet_id
  WHERE p.position <> 0 ORDER BY w.currency, w.market NULLS FIRST`;

const SET = `
  UPDATE liquidity_positions p SET floor = -$3::bigint, ceiling = $3::bigint FROM wallets w
  WHERE w.id = p.wallet_id AND w.currency = $1 AND w.system_purpose = $2`;

interface Cap {
  readonly currency: Currency;
  readonly purpose: string;
  readonly minor: bigint;
}

/** The cap that the arguments name. Throws a CliError. */
export function readCap(code: string, { cap, market }: { cap?: string; market?: string }): Cap {
  const currency = findCurrency(code);
  if (!currency) throw new CliError(`${code} is not a currency of the service`);
  const minor = cap === undefined ? null : parseAmount(cap, currency.exponent);
  if (minor === null) throw new CliError("--cap takes an amount in major units, such as 50000");
  const isKnown = market === undefined || MARKETS.some((known) => known === market);
  if (!isKnown || (market !== undefined && !hasMarkets(currency.code))) {
    throw new CliError("--market is aden or sanaa, and only for YEM");
  }
  return { currency, purpose: market === "sanaa" ? "liquidity_sanaa" : "liquidity", minor };
}

async function setCap(client: pg.Client, { currency, purpose, minor }: Cap): Promise<void> {
  try {
    await client.query(SET, [currency.code, purpose, minor.toString()]);
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== "liquidity_positions_within_caps")
      throw error;
    throw new CliError("the present position is beyond that cap");
  }
  console.log(`the cap is set: ${formatAmount(minor, currency.exponent)} ${currency.code}`);
}

async function list(client: pg.Client): Promise<void> {
  const { rows } = await client.query(LIST);
  if (rows.length === 0) console.log("nothing was exchanged yet");
  for (const { currency, market, position, floor, ceiling } of rows) {
    const [at, low, high] = [position, floor, ceiling].map((minor) =>
      formatAmount(BigInt(minor), currencyOf(currency).exponent),
    );
    console.log(`${`${currency} ${market}`.trim()}  ${at}  (from ${low} to ${high})`);
  }
}

/** Lists the positions of one database, or sets a cap. */
export async function liquidity(databaseUrl: string, cap: Cap | null): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await (cap ? setCap(client, cap) : list(client));
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(reasonOf(error));
  } finally {
    await client.end().catch(() => {});
  }
}

async function main(): Promise<undefined> {
  const options = { cap: { type: "string" }, market: { type: "string" } } as const;
  const { positionals, values } = readArguments(USAGE, options, 1);
  const [code] = positionals;
  const cap = code === undefined ? null : readCap(code, values);
  await withDatabaseUrl((databaseUrl) => liquidity(databaseUrl, cap));
}

if (import.meta.main) await runScript(main);
