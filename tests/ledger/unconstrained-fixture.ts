import { sql } from "drizzle-orm";
import { posted } from "./fixture.ts";
import { insertFixture, type Tx } from "./rolled-back-transaction.ts";

const TABLES = ["users", "sessions", "refresh_tokens", "currencies", "wallets", "transactions"];
const MORE_TABLES = [
  "entries",
  "idempotency_keys",
  "audit_events",
  "holds",
  "refund_totals",
  "quotes",
  "funding_intents",
  "funding_events",
  "money_proposals",
];

/**
 * Inserts the fixture into temporary tables, which hide the real tables and have no constraints.
 */
export async function createUnconstrainedFixture(tx: Tx): Promise<void> {
  for (const table of [...TABLES, ...MORE_TABLES]) {
    const like = `(LIKE public.${table} INCLUDING DEFAULTS) ON COMMIT DROP`;
    await tx.execute(sql.raw(`CREATE TEMPORARY TABLE ${table} ${like}`));
  }
  for (const table of ["exchange_rates", "liquidity_positions"]) {
    await tx.execute(
      sql.raw(`CREATE TEMPORARY TABLE ${table} (LIKE public.${table}) ON COMMIT DROP`),
    );
  }
  await tx.execute(sql`INSERT INTO liquidity_positions
    SELECT wallet_id, 0, floor, ceiling FROM public.liquidity_positions`);
  await tx.execute(sql`INSERT INTO currencies SELECT * FROM public.currencies`);
  await tx.execute(sql`INSERT INTO wallets SELECT * FROM public.wallets WHERE owner_id IS NULL`);
  // The real ledger_clock is a sequence; the checks only SELECT from it, as from a table.
  await tx.execute(
    sql.raw(`CREATE TEMPORARY TABLE ledger_clock ON COMMIT DROP AS
      SELECT (extract(epoch FROM timestamptz ${posted(3)}) * 1000000)::bigint AS last_value`),
  );
  await insertFixture(tx);
  // With indexes: the job's INSERT has ON CONFLICT DO NOTHING.
  for (const table of ["ledger_verifications", "ledger_problems"]) {
    const like = `(LIKE public.${table} INCLUDING DEFAULTS INCLUDING INDEXES) ON COMMIT DROP`;
    await tx.execute(sql.raw(`CREATE TEMPORARY TABLE ${table} ${like}`));
  }
  await tx.execute(sql`INSERT INTO ledger_verifications VALUES ('recent', '-infinity')`);
}
