import { sql } from "drizzle-orm";
import { makeSmallWorld, type Tx } from "./rolled-back.ts";
import { posted } from "./small-world.ts";

const TABLES = ["users", "sessions", "refresh_tokens", "currencies", "wallets", "transactions"];
const MORE_TABLES = ["entries", "idempotency_keys", "audit_events"];

/** The small world in temporary tables, which hide the real ones and have none of their rules. */
export async function makeLawlessWorld(tx: Tx): Promise<void> {
  for (const table of [...TABLES, ...MORE_TABLES]) {
    const like = `(LIKE public.${table} INCLUDING DEFAULTS) ON COMMIT DROP`;
    await tx.execute(sql.raw(`CREATE TEMPORARY TABLE ${table} ${like}`));
  }
  await tx.execute(sql`INSERT INTO currencies SELECT * FROM public.currencies`);
  await tx.execute(sql`INSERT INTO wallets SELECT * FROM public.wallets WHERE owner_id IS NULL`);
  // A sequence is read like a table.
  await tx.execute(
    sql.raw(`CREATE TEMPORARY TABLE ledger_clock ON COMMIT DROP AS
      SELECT (extract(epoch FROM timestamptz ${posted(3)}) * 1000000)::bigint AS last_value`),
  );
  await makeSmallWorld(tx);
  // What the job remembers: an insert there must find what is there already.
  for (const table of ["ledger_verifications", "ledger_problems"]) {
    const like = `(LIKE public.${table} INCLUDING DEFAULTS INCLUDING INDEXES) ON COMMIT DROP`;
    await tx.execute(sql.raw(`CREATE TEMPORARY TABLE ${table} ${like}`));
  }
  await tx.execute(sql`INSERT INTO ledger_verifications VALUES ('recent', '-infinity')`);
}
