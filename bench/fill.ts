// Fills a newly migrated database with people, wallets and a history that reconciles, for measurements at any
// size. The rows are the same in each run; only their times depend on today's date.
import pg from "pg";
import { withoutChecks } from "./fill/definitions.ts";
import { WALLETS_MAX } from "./fill/ids.ts";
import { fillPeople } from "./fill/people.ts";
import { fillTransfers, fillWallets, planTransfers } from "./fill/transfers.ts";

export { phoneOf, sessionIdOf, userIdOf, walletIdOf } from "./fill/ids.ts";

export interface DatabaseSize {
  readonly wallets: number;
  /** Transfers after each wallet's opening deposit; two entries each. */
  readonly transactions: number;
}

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 300;

/**
 * Fills the database in one transaction, then vacuums and analyzes every table. Wallet n (1 to `wallets`)
 * belongs to person n, who has one active session; wallet 2 has far more transfers than the others.
 */
export async function fillDatabase(
  databaseUrl: string,
  { wallets, transactions }: DatabaseSize,
  passwordHash: string,
): Promise<void> {
  if (wallets < 1 || wallets > WALLETS_MAX)
    throw new Error(`${wallets} wallets are not possible: 1 to ${WALLETS_MAX}`);
  if (transactions > 0 && wallets < 2) throw new Error("a transfer needs two wallets");
  const historyMs = Date.now() - HISTORY_DAYS * DAY_MS;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SET TimeZone = 'UTC'");
    await client.query("SET work_mem = '1GB'");
    await client.query("SET maintenance_work_mem = '1GB'");
    await client.query("BEGIN");
    await withoutChecks(client, async () => {
      await fillPeople(client, wallets, historyMs - DAY_MS, DAY_MS / (wallets + 1), passwordHash);
      const stepMs = (HISTORY_DAYS * DAY_MS) / (transactions + 1);
      await planTransfers(client, wallets, transactions, historyMs, stepMs);
      if (transactions > 0) await fillTransfers(client);
      await fillWallets(client, wallets);
      await client.query(`SELECT setval('ledger_clock',
        (extract(epoch FROM max(posted_at)) * 1000000)::bigint) FROM transactions`);
    });
    await client.query("COMMIT");
    const { rows } = await client.query<{ names: string }>(
      "SELECT string_agg(format('%I', tablename), ', ') AS names FROM pg_tables WHERE schemaname = 'public'",
    );
    await client.query(`VACUUM (ANALYZE) ${rows[0]?.names}`);
  } finally {
    await client.end();
  }
}
