// `npm run reconcile`: proves the ledger of any database. Exit code 0: proven; 1: broken; 2: not read.
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { findCurrency } from "../src/domain/currency.ts";
import { formatAmount } from "../src/domain/money.ts";
import { type LedgerReport, reconcile } from "../src/ledger/reconcile.ts";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { withDatabaseUrl } from "./dev/database-url.ts";
import { readArguments } from "./system/arguments.ts";

const USAGE = {
  command: "npm run reconcile",
  text: `
Proves the ledger: entries sum to zero, balances equal their entries, nothing is missing.
Exit code 0: proven; 1: problems were found; 2: the database could not be read.

environment variables:
  DATABASE_URL  the database; else that of a running npm start, else the checkout's own
  MAHFAZA_DATA  the data folder (.data)`,
};

const CONNECT_MS = 10_000;
// Hashes and sorts of millions of entries stay in memory; other sessions keep their own setting.
const WORK_MEM = "128MB";

/** Proves the ledger of one database. Throws a CliError when it cannot be read. */
async function proveDatabase(databaseUrl: string): Promise<LedgerReport> {
  const client = await connect(databaseUrl);
  try {
    await client.query("BEGIN TRANSACTION READ ONLY");
    await client.query(`SET LOCAL work_mem = '${WORK_MEM}'`);
    return await reconcile(drizzle(client));
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    const hasNoLedger = (cause as { code?: unknown }).code === "42P01";
    throw new CliError(
      hasNoLedger
        ? "the database has no ledger yet: run npm run migrate"
        : `the ledger could not be read: ${reasonOf(cause)}`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  let client: pg.Client;
  try {
    client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_MS,
    });
  } catch {
    throw new CliError("DATABASE_URL is not a postgres:// address");
  }
  client.on("error", () => {});
  try {
    // node-postgres ends its own wait, but not that for a server that accepts and says nothing.
    await Promise.race([client.connect(), failAfter(CONNECT_MS + 1_000)]);
    return client;
  } catch (error) {
    await Promise.race([client.end().catch(() => {}), sleep(200)]);
    const place = `${client.host}:${client.port}`;
    throw new CliError(`the database at ${place} does not answer: ${reasonOf(error)}`);
  }
}

async function failAfter(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new Error("timeout");
}

function printReport({ wallets, transactions, entries, totals, problems }: LedgerReport): void {
  console.log(`${wallets} wallets, ${transactions} transactions, ${entries} entries`);
  const rows = totals.map(({ currency, cashInMinor, cashOutMinor, customersMinor }) => {
    // A currency that only the database knows is shown in minor units.
    const exponent = findCurrency(currency)?.exponent ?? 0;
    return [currency, cashInMinor, cashOutMinor, customersMinor].map((cell) =>
      typeof cell === "bigint" ? formatAmount(cell, exponent) : cell,
    );
  });
  if (rows.length > 0) printTable([["currency", "cash in", "cash out", "customers"], ...rows]);
  for (const { check, subject, detail } of problems) console.log(`${check}: ${subject}: ${detail}`);
  console.log(
    problems.length === 0 ? "ok: the ledger is proven" : `${problems.length} problems found`,
  );
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  for (const row of rows) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    );
    console.log(`  ${cells.join("  ")}`);
  }
}

async function main(): Promise<number> {
  try {
    readArguments(USAGE, {});
    const report = await withDatabaseUrl(proveDatabase);
    printReport(report);
    return report.problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`mahfaza: ${error.message}`);
    return 2;
  }
}

await runScript(main);
