// Transfers between wallets, and the wallets with their final balances.
import type pg from "pg";
import { referenceSql } from "../../src/ledger/sql-fragments.ts";
import { userIdSql, walletIdSql } from "./ids.ts";
import { momentSql, transactionIdSql } from "./moments.ts";
import { OPENING_MINOR } from "./people.ts";

/** Minor units. */
const AMOUNT_MINOR = 100;
/** This wallet is on one side of each hundredth transfer, as a shop would be. */
const BUSY = 2;
const KEYED_EVERY = 10;

/** Plans the payer, the payee and the time of each transfer, in the order of time. */
export async function planTransfers(
  client: pg.Client,
  wallets: number,
  transfers: number,
  firstMs: number,
  stepMs: number,
): Promise<void> {
  const hash = (seed: number) => `(hashint8extended(i, ${seed}) & 9007199254740991)`;
  await client.query(
    `CREATE TEMP TABLE transfer ON COMMIT DROP AS
     SELECT i, ${transactionIdSql("ms", "i::text")} AS id, ${momentSql("ms")} AS at,
       CASE WHEN i % 200 = 100 THEN other ELSE one END AS payer,
       CASE WHEN i % 200 = 100 THEN one ELSE other END AS payee
     FROM generate_series(1, ${transfers}) AS i,
       LATERAL (SELECT ${firstMs} + floor(i * ${stepMs}::float8)::bigint) AS m (ms),
       LATERAL (SELECT CASE WHEN i % 100 = 0 THEN ${BUSY}
         ELSE 1 + mod(${hash(1)}, ${wallets})::int END) AS a (one),
       -- A step of 1 to wallets - 1 around the circle never leads back to the same wallet.
       LATERAL (SELECT 1 + mod(one + mod(${hash(2)}, ${wallets} - 1), ${wallets})::int) AS b (other)`,
  );
  await client.query("ANALYZE transfer");
}

export async function fillTransfers(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
       reference, actor_id, created_at, posted_at)
     SELECT id, 'TRANSFER', 'success', ${AMOUNT_MINOR}, 'YEM', ${walletIdSql("payer")},
       ${walletIdSql("payee")}, ${referenceSql("'TRF'", "id", "at")}, ${userIdSql("payer")}, at, at
     FROM transfer ORDER BY i`,
  );
  // Written in the order of time, as in a running service: the rows of one wallet are far apart on disk.
  await client.query(
    `INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
     SELECT id, ${walletIdSql("n")}, 'YEM', amount, ${OPENING_MINOR} + sum(amount) OVER chain,
       1 + row_number() OVER chain, at
     FROM (SELECT i, id, at, payer AS n, -${AMOUNT_MINOR}::bigint AS amount FROM transfer
       UNION ALL SELECT i, id, at, payee, ${AMOUNT_MINOR}::bigint FROM transfer) AS leg
     WINDOW chain AS (PARTITION BY n ORDER BY i ROWS UNBOUNDED PRECEDING)
     ORDER BY i, amount`,
  );
  await client.query(
    `INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
     SELECT ${userIdSql("payer")}, 'fill-' || i, sha256(i::text::bytea), id, at
     FROM transfer WHERE i % ${KEYED_EVERY} = 5 ORDER BY i`,
  );
}

/** Writes each wallet once: an UPDATE would leave dead rows and unevenly filled pages. */
export async function fillWallets(client: pg.Client, wallets: number): Promise<void> {
  await client.query(
    `INSERT INTO wallets (id, owner_id, currency, is_default, balance, seq, created_at)
     SELECT ${walletIdSql("n")}, ${userIdSql("n")}, 'YEM', true,
       ${OPENING_MINOR} + coalesce(moved.sum, 0), 1 + coalesce(moved.count, 0), now() - interval '302 days'
     FROM generate_series(1, ${wallets}) AS n LEFT JOIN (
       SELECT n, sum(amount), count(*) FROM (
         SELECT payer AS n, -${AMOUNT_MINOR} AS amount FROM transfer
         UNION ALL SELECT payee, ${AMOUNT_MINOR} FROM transfer) AS leg GROUP BY n
     ) AS moved USING (n) ORDER BY n`,
  );
}
