// Rates for trying the service on this machine: `npm start` puts them into its database. Their source
// is "sandbox", which a Worker in production never uses.
import pg from "pg";
import { newId } from "../../src/domain/ids.ts";

/** Base, counter, market, what `unit` of base are worth as a decimal, unit. */
const RATES: readonly (readonly [string, string, string | null, string, number])[] = [
  ["USD", "YEM", "aden", "1620", 1],
  ["USD", "YEM", "sanaa", "535", 1],
  ["SAR", "YEM", "aden", "428", 1],
  ["SAR", "YEM", "sanaa", "141", 1],
  ["EUR", "YEM", "aden", "1750", 1],
  ["EUR", "YEM", "sanaa", "578", 1],
  ["SAR", "USD", null, "0.2666", 1],
  ["EUR", "USD", null, "1.08", 1],
  ["JPY", "USD", null, "0.65", 100],
  ["KWD", "USD", null, "3.25", 1],
];

// Only into a database whose rates nobody else sets, and only where one is missing or runs out.
const SEED = `
  INSERT INTO exchange_rates (id, base, counter, market, numerator, denominator, unit,
    spread_basis_points, fee_basis_points, quote_max, source, created_at, valid_until)
  SELECT $1, $2, $3, $4::text, $5, $6, $7, 50, 20,
    (SELECT 20000 * power(10, exponent)::bigint FROM currencies WHERE code = $2),
    'sandbox', now(), now() + interval '30 days'
  WHERE NOT EXISTS (SELECT FROM exchange_rates WHERE source <> 'sandbox')
    AND NOT EXISTS (SELECT FROM exchange_rates r
      WHERE r.base = $2 AND r.counter = $3 AND coalesce(r.market, '') = coalesce($4, '')
        AND r.valid_until > now() + interval '10 days')`;

/** Puts rates into the database of `npm start`, if nobody sets rates there. */
export async function seedSandboxRates(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    for (const [base, counter, market, rate, unit] of RATES) {
      const [whole = "", fraction = ""] = rate.split(".");
      const ratio = [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
      const values = [newId("rat", Date.now()), base, counter, market, ...ratio.map(String), unit];
      await client.query(SEED, values);
    }
  } finally {
    await client.end().catch(() => {});
  }
}
