// `npm run reconcile`: proves the ledger of any database. Exit code 0: proven; 1: broken; 2: not read.
import { drizzle } from "drizzle-orm/node-postgres";
import { findCurrency } from "../src/domain/currency.ts";
import { formatAmount } from "../src/domain/money.ts";
import { type LedgerReport, reconcile } from "../src/ledger/reconcile.ts";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { withDatabaseUrl } from "./dev/database-url.ts";
import { connectClient } from "./postgres/connect-client.ts";
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

// Hashes and sorts of millions of entries stay in memory; other sessions keep their own setting.
const WORK_MEM = "128MB";

/** Proves the ledger of one database. Throws a CliError when it cannot be read. */
async function proveDatabase(databaseUrl: string): Promise<LedgerReport> {
  const client = await connectClient(databaseUrl);
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

function printReport({ wallets, transactions, entries, totals, problems }: LedgerReport): void {
  console.log(`${wallets} wallets, ${transactions} transactions, ${entries} entries`);
  const rows = totals.map((total) => {
    const { currency } = total;
    // A currency that only the database knows is shown in minor units.
    const exponent = findCurrency(currency)?.exponent ?? 0;
    const { cashInMinor, cashOutMinor, serviceMinor, customersMinor } = total;
    return [currency, cashInMinor, cashOutMinor, serviceMinor, customersMinor].map((cell) =>
      typeof cell === "bigint" ? formatAmount(cell, exponent) : cell,
    );
  });
  const titles = ["currency", "cash in", "cash out", "service", "customers"];
  if (rows.length > 0) printTable([titles, ...rows]);
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
