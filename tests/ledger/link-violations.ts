// Violations of the rules of holds, and of what a transaction is linked with.
import { id, OMAR_YEM, REFUSED, SALMA_USD, SALMA_YEM, TRANSFER } from "./fixture.ts";
import { insert, key, NOBODY, NOW, transaction } from "./violating-statements.ts";

const HOLD = `'${id(41)}'`;

/** Inserts a hold that is valid except for these columns. */
const hold = (columns: Record<string, string> = {}) =>
  insert("holds", {
    id: HOLD,
    purpose: "'payment'",
    from_wallet_id: `'${SALMA_YEM}'`,
    to_wallet_id: `'${OMAR_YEM}'`,
    currency: "'YEM'",
    amount: "5",
    created_at: NOW,
    expires_at: `${NOW} + interval '1 hour'`,
    ...columns,
  });

const withdrawal = { purpose: "'withdrawal'", to_wallet_id: "NULL", expires_at: "NULL" };
const LINK = `'${id(42)}'`;
const second = { id: `'${id(96)}'`, reference: "'TRF-SECOND'" };

/** Inserts the same transaction twice, with another id and reference. */
const twice = (columns: Record<string, string>) =>
  `${transaction(columns)}; ${transaction({ ...columns, ...second })}`;

export const LINK_VIOLATIONS: readonly (readonly [string, string])[] = [
  ["holds_purpose_in_list", hold({ purpose: "'rent'" })],
  ["holds_state_in_list", hold({ state: "'lost'", closed_at: NOW })],
  ["holds_amount_positive", hold({ amount: "0", state: "'voided'", closed_at: NOW })],
  ["holds_captured_within_amount", hold({ captured: "6", state: "'captured'", closed_at: NOW })],
  ["holds_closed_has_time", hold({ state: "'voided'" })],
  ["holds_closed_has_time", hold({ closed_at: NOW })],
  ["holds_open_has_rest", hold({ captured: "5" })],
  ["holds_sides_of_purpose", hold({ to_wallet_id: "NULL" })],
  ["holds_sides_of_purpose", hold({ expires_at: "NULL" })],
  ["holds_sides_of_purpose", hold({ ...withdrawal, expires_at: `${NOW} + interval '1 hour'` })],
  ["holds_between_two", hold({ to_wallet_id: `'${SALMA_YEM}'` })],
  ["holds_expire_after_creation", hold({ expires_at: NOW })],
  ["holds_from_wallet_fk", hold({ from_wallet_id: `'${SALMA_USD}'` })],
  ["holds_to_wallet_fk", hold({ to_wallet_id: `'${SALMA_USD}'` })],

  ["holds_counts_nonnegative", hold({ captures: "-1" })],
  ["holds_counts_nonnegative", hold({ amendments: "-1" })],

  ["transactions_hold_id_fk", transaction({ type: "'CAPTURE'", hold_id: NOBODY })],
  ["transactions_original_id_fk", transaction({ type: "'REFUND'", original_id: NOBODY })],
  ["transactions_links_of_type", transaction({ type: "'EXCHANGE'" })],
  ["transactions_links_of_type", `${hold()}; ${transaction({ hold_id: HOLD })}`],
  ["transactions_links_of_type", transaction({ type: "'CAPTURE'" })],
  ["transactions_links_of_type", transaction({ type: "'AMENDMENT'" })],
  ["transactions_links_of_type", transaction({ type: "'HOLD'" })],
  ["transactions_links_of_type", transaction({ type: "'REFUND'" })],
  ["transactions_links_of_type", transaction({ original_id: `'${TRANSFER}'` })],
  ["transactions_links_of_type", transaction({ funding_id: LINK })],
  ["transactions_links_of_type", transaction({ proposal_id: LINK })],
  ["transactions_sides_of_type", transaction({ type: "'ADJUSTMENT'", proposal_id: LINK })],
  [
    "transactions_sides_of_type",
    transaction({
      type: "'HOLD'",
      status: "'failed'",
      failure_code: "'x'",
      from_wallet_id: "NULL",
    }),
  ],
  [
    "transactions_sides_of_type",
    transaction({
      type: "'REVERSAL'",
      original_id: `'${REFUSED}'`,
      proposal_id: LINK,
      from_wallet_id: "NULL",
      to_wallet_id: "NULL",
    }),
  ],
  [
    "transactions_funding_id_unique",
    twice({ type: "'DEPOSIT'", from_wallet_id: "NULL", funding_id: LINK }),
  ],
  [
    "transactions_proposal_id_unique",
    twice({ type: "'ADJUSTMENT'", from_wallet_id: "NULL", proposal_id: LINK }),
  ],
  ["transactions_hold_placed_unique", `${hold()}; ${twice({ type: "'HOLD'", hold_id: HOLD })}`],
  ["idempotency_keys_one_typed_result", key({ quote_id: LINK })],
  ["idempotency_keys_one_typed_result", key({ funding_id: LINK })],
];
