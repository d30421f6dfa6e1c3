// Ways to corrupt what was given back; see corruptions.ts.
import type { TransactionType } from "../../src/domain/transaction.ts";
import {
  DEPOSIT,
  id,
  OMAR,
  OMAR_YEM,
  posted,
  REFUSED,
  reference,
  SALMA,
  SALMA_SAVINGS,
  SALMA_USD,
  SALMA_YEM,
  TRANSFER,
} from "./fixture.ts";

const REFUND = id(51);
const REVERSAL = id(52);
const QUOTED = id(53);

const system = (currency: string, purpose: string) =>
  `(SELECT id FROM wallets WHERE currency = '${currency}' AND system_purpose = '${purpose}')`;

/** Inserts a transaction that is posted as the nth. */
const transaction = (
  transactionId: string,
  type: TransactionType,
  n: number,
  columns: Record<string, string>,
) => {
  const row: Record<string, string> = {
    id: `'${transactionId}'`,
    type: `'${type}'`,
    status: "'success'",
    currency: "'YEM'",
    reference: `'${reference(type, transactionId)}'`,
    actor_id: `'${OMAR}'`,
    created_at: "'2023-10-05T13:21:21.920Z'",
    posted_at: posted(n),
    ...columns,
  };
  return `UPDATE ledger_clock SET last_value = last_value + 1;
    INSERT INTO transactions (${Object.keys(row)}) VALUES (${Object.values(row)})`;
};

/** Inserts the entries of a transaction: wallet, currency, amount, and for users balance and seq. */
const entries = (transactionId: string, n: number, ...rows: string[]) =>
  `INSERT INTO entries (transaction_id, posted_at, wallet_id, currency, amount, balance_after, seq)
    VALUES ${rows.map((row) => `('${transactionId}', ${posted(n)}, ${row})`).join(", ")}`;

const balance = (wallet: string, minor: number, seq: number) =>
  `UPDATE wallets SET balance = ${minor}, seq = ${seq} WHERE id = '${wallet}'`;

const total = (originalId: string, values: string) =>
  `INSERT INTO refund_totals (original_id, amount, refunded, refunds) VALUES ('${originalId}', ${values})`;

/** Omar gives 100 of his 250 back to Salma; correct unless `columns` and `totals` are not. */
const refund = (columns: Record<string, string> = {}, totals = "250, 100, 1") => `
  ${transaction(REFUND, "REFUND", 4, {
    amount: "100",
    from_wallet_id: `'${OMAR_YEM}'`,
    to_wallet_id: `'${SALMA_YEM}'`,
    original_id: `'${TRANSFER}'`,
    ...columns,
  })};
  ${entries(REFUND, 4, `'${OMAR_YEM}', 'YEM', -100, 150, 2`, `'${SALMA_YEM}', 'YEM', 100, 850, 3`)};
  ${balance(OMAR_YEM, 150, 2)};
  ${balance(SALMA_YEM, 850, 3)};
  ${total(TRANSFER, totals)}`;

/** Two operators take back the 250 that Omar got; the service pays `loss` of it. */
const reversal = (loss: number, lossEntry = -loss, shortfall = "loss_wallet", proposed = 250) => `
  ${transaction(REVERSAL, "REVERSAL", 4, {
    amount: "250",
    from_wallet_id: `'${OMAR_YEM}'`,
    to_wallet_id: `'${SALMA_YEM}'`,
    original_id: `'${TRANSFER}'`,
    proposal_id: `'${id(61)}'`,
    actor_id: `'${id(62)}'`,
  })};
  ${entries(
    REVERSAL,
    4,
    `'${OMAR_YEM}', 'YEM', ${loss - 250}, ${loss}, 2`,
    `${system("YEM", "loss")}, 'YEM', ${lossEntry}, NULL, NULL`,
    `'${SALMA_YEM}', 'YEM', ${250 - loss - lossEntry}, ${1000 - loss - lossEntry}, 3`,
  )};
  ${balance(OMAR_YEM, loss, 2)};
  ${balance(SALMA_YEM, 1000 - loss - lossEntry, 3)};
  ${total(TRANSFER, "250, 250, 0")};
  INSERT INTO money_proposals (id, kind, user_id, wallet_id, amount, currency, reverses_id, shortfall, reason,
    proposed_by, created_at, expires_at, decision, decided_at, decided_by)
    VALUES ('${id(61)}', 'reversal', '${OMAR}', '${OMAR_YEM}', ${proposed}, 'YEM', '${TRANSFER}', '${shortfall}',
      'fraud', '${id(63)}', ${posted(1)}, '2033-01-01', 'approved', ${posted(4)}, '${id(62)}')`;

/**
 * Omar pays Salma 40 rials, which she gets as 7 cents, and she gives back 3, then 4: 17 rials, then
 * 23. `first` and `second` are the amounts that Omar gets.
 */
