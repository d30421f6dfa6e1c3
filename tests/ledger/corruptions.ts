import type { Check } from "../../src/ledger/reconcile.ts";
import { EXCHANGE_CORRUPTIONS } from "./exchange-corruptions.ts";
import {
  cashIn,
  DEPOSIT,
  id,
  OMAR,
  OMAR_YEM,
  posted,
  REFUSED,
  reference,
  SALMA,
  SALMA_SAVINGS,
  SALMA_YEM,
  TRANSFER,
} from "./fixture.ts";
import { FUNDING_CORRUPTIONS } from "./funding-corruptions.ts";
import { LIMIT_CORRUPTIONS } from "./limit-corruptions.ts";
import { REFUND_CORRUPTIONS } from "./refund-corruptions.ts";

const update = (table: string, change: string, where: string) =>
  `UPDATE ${table} SET ${change} WHERE ${where}`;
const leg = (transaction: string, wallet: string) =>
  `transaction_id = '${transaction}' AND wallet_id = '${wallet}'`;

const HOLD = id(41);

/** Inserts a hold with these values of amount, captured, state and closed_at. */
const hold = (values: string) =>
  `INSERT INTO holds (id, purpose, from_wallet_id, to_wallet_id, currency, created_at, expires_at, amount, captured,
    state, closed_at) VALUES ('${HOLD}', 'payment', '${SALMA_YEM}', '${OMAR_YEM}', 'YEM', ${posted(1)}, '2033-01-01', ${values})`;

/**
 * Ways to corrupt the ledger: a title, the statements, and the subject that each failing check must
 * report.
 */
