// Ways to corrupt deposits and withdrawals through a provider, and proposals about money.
import type { Check } from "../../src/ledger/reconcile.ts";
import {
  cashIn,
  DEPOSIT,
  id,
  OMAR,
  OMAR_YEM,
  posted,
  reference,
  SALMA,
  SALMA_YEM,
} from "./fixture.ts";

const FUNDING = id(51);
const PROPOSAL = id(53);
const MADE = posted(1);
type Columns = Record<string, string>;

const insert = (table: string, row: Columns) =>
  `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.values(row)})`;

const intent = (columns: Columns) =>
  insert("funding_intents", {
    id: `'${FUNDING}'`,
    direction: "'deposit'",
    user_id: `'${SALMA}'`,
    wallet_id: `'${SALMA_YEM}'`,
    amount: "1000",
    currency: "'YEM'",
    reference: "'FND-1'",
    created_at: MADE,
    expires_at: "'2033-01-01'",
    ...columns,
  });
const succeeded = (columns: Columns = {}) =>
  intent({ status: "'succeeded'", payment_id: "'p1'", completed_at: MADE, ...columns });
const withdrawal = (columns: Columns = {}) => intent({ direction: "'withdrawal'", ...columns });

const event = (columns: Columns = {}) =>
  insert("funding_events", {
    id: `'${DEPOSIT}'`,
    webhook_id: "'evt_1'",
    body_hash: "sha256('body')",
    type: "'deposit.succeeded'",
    reference: "'FND-1'",
    payment_id: "'p1'",
    amount: "'10.00'",
    currency: "'YEM'",
    received_at: MADE,
    decision: "'applied'",
    decided_at: MADE,
    ...columns,
  });
/** The fixture's deposit came through the provider. */
const LINKED = `UPDATE transactions SET funding_id = '${FUNDING}' WHERE id = '${DEPOSIT}'`;

const hold = (amount: string) =>
  insert("holds", {
    id: `'${FUNDING}'`,
    purpose: "'withdrawal'",
    from_wallet_id: `'${SALMA_YEM}'`,
    currency: "'YEM'",
    amount,
    state: "'open'",
    created_at: MADE,
  });
const HELD = `UPDATE wallets SET held = 500 WHERE id = '${SALMA_YEM}'`;

const approved = (columns: Columns = {}) =>
  insert("money_proposals", {
    id: `'${PROPOSAL}'`,
    kind: "'adjustment'",
    user_id: `'${OMAR}'`,
    wallet_id: `'${OMAR_YEM}'`,
    amount: "5",
    currency: "'YEM'",
    direction: "'credit'",
    reason: "'goodwill'",
    proposed_by: `'${SALMA}'`,
    created_at: MADE,
    expires_at: MADE,
    decision: "'approved'",
    decided_at: MADE,
    decided_by: `'${SALMA}'`,
    ...columns,
  });

const ADJUSTMENT = id(24);
const AT = "'2023-10-05T13:21:22.000004Z'";
/** A credit of Omar's wallet, as the ledger writes it. */
const ADJUSTED = [
  insert("transactions", {
    id: `'${ADJUSTMENT}'`,
    type: "'ADJUSTMENT'",
    status: "'success'",
    amount: "5",
    currency: "'YEM'",
    to_wallet_id: `'${OMAR_YEM}'`,
    reference: `'${reference("ADJUSTMENT", ADJUSTMENT)}'`,
    actor_id: `'${SALMA}'`,
    created_at: "'2023-10-05T13:21:21.920Z'",
    posted_at: AT,
    proposal_id: `'${PROPOSAL}'`,
  }),
  `INSERT INTO entries SELECT '${ADJUSTMENT}', id, 'YEM', -5, NULL, NULL, ${AT} FROM wallets
    WHERE currency = 'YEM' AND system_purpose = 'adjustment'`,
  `INSERT INTO entries VALUES ('${ADJUSTMENT}', '${OMAR_YEM}', 'YEM', 5, 255, 2, ${AT})`,
  `UPDATE wallets SET balance = 255, seq = 2 WHERE id = '${OMAR_YEM}'`,
  `UPDATE ledger_clock SET last_value = last_value + 1`,
].join(";");

export const FUNDING_CORRUPTIONS: readonly (readonly [
  string,
  string,
  Partial<Record<Check, string>>,
])[] = [
  ["a deposit that succeeded without a credit", succeeded(), { funding_deposit: FUNDING }],
  [
    "a credit of a deposit that is pending",
    `${LINKED};${event()};${intent({})}`,
    { funding_deposit: FUNDING },
  ],
  [
    "a credit of another amount than its deposit",
    `${LINKED};${event()};${succeeded({ amount: "999" })}`,
    { funding_deposit: FUNDING },
  ],
  [
    "a credit of another currency than its deposit",
    `${LINKED};${event()};${succeeded({ currency: "'YER'" })}`,
    { funding_deposit: FUNDING },
  ],
  [
    "a credit of another wallet than its deposit's",
    `${LINKED};${event()};${succeeded({ wallet_id: `'${OMAR_YEM}'` })}`,
    { funding_deposit: FUNDING },
  ],
  ["a credit that no event has caused", `${LINKED};${succeeded()}`, { funding_event: DEPOSIT }],
  [
    "a credit by an event in suspense",
    `${LINKED};${succeeded()};${event({ decision: "'suspense'", reason: "'late'" })}`,
    { funding_event: DEPOSIT },
  ],
  [
    "a credit by an event about another deposit",
    `${LINKED};${succeeded()};${event({ reference: "'FND-2'" })}`,
    { funding_event: DEPOSIT },
  ],
  [
    "a withdrawal that succeeded without a debit",
    withdrawal({ status: "'succeeded'", payment_id: "'p1'", completed_at: MADE }),
    { funding_withdrawal: FUNDING },
  ],
  ["an open withdrawal without a hold", withdrawal({ amount: "500" }), { funding_hold: FUNDING }],
  [
    "a hold of another amount than its withdrawal",
    `${withdrawal({ amount: "499" })};${hold("500")};${HELD}`,
    { funding_hold: FUNDING },
  ],
  [
    "a hold of a withdrawal that has ended",
    `${withdrawal({ amount: "500", status: "'timed_out'", completed_at: MADE })};${hold("500")};${HELD}`,
    { funding_hold: FUNDING },
  ],
  ["an approved proposal that moved nothing", approved(), { proposal_posted: PROPOSAL }],
  ["an adjustment that nobody proposed", ADJUSTED, { proposal_posted: PROPOSAL }],
  [
    "an adjustment of another amount than its proposal",
    `${ADJUSTED};${approved({ amount: "6" })}`,
    { proposal_posted: PROPOSAL },
  ],
  [
    "an adjustment in the other direction than its proposal",
    `${ADJUSTED};${approved({ direction: "'debit'" })}`,
    { proposal_posted: PROPOSAL },
  ],
  [
    "an adjustment by another than who approved it",
    `${ADJUSTED};${approved({ decided_by: `'${OMAR}'` })}`,
    { proposal_posted: PROPOSAL },
  ],
  [
    "an adjustment against the system wallet of deposits",
    `${ADJUSTED};${approved()};UPDATE entries SET wallet_id = ${cashIn("YEM")}
      WHERE transaction_id = '${ADJUSTMENT}' AND amount < 0`,
    { transaction_legs: ADJUSTMENT },
  ],
];
