// One person, one active session and one opening deposit for each wallet.
import type pg from "pg";
import { referenceSql } from "../../src/ledger/sql-fragments.ts";
import { phoneSql, sessionIdSql, userIdSql, walletIdSql } from "./ids.ts";
import { momentSql, transactionIdSql } from "./moments.ts";

/** Minor units. */
export const OPENING_MINOR = 10n ** 12n;

const AGE = "interval '302 days'";

/** Inserts everything about people except their wallets' rows, whose balances depend on the transfers. */
export async function fillPeople(
  client: pg.Client,
  wallets: number,
  firstMs: number,
  stepMs: number,
  passwordHash: string,
): Promise<void> {
  await client.query(
    `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at)
     SELECT ${userIdSql("n")}, 'Person ' || n, ${phoneSql("n")}, $2, now() - ${AGE}, now() - ${AGE}
     FROM generate_series(1, $1::int) AS n`,
    [wallets, passwordHash],
  );
  await client.query(
    `INSERT INTO sessions (id, user_id, created_at, expires_at)
     SELECT ${sessionIdSql("n")}, ${userIdSql("n")}, now(), now() + interval '30 days'
     FROM generate_series(1, $1::int) AS n`,
    [wallets],
  );
  await client.query(
    `CREATE TEMP TABLE opening ON COMMIT DROP AS
     SELECT n, ${transactionIdSql("ms", "'opening ' || n")} AS id, ${momentSql("ms")} AS at
     FROM generate_series(1, ${wallets}) AS n, LATERAL (SELECT ${firstMs} + floor(n * ${stepMs}::float8)::bigint) AS m (ms)`,
  );
  await client.query(
    `INSERT INTO transactions (id, type, status, amount, currency, to_wallet_id, reference, actor_id, created_at,
       posted_at)
     SELECT id, 'DEPOSIT', 'success', ${OPENING_MINOR}, 'YEM', ${walletIdSql("n")},
       ${referenceSql("'DEP'", "id", "at")}, ${userIdSql("n")}, at, at
     FROM opening ORDER BY n`,
  );
  await client.query(
    `INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
     SELECT id, leg.*, at FROM opening CROSS JOIN LATERAL (VALUES
       ((SELECT id FROM wallets WHERE currency = 'YEM' AND system_purpose = 'cash_in'),
         'YEM', -${OPENING_MINOR}, NULL::bigint, NULL::bigint),
       (${walletIdSql("n")}, 'YEM', ${OPENING_MINOR}, ${OPENING_MINOR}, 1)) AS leg
     ORDER BY n`,
  );
}