export const CORRUPTIONS: readonly (readonly [string, string, Partial<Record<Check, string>>])[] = [
  [
    "a wrong amount of an entry",
    update("entries", "amount = 251", leg(TRANSFER, OMAR_YEM)),
    {
      transaction_sum: TRANSFER,
      currency_sum: "YEM",
      transaction_legs: TRANSFER,
      entry_chain: OMAR_YEM,
      wallet_balance: OMAR_YEM,
    },
  ],
  [
    "a missing entry",
    `DELETE FROM entries WHERE ${leg(TRANSFER, OMAR_YEM)}`,
    {
      transaction_sum: TRANSFER,
      currency_sum: "YEM",
      transaction_legs: TRANSFER,
      wallet_balance: OMAR_YEM,
    },
  ],
  [
    "both entries of a transaction missing, so that the sums are still zero",
    `DELETE FROM entries WHERE transaction_id = '${DEPOSIT}'`,
    { transaction_legs: DEPOSIT, entry_chain: SALMA_YEM, wallet_balance: SALMA_YEM },
  ],
  [
    "entries of a failed transaction",
    `INSERT INTO entries VALUES ('${REFUSED}', ${cashIn("YEM")}, 'YEM', -5, NULL, NULL, ${posted(3)}),
      ('${REFUSED}', '${SALMA_SAVINGS}', 'YEM', 5, 5, 1, ${posted(3)});
     UPDATE wallets SET balance = 5, seq = 1 WHERE id = '${SALMA_SAVINGS}';
     UPDATE wallets SET siblings_balance = 5 WHERE id = '${SALMA_YEM}'`,
    { transaction_legs: REFUSED },
  ],
  [
    "a wrong amount of a transaction",
    update("transactions", "amount = 999", `id = '${DEPOSIT}'`),
    { transaction_legs: DEPOSIT },
  ],
  [
    "an entry on the wrong wallet",
    `${update("entries", `wallet_id = '${SALMA_SAVINGS}'`, leg(TRANSFER, OMAR_YEM))};
     UPDATE wallets SET balance = 0, seq = 0 WHERE id = '${OMAR_YEM}';
     UPDATE wallets SET balance = 250, seq = 1 WHERE id = '${SALMA_SAVINGS}';
     UPDATE wallets SET siblings_balance = 250 WHERE id = '${SALMA_YEM}'`,
    { transaction_legs: TRANSFER },
  ],
  [
    "a success with a failure code",
    update("transactions", "failure_code = 'wallet_closed'", `id = '${DEPOSIT}'`),
    { transaction_shape: DEPOSIT },
  ],
  [
    "a withdrawal with a recipient",
    update("transactions", `to_wallet_id = '${OMAR_YEM}'`, `id = '${REFUSED}'`),
    { transaction_shape: REFUSED },
  ],
  [
    "a transaction's created_at that differs from its id",
    update("transactions", "created_at = created_at + interval '1 ms'", `id = '${TRANSFER}'`),
    { transaction_time: TRANSFER },
  ],
  [
    "an entry with another posted_at than its transaction",
    update("entries", `posted_at = ${posted(4)}`, leg(TRANSFER, OMAR_YEM)),
    { entry_posted_at: TRANSFER },
  ],
  [
    "a posted_at that is not in the order of seq",
    `${update("transactions", `posted_at = ${posted(0)}`, `id = '${TRANSFER}'`)};
     ${update("entries", `posted_at = ${posted(0)}`, `transaction_id = '${TRANSFER}'`)}`,
    { entry_order: SALMA_YEM },
  ],
  [
    "two transactions with the same posted_at",
    update("transactions", `posted_at = ${posted(1)}`, `id = '${REFUSED}'`),
    { posted_at_unique: DEPOSIT },
  ],
  [
    "a ledger clock behind the last posted_at",
    update("ledger_clock", "last_value = last_value - 1", "true"),
    { ledger_clock: "ledger_clock" },
  ],
  [
    "two transactions with the same reference",
    update("transactions", `reference = '${reference("DEPOSIT", DEPOSIT)}'`, `id = '${TRANSFER}'`),
    { reference_unique: reference("DEPOSIT", DEPOSIT), reference_derived: TRANSFER },
  ],
  [
    "a reference derived from another id",
    update("transactions", `reference = '${reference("TRANSFER", id(99))}'`, `id = '${TRANSFER}'`),
    { reference_derived: TRANSFER },
  ],
  [
    "a reference with another day",
    update(
      "transactions",
      "reference = replace(reference, '-231005-', '-231006-')",
      `id = '${REFUSED}'`,
    ),
    { reference_derived: REFUSED },
  ],
  [
    "a payment whose actor is the payee",
    update("transactions", `actor_id = '${OMAR}'`, `id = '${TRANSFER}'`),
    { actor_side: TRANSFER },
  ],
  [
    "a deposit whose actor does not own the wallet",
    `${update("transactions", `actor_id = '${OMAR}'`, `id = '${DEPOSIT}'`)};
     ${update("idempotency_keys", `user_id = '${OMAR}'`, "true")}`,
    { actor_side: DEPOSIT },
  ],
  [
    "two keys for one transaction",
    `INSERT INTO idempotency_keys SELECT user_id, 'another', fingerprint, transaction_id, wallet_id, created_at
     FROM idempotency_keys`,
    { idempotency_result_once: DEPOSIT },
  ],
  [
    "a gap in seq",
    `${update("entries", "seq = 3", leg(TRANSFER, SALMA_YEM))};
     UPDATE wallets SET seq = 3 WHERE id = '${SALMA_YEM}'`,
    { entry_chain: SALMA_YEM, wallet_balance: SALMA_YEM },
  ],
  [
    "a wrong balance_after in the middle of a wallet's entries",
    update("entries", "balance_after = 1001", leg(DEPOSIT, SALMA_YEM)),
    { entry_chain: SALMA_YEM },
  ],
  [
    "a negative balance",
    `${update("entries", "balance_after = -1", leg(TRANSFER, SALMA_YEM))};
     UPDATE wallets SET balance = -1 WHERE id = '${SALMA_YEM}'`,
    {
      entry_chain: SALMA_YEM,
      entry_balance: SALMA_YEM,
      wallet_balance: SALMA_YEM,
      wallet_range: SALMA_YEM,
    },
  ],
  [
    "a wrong balance of a wallet",
    update("wallets", "balance = balance + 1", `id = '${OMAR_YEM}'`),
    { wallet_balance: OMAR_YEM },
  ],
  [
    "two wrong balances whose errors cancel out",
    `UPDATE wallets SET balance = balance + CASE id WHEN '${OMAR_YEM}' THEN 1 ELSE -1 END
     WHERE id IN ('${OMAR_YEM}', '${SALMA_YEM}')`,
    { wallet_balance: OMAR_YEM },
  ],
  [
    "a wrong seq of a wallet",
    update("wallets", "seq = 7", `id = '${OMAR_YEM}'`),
    { wallet_balance: OMAR_YEM },
  ],
  [
    "a held amount above the balance",
    update("wallets", "held = 251", `id = '${OMAR_YEM}'`),
    { wallet_range: OMAR_YEM, wallet_held: OMAR_YEM },
  ],
  [
    "money in a closed wallet",
    update("wallets", "status = 'closed', is_default = false", `id = '${OMAR_YEM}'`),
    { wallet_range: OMAR_YEM },
  ],
  [
    "a system wallet with a balance",
    update("wallets", "balance = 5", `id = ${cashIn("YEM")}`),
    { wallet_running: "any" },
  ],
  [
    "a system wallet's entry with a running balance",
    update("entries", "seq = 1, balance_after = 0", `amount = -1000`),
    { entry_chain: "any", wallet_running: "any" },
  ],
  [
    "a user's entry without a running balance",
    update("entries", "seq = NULL, balance_after = NULL", leg(TRANSFER, OMAR_YEM)),
    { wallet_balance: OMAR_YEM, wallet_running: OMAR_YEM },
  ],
  [
    "an entry in another currency than its wallet's",
    update("entries", "currency = 'USD'", `transaction_id = '${TRANSFER}'`),
    { transaction_legs: TRANSFER, entry_currency: TRANSFER },
  ],
  [
    "two default wallets",
    update("wallets", "is_default = true", `id = '${SALMA_SAVINGS}'`),
    { default_wallet: SALMA },
  ],
  [
    "a currency without a system wallet",
    `DELETE FROM wallets WHERE currency = 'JPY' AND system_purpose = 'cash_out'`,
    { counter_wallets: "JPY" },
  ],
  [
    "a key for another user's transaction",
    update("idempotency_keys", `user_id = '${OMAR}'`, "true"),
    { idempotency_result: "key" },
  ],
  [
    "a key without an existing result",
    update("idempotency_keys", `transaction_id = '${id(99)}'`, "true"),
    { idempotency_result: "key" },
  ],
  [
    "held money without a hold",
    update("wallets", "held = 5", `id = '${SALMA_YEM}'`),
    { wallet_held: SALMA_YEM },
  ],
  [
    "an open hold that its wallet does not know",
    hold("5, 0, 'open', NULL"),
    { wallet_held: SALMA_YEM, hold_history: HOLD },
  ],
  [
    "a hold that was captured without a transaction",
    hold(`5, 5, 'captured', ${posted(3)}`),
    { hold_captured: HOLD, hold_history: HOLD },
  ],
  [
    "a hold that was voided without a transaction",
    hold(`5, 0, 'voided', ${posted(3)}`),
    { hold_history: HOLD },
  ],
  [
    "an open hold of which nothing is left",
    hold("5, 5, 'open', NULL"),
    { hold_captured: HOLD, hold_history: HOLD, hold_shape: HOLD },
  ],
  ...REFUND_CORRUPTIONS,
  ...EXCHANGE_CORRUPTIONS,
  ...FUNDING_CORRUPTIONS,
  ...LIMIT_CORRUPTIONS,
];
