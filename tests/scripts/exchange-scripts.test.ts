// The rates of `npm start`, and `npm run liquidity`, on a Postgres of their own.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { seedSandboxRates } from "../../scripts/dev/sandbox-rates.ts";
import { liquidity, readCap } from "../../scripts/liquidity.ts";
import { migrateDatabase } from "../../scripts/migrate.ts";
import type { RunningCluster } from "../../scripts/postgres/start-cluster.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";

let postgres: RunningCluster;
let database: pg.Client;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  await migrateDatabase(postgres.url, { report: () => {} });
  database = new pg.Client(postgres.url);
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await postgres?.stop();
});

const rows = async (text: string) => (await database.query(text)).rows;
const rateCount = async () => (await rows("SELECT count(*)::int AS n FROM exchange_rates"))[0].n;

describe("the rates of npm start", () => {
  it("are written once, are named sandbox, and hold both markets of the rial", async () => {
    await seedSandboxRates(postgres.url);
    const first = await rateCount();
    expect(first).toBeGreaterThan(5);
    await seedSandboxRates(postgres.url);
    expect(await rateCount()).toBe(first);
    expect(await rows("SELECT DISTINCT source FROM exchange_rates")).toEqual([
      { source: "sandbox" },
    ]);
    const markets = await rows(
      "SELECT DISTINCT market FROM exchange_rates WHERE counter = 'YEM' ORDER BY market",
    );
    expect(markets).toEqual([{ market: "aden" }, { market: "sanaa" }]);
  });

  it("offer no way to gain by three exchanges, in either direction", async () => {
    const rates: { base: string; counter: string; market: string | null; price: number }[] =
      await rows(`SELECT base, counter, market, numerator::float8 / denominator / unit AS price
        FROM exchange_rates`);
    const kept = (1 - 0.005) * (1 - 0.002);
    const codes = [...new Set(rates.flatMap(({ base, counter }) => [base, counter]))];
    const priceOf = (from: string, to: string, market: string): number => {
      const found = rates.find(
        (r) =>
          [r.base, r.counter].sort().join() === [from, to].sort().join() &&
          (r.market ?? market) === market,
      );
      if (!found) return 0;
      return kept * (found.base === from ? found.price : 1 / found.price);
    };
    for (const market of ["aden", "sanaa"]) {
      for (const a of codes) {
        for (const b of codes) {
          for (const c of codes) {
            const left = priceOf(a, b, market) * priceOf(b, c, market) * priceOf(c, a, market);
            expect(left, `${a} ${b} ${c} ${market}`).toBeLessThan(1);
          }
        }
      }
    }
  });

  it("are not written beside rates that somebody sets", async () => {
    await rows(`INSERT INTO exchange_rates (id, base, counter, numerator, denominator, unit,
        spread_basis_points, fee_basis_points, quote_max, source, quoted_at, created_at, valid_until)
      VALUES (gen_random_uuid(), 'CHF', 'NOK', 12, 1, 1, 0, 0, 100, 'feed', now(), now(),
        now() + interval '1 hour')`);
    const before = await rateCount();
    await rows("ALTER TABLE exchange_rates DISABLE TRIGGER exchange_rates_append_only");
    await rows("UPDATE exchange_rates SET valid_until = created_at + interval '1 second'");
    await seedSandboxRates(postgres.url);
    expect(await rateCount()).toBe(before);
  });
});

describe("npm run liquidity", () => {
  const capOf = async (currency: string, purpose: string) =>
    (
      await rows(`SELECT p.floor::text, p.ceiling::text FROM liquidity_positions p
        JOIN wallets w ON w.id = p.wallet_id
        WHERE w.currency = '${currency}' AND w.system_purpose = '${purpose}'`)
    )[0];

  it("sets a cap in both directions, for one market of the rial", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    await liquidity(postgres.url, readCap("YEM", { cap: "500", market: "sanaa" }));
    expect(await capOf("YEM", "liquidity_sanaa")).toEqual({ floor: "-50000", ceiling: "50000" });
    expect(await capOf("YEM", "liquidity")).toEqual({
      floor: "-1000000000000",
      ceiling: "1000000000000",
    });
    await liquidity(postgres.url, null);
    expect(log).toHaveBeenLastCalledWith("nothing was exchanged yet");
    log.mockRestore();
  });

  it("refuses a cap below the present position", async () => {
    await rows(`UPDATE liquidity_positions SET position = 100 WHERE wallet_id =
      (SELECT id FROM wallets WHERE currency = 'JPY' AND system_purpose = 'liquidity')`);
    await expect(liquidity(postgres.url, readCap("JPY", { cap: "99" }))).rejects.toThrow(
      "the present position is beyond that cap",
    );
  });

  it.each([
    ["XYZ", { cap: "1" }],
    ["USD", {}],
    ["USD", { cap: "0" }],
    ["USD", { cap: "1", market: "aden" }],
    ["YEM", { cap: "1", market: "taiz" }],
  ])("refuses %s with %j", (currency, options) => {
    expect(() => readCap(currency, options)).toThrow();
  });
});
