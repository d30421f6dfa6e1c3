// A wallet with a long history, and what a plan read of it.
import { sql } from "drizzle-orm";
import { unixMicros } from "../../src/domain/instant.ts";
import { SALMA, SALMA_USD, SALMA_YEM } from "./fixture.ts";
import type { Tx } from "./rolled-back-transaction.ts";

export const BUSY = 20_000;
/** The n-th transaction is posted n milliseconds after this. */
const BEGIN_MS = 0x018c_0000_0000;
export const microsAt = (n: number) => unixMicros(BigInt(BEGIN_MS + n) * 1_000n);
export const POSTED_N = `timestamptz 'epoch' + (${BEGIN_MS} + n) * interval '1 millisecond'`;

/** One wallet with many deposits. */
export async function makeBusyWallet(
  tx: Tx,
  deposits = BUSY,
  note: string | null = null,
): Promise<void> {
  await tx.execute(
    sql.raw(`
    INSERT INTO transactions (id, type, status, amount, currency, to_wallet_id, reference, note,
      actor_id, created_at, posted_at)
    SELECT ('018c' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid, 'DEPOSIT', 'success',
      1, 'USD', '${SALMA_USD}', 'busy ' || n, ${note === null ? "NULL" : `'${note}'`},
      '${SALMA}', now(), ${POSTED_N}
    FROM generate_series(1, ${deposits}) AS n`),
  );
  await tx.execute(
    sql.raw(`
    INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
    SELECT id, '${SALMA_USD}', 'USD', 1, n, n, posted_at
    FROM (SELECT id, posted_at, row_number() OVER (ORDER BY posted_at) AS n FROM transactions
      WHERE to_wallet_id = '${SALMA_USD}' AND reference LIKE 'busy %') AS busy
    UNION ALL
    SELECT id, (SELECT id FROM wallets WHERE currency = 'USD' AND system_purpose = 'cash_in'),
      'USD', -1, NULL, NULL, posted_at
    FROM transactions WHERE to_wallet_id = '${SALMA_USD}' AND reference LIKE 'busy %'`),
  );
  await tx.execute(sql`ANALYZE transactions, entries`);
}

/** Salma has paid each of very many people once. */
export async function makeBusyPayer(tx: Tx, people = 2_000): Promise<void> {
  const uuidOf = (prefix: string) =>
    `('${prefix}' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid`;
  const eachPerson = `FROM generate_series(1, ${people}) AS n`;
  const [person, wallet, payment] = [uuidOf("018d"), uuidOf("018e"), uuidOf("018c")];
  for (const statement of [
    `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at)
      SELECT ${person}, 'Person ' || n, '+9980' || lpad(n::text, 10, '0'), 'x', now(), now()
      ${eachPerson}`,
    `INSERT INTO wallets (id, owner_id, currency, is_default, balance, seq, created_at)
      SELECT ${wallet}, ${person}, 'YEM', true, 1, 1, now() ${eachPerson}`,
    `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
        reference, actor_id, created_at, posted_at)
      SELECT ${payment}, 'TRANSFER', 'success', 1, 'YEM', '${SALMA_YEM}', ${wallet}, 'paid ' || n,
        '${SALMA}', now(), ${POSTED_N} ${eachPerson}`,
    `INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq,
        posted_at)
      SELECT ${payment}, '${SALMA_YEM}', 'YEM', -1, ${people} - n, 2 + n, ${POSTED_N} ${eachPerson}
      UNION ALL
      SELECT ${payment}, ${wallet}, 'YEM', 1, 1, 1, ${POSTED_N} ${eachPerson}`,
    "ANALYZE users, wallets, transactions, entries",
  ]) {
    await tx.execute(sql.raw(statement));
  }
}

export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The rows that a plan read from a table, those that a filter removed included. */
export function rowsRead(node: PlanNode, table: string): number {
  const own =
    node["Relation Name"] === table
      ? (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]
      : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsRead(child, table), own);
}