const quoted = (first: number, second: number) => `
  ${transaction(QUOTED, "TRANSFER", 4, {
    amount: "40",
    from_wallet_id: `'${OMAR_YEM}'`,
    to_wallet_id: `'${SALMA_USD}'`,
    quote_id: `'${id(54)}'`,
  })};
  ${entries(
    QUOTED,
    4,
    `'${OMAR_YEM}', 'YEM', -40, 210, 2`,
    `${system("YEM", "cash_out")}, 'YEM', 40, NULL, NULL`,
    `${system("USD", "cash_out")}, 'USD', -7, NULL, NULL`,
    `'${SALMA_USD}', 'USD', 7, 7, 1`,
  )};
  ${part(id(55), 5, [3, first], [4, 210 + first, 2, 3])};
  ${part(id(56), 6, [4, second], [0, 210 + first + second, 3, 4])};
  ${balance(OMAR_YEM, 210 + first + second, 4)};
  ${balance(SALMA_USD, 0, 3)};
  ${total(QUOTED, "7, 7, 2")}`;

const part = (
  transactionId: string,
  n: number,
  [cents, rials]: [number, number],
  [usd, yem, usdSeq, yemSeq]: [number, number, number, number],
) => `
  ${transaction(transactionId, "REFUND", n, {
    amount: `${cents}`,
    currency: "'USD'",
    from_wallet_id: `'${SALMA_USD}'`,
    to_wallet_id: `'${OMAR_YEM}'`,
    original_id: `'${QUOTED}'`,
    actor_id: `'${SALMA}'`,
  })};
  ${entries(
    transactionId,
    n,
    `'${SALMA_USD}', 'USD', ${-cents}, ${usd}, ${usdSeq}`,
    `${system("USD", "cash_out")}, 'USD', ${cents}, NULL, NULL`,
    `${system("YEM", "cash_out")}, 'YEM', ${-rials}, NULL, NULL`,
    `'${OMAR_YEM}', 'YEM', ${rials}, ${yem}, ${yemSeq}`,
  )}`;

/** What is correct, so that the corruptions below fail for their own reason. */
export const CORRECT_REFUNDS: readonly (readonly [string, string])[] = [
  ["a refund of a part", refund()],
  ["a reversal of which the service pays a part", reversal(50)],
  ["a reversal that the service pays alone", reversal(249)],
];

/** As CORRECT_REFUNDS, of a payment that was exchanged; its own legs are checked with its quote. */
export const QUOTED_REFUNDS = quoted(17, 23);
export const WRONG_QUOTED_REFUNDS = quoted(18, 22);
export const QUOTED_REFUND_IDS = [id(55), id(56)] as const;

export const REFUND_CORRUPTIONS: readonly (readonly [string, string, Record<string, string>])[] = [
  [
    "a refund without a total",
    refund().slice(0, refund().lastIndexOf(";")),
    { refund_total: TRANSFER },
  ],
  ["a total of refunds that is too small", refund({}, "250, 99, 1"), { refund_total: TRANSFER }],
  ["a total that counts too few refunds", refund({}, "250, 100, 0"), { refund_total: TRANSFER }],
  ["a total of more than was paid", refund({}, "251, 100, 1"), { refund_total: TRANSFER }],
  ["a total without a refund", total(TRANSFER, "250, 5, 1"), { refund_total: TRANSFER }],
  [
    "a refund whose entries are not its amount",
    refund({ amount: "90" }, "250, 90, 1"),
    { transaction_legs: REFUND },
  ],
  [
    "a refund of a deposit",
    `${refund({ original_id: `'${DEPOSIT}'` }, "250, 100, 1")};
     UPDATE refund_totals SET original_id = '${DEPOSIT}', amount = 1000`,
    { transaction_legs: REFUND, refund_sides: REFUND },
  ],
  [
    "a refund of a payment that failed",
    `${refund()}; UPDATE transactions SET original_id = '${REFUSED}' WHERE id = '${REFUND}';
     UPDATE refund_totals SET original_id = '${REFUSED}'`,
    { transaction_legs: REFUND, refund_total: REFUSED, refund_sides: REFUND },
  ],
  [
    "a refund that went to another wallet than the payer's",
    `${refund()}; UPDATE wallets SET owner_id = '${OMAR}', is_default = false,
       limits_wallet_id = '${OMAR_YEM}' WHERE id = '${SALMA_SAVINGS}';
     UPDATE wallets SET siblings_balance = 100 WHERE id = '${OMAR_YEM}';
     UPDATE transactions SET to_wallet_id = '${SALMA_SAVINGS}' WHERE id = '${REFUND}';
     UPDATE entries SET wallet_id = '${SALMA_SAVINGS}', balance_after = 100, seq = 1
       WHERE transaction_id = '${REFUND}' AND wallet_id = '${SALMA_YEM}';
     ${balance(SALMA_SAVINGS, 100, 1)};
     ${balance(SALMA_YEM, 750, 2)}`,
    { refund_sides: REFUND },
  ],
  [
    "a reversal of which the service pays more than all",
    reversal(250, -251),
    { transaction_legs: REVERSAL },
  ],
  [
    "a reversal of which the service pays a part that nobody approved",
    reversal(50, -50, "available"),
    { reversal_rule: REVERSAL },
  ],
  [
    "a reversal of more than was proposed",
    reversal(50, -50, "loss_wallet", 249),
    { reversal_rule: REVERSAL },
  ],
];
