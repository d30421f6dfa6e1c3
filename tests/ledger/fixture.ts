import { type SQL, sql } from "drizzle-orm";
import type { TransactionId } from "../../src/domain/ids.ts";
import { unixMs } from "../../src/domain/instant.ts";
import { referenceOf } from "../../src/domain/reference.ts";
import type { TransactionType } from "../../src/domain/transaction.ts";

/** An identifier of the fixture, created in 2023. */
export const id = (n: number): string => `018b0000-0000-7000-8000-${`${n}`.padStart(12, "0")}`;

/** Two users, four wallets, one deposit, one transfer, one failed withdrawal. */
export const SALMA = id(1);
export const OMAR = id(2);
export const SESSION = id(3);
export const SALMA_YEM = id(11);
export const SALMA_SAVINGS = id(12);
export const SALMA_USD = id(13);
export const OMAR_YEM = id(14);
export const DEPOSIT = id(21);
export const TRANSFER = id(22);
export const REFUSED = id(23);

/** The system wallet for deposits in a currency. */
export const cashIn = (currency: string): string =>
  `(SELECT id FROM wallets WHERE currency = '${currency}' AND system_purpose = 'cash_in')`;

const CREATED = "'2023-10-05T13:21:21.920Z'";

/** The reference of a transaction of the fixture. */
export const reference = (type: TransactionType, transactionId: string): string =>
  referenceOf(type, transactionId as TransactionId, unixMs(Date.UTC(2023, 9, 5)));

/** The posted_at of the fixture's transaction `n` (1 to 3). */
export const posted = (n: number): string => `'2023-10-05T13:21:22.00000${n}Z'`;

/** The rows of the fixture; they satisfy all constraints and checks. */
export const FIXTURE_ROWS: readonly SQL[] = [
  `INSERT INTO users VALUES
    ('${SALMA}', 'salma', '+999000000000001', 'x', ${CREATED}, ${CREATED}, NULL),
    ('${OMAR}', 'omar', '+999000000000002', 'x', ${CREATED}, ${CREATED}, NULL)`,
  `INSERT INTO sessions VALUES ('${SESSION}', '${SALMA}', ${CREATED}, ${CREATED})`,
  `INSERT INTO refresh_tokens VALUES (sha256('token'), '${SESSION}', ${CREATED})`,
  `INSERT INTO wallets (id, owner_id, currency, is_default, balance, seq, created_at,
      limits_wallet_id) VALUES
    ('${SALMA_YEM}', '${SALMA}', 'YEM', true, 750, 2, ${CREATED}, NULL),
    ('${SALMA_SAVINGS}', '${SALMA}', 'YEM', false, 0, 0, ${CREATED}, '${SALMA_YEM}'),
    ('${SALMA_USD}', '${SALMA}', 'USD', true, 0, 0, ${CREATED}, NULL),
    ('${OMAR_YEM}', '${OMAR}', 'YEM', true, 250, 1, ${CREATED}, NULL)`,
  `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
      reference, failure_code, actor_id, created_at, posted_at) VALUES
    ('${DEPOSIT}', 'DEPOSIT', 'success', 1000, 'YEM', NULL, '${SALMA_YEM}', '${reference("DEPOSIT", DEPOSIT)}',
      NULL, '${SALMA}', ${CREATED}, ${posted(1)}),
    ('${TRANSFER}', 'TRANSFER', 'success', 250, 'YEM', '${SALMA_YEM}', '${OMAR_YEM}', '${reference("TRANSFER", TRANSFER)}',
      NULL, '${SALMA}', ${CREATED}, ${posted(2)}),
    ('${REFUSED}', 'WITHDRAW', 'failed', 9999, 'YEM', '${SALMA_YEM}', NULL, '${reference("WITHDRAW", REFUSED)}',
      'insufficient_funds', '${SALMA}', ${CREATED}, ${posted(3)})`,
  `INSERT INTO entries VALUES
    ('${DEPOSIT}', ${cashIn("YEM")}, 'YEM', -1000, NULL, NULL, ${posted(1)}),
    ('${DEPOSIT}', '${SALMA_YEM}', 'YEM', 1000, 1000, 1, ${posted(1)}),
    ('${TRANSFER}', '${SALMA_YEM}', 'YEM', -250, 750, 2, ${posted(2)}),
    ('${TRANSFER}', '${OMAR_YEM}', 'YEM', 250, 250, 1, ${posted(2)})`,
  `INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
    VALUES ('${SALMA}', 'key', sha256('body'), '${DEPOSIT}', ${CREATED})`,
  `INSERT INTO audit_events (id, type, user_id, created_at)
    VALUES ('${id(31)}', 'user_registered', '${SALMA}', ${CREATED})`,
].map((text) => sql.raw(text));
