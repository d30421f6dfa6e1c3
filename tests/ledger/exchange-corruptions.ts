// Ways to corrupt exchanges, beside those of corruptions.ts.
import type { Check } from "../../src/ledger/reconcile.ts";
import {
  id,
  OMAR,
  OMAR_YEM,
  posted,
  reference,
  SALMA,
  SALMA_USD,
  SALMA_YEM,
  TRANSFER,
} from "./fixture.ts";

const [RATE, QUOTE, EXCHANGE, AGAIN] = [id(61), id(62), id(63), id(64)];
const LATER = posted(4);

const system = (currency: string, purpose: string) =>
  `(SELECT id FROM wallets WHERE currency = '${currency}' AND system_purpose = '${purpose}')`;

const transaction = (transactionId: string) =>
  `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
     reference, actor_id, created_at, posted_at, quote_id)
   VALUES ('${transactionId}', 'EXCHANGE', 'success', 700, 'YEM', '${SALMA_YEM}', '${SALMA_USD}',
     '${reference("EXCHANGE", transactionId)}', '${SALMA}', '2023-10-05T13:21:21.920Z', ${LATER}, '${QUOTE}')`;

/** 7.00 YEM into 0.99 USD: 7 rials to the dollar, without a spread, and a fee of 1 %. */
const EXCHANGED = [
  `INSERT INTO exchange_rates (id, position, base, counter, market, numerator, denominator, unit,
     spread_basis_points, fee_basis_points, quote_max, source, created_at, valid_until)
   VALUES ('${RATE}', 1, 'USD', 'YEM', 'aden', 7, 1, 1, 0, 100, 100000, 'sandbox', ${LATER}, '2033-01-01')`,
  `INSERT INTO quotes (id, user_id, from_currency, to_currency, market, side, source_amount,
     fee_amount, target_amount, rate_id, created_at, expires_at)
   VALUES ('${QUOTE}', '${SALMA}', 'YEM', 'USD', 'aden', 'source', 700, 7, 99, '${RATE}', ${LATER}, '2033-01-01')`,
  transaction(EXCHANGE),
  `INSERT INTO entries VALUES
     ('${EXCHANGE}', '${SALMA_YEM}', 'YEM', -700, 50, 3, ${LATER}),
     ('${EXCHANGE}', ${system("YEM", "liquidity")}, 'YEM', 693, NULL, NULL, ${LATER}),
     ('${EXCHANGE}', ${system("YEM", "exchange_fees")}, 'YEM', 7, NULL, NULL, ${LATER}),
     ('${EXCHANGE}', ${system("USD", "liquidity")}, 'USD', -99, NULL, NULL, ${LATER}),
     ('${EXCHANGE}', '${SALMA_USD}', 'USD', 99, 99, 1, ${LATER})`,
  `UPDATE wallets SET balance = 50, seq = 3 WHERE id = '${SALMA_YEM}'`,
  `UPDATE wallets SET balance = 99, seq = 1 WHERE id = '${SALMA_USD}'`,
  `UPDATE liquidity_positions SET position = 693 WHERE wallet_id = ${system("YEM", "liquidity")}`,
  `UPDATE liquidity_positions SET position = -99 WHERE wallet_id = ${system("USD", "liquidity")}`,
  `UPDATE ledger_clock SET last_value = last_value + 1`,
].join(";");

const exchangedAnd = (statement: string) => `${EXCHANGED};${statement}`;

export const EXCHANGE_CORRUPTIONS: readonly (readonly [
  string,
  string,
  Partial<Record<Check, string>>,
])[] = [
  ["nothing in an exchange without a fault", EXCHANGED, {}],
  [
    "a fee that stayed with the liquidity",
    exchangedAnd(
      `DELETE FROM entries WHERE wallet_id = ${system("YEM", "exchange_fees")};
       UPDATE entries SET amount = 700 WHERE wallet_id = ${system("YEM", "liquidity")};
       UPDATE liquidity_positions SET position = 700 WHERE wallet_id = ${system("YEM", "liquidity")}`,
    ),
    { transaction_legs: EXCHANGE },
  ],
  [
    "an amount of a quote that is not that of its rate",
    exchangedAnd(`UPDATE quotes SET target_amount = 98`),
    { transaction_legs: EXCHANGE, quote_terms: QUOTE },
  ],
  [
    "a fee of a quote that is not that of its rate",
    exchangedAnd(`UPDATE exchange_rates SET fee_basis_points = 99`),
    { quote_terms: QUOTE },
  ],
  [
    "a quote at the rate of another market",
    exchangedAnd(`UPDATE exchange_rates SET market = 'sanaa'`),
    { quote_rate: QUOTE },
  ],
  [
    "a quote that was used twice",
    exchangedAnd(
      transaction(AGAIN).replace(LATER, posted(5)) +
        ";UPDATE ledger_clock SET last_value = last_value + 1",
    ),
    { transaction_legs: AGAIN, quote_used_once: QUOTE },
  ],
  [
    "a quote of somebody else",
    exchangedAnd(`UPDATE quotes SET user_id = '${OMAR}'`),
    { quote_transaction: EXCHANGE },
  ],
  [
    "a key for somebody else's quote",
    exchangedAnd(`INSERT INTO idempotency_keys (user_id, key, fingerprint, quote_id, created_at)
      VALUES ('${OMAR}', 'quote', sha256('body'), '${QUOTE}', ${LATER})`),
    { idempotency_result: "quote" },
  ],
  [
    "a position that is not the sum of its entries",
    exchangedAnd(`UPDATE liquidity_positions SET position = 694
      WHERE wallet_id = ${system("YEM", "liquidity")}`),
    { liquidity_position: "YEM liquidity" },
  ],
  [
    "a position beyond its cap",
    exchangedAnd(`UPDATE liquidity_positions SET ceiling = 692
      WHERE wallet_id = ${system("YEM", "liquidity")}`),
    { liquidity_position: "YEM liquidity" },
  ],
  [
    "rials of Aden that were paid to a wallet of Sana'a",
    `UPDATE wallets SET market = 'sanaa' WHERE id = '${OMAR_YEM}'`,
    { market_legs: TRANSFER },
  ],
  [
    "a currency without a wallet for its fees",
    `DELETE FROM wallets WHERE currency = 'XAF' AND system_purpose = 'exchange_fees'`,
    { exchange_wallets: "XAF" },
  ],
];
