// `npm run reconcile-funding`: compares deposits and withdrawals with the provider's own list. Exit code 0: they agree; 1:
// they differ; 2: something was not read.
import type { Client } from "pg";
import { currencyOf } from "../src/domain/currency.ts";
import { formatAmount } from "../src/domain/money.ts";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { withDatabaseUrl } from "./dev/database-url.ts";
import {
  comparePayments,
  DIFFERENCE_KINDS,
  type Difference,
  type OwnFunding,
  type SuspendedPayment,
} from "./funding/compare-payments.ts";
import { readPayments } from "./funding/read-payments.ts";
import { connectClient } from "./postgres/connect-client.ts";
import { readArguments } from "./system/arguments.ts";

const USAGE = {
  command: "npm run reconcile-funding -- <file or URL>",
  text: `
Compares the deposits and withdrawals of the service with the provider's own list, JSON in the form
{"data": [{"type": "deposit" | "payout", "reference", "payment_id", "amount", "currency", "status"}]},
with the status pending, succeeded or failed. It changes nothing.
Exit code 0: both agree; 1: they differ; 2: the list or the database could not be read.

environment variables:
  DATABASE_URL  the database; else that of a running npm start, else the checkout's own
  MAHFAZA_DATA  the data folder (.data)`,
};

interface FundingRow {
  readonly direction: OwnFunding["direction"];
  readonly reference: string;
  readonly amount: string;
  readonly currency: string;
  readonly status: string;
  readonly payment_id: string | null;
}

const OWN = `
  SELECT direction, reference, amount::text, currency, payment_id,
    CASE WHEN direction = 'deposit' AND status = 'pending' AND expires_at <= now() THEN 'expired' ELSE status END AS status
  FROM funding_intents ORDER BY id`;
const SUSPENDED = `
  SELECT e.payment_id, bool_and(p.id IS NOT NULL) AS is_resolved FROM funding_events e
  LEFT JOIN money_proposals p ON p.funding_event_id = e.id AND p.decision = 'approved'
  WHERE e.decision = 'suspense' GROUP BY e.payment_id`;

/** Reads both in one snapshot. Throws a CliError when the database cannot be read. */
async function readOwn(databaseUrl: string) {
  const client = await connectClient(databaseUrl);
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return { own: await ownFunding(client), suspended: await suspendedPayments(client) };
  } catch (error) {
    throw new CliError(`the database could not be read: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

async function ownFunding(client: Client): Promise<OwnFunding[]> {
  const { rows } = await client.query<FundingRow>(OWN);
  return rows.map(({ direction, reference, amount, currency, status, payment_id: paymentId }) => {
    const text = formatAmount(BigInt(amount), currencyOf(currency).exponent);
    return { direction, reference, amount: text, currency, status, paymentId };
  });
}

async function suspendedPayments(client: Client): Promise<SuspendedPayment[]> {
  const { rows } = await client.query<{ payment_id: string; is_resolved: boolean }>(SUSPENDED);
  return rows.map((row) => ({ paymentId: row.payment_id, isResolved: row.is_resolved }));
}

function printReport(differences: readonly Difference[], counts: string): void {
  console.log(counts);
  for (const kind of DIFFERENCE_KINDS) {
    const found = differences.filter((one) => one.kind === kind);
    if (found.length > 0) console.log(`${kind}: ${found.length}`);
    for (const { reference, detail } of found) console.log(`  ${reference}: ${detail}`);
  }
  const { length } = differences;
  console.log(length === 0 ? "ok: both lists agree" : `${length} differences found`);
}

async function main(): Promise<number> {
  try {
    const [source] = readArguments(USAGE, {}, 1).positionals;
    if (source === undefined) throw new CliError("say where the provider's list is: a file or URL");
    const payments = await readPayments(source);
    const { own, suspended } = await withDatabaseUrl(readOwn);
    const differences = comparePayments(own, payments, suspended);
    printReport(differences, `${own.length} here, ${payments.length} at the provider`);
    return differences.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`mahfaza: ${error.message}`);
    return 2;
  }
}

await runScript(main);
