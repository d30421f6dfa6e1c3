// Violations of the rules of deposits and withdrawals through a provider, of its events, and of
// proposals about money.
import { id, OMAR, OMAR_YEM, SALMA, SALMA_USD, SALMA_YEM, TRANSFER } from "./fixture.ts";
import { insert, NOBODY, NOW, set } from "./violating-statements.ts";

const FUNDING = `'${id(51)}'`;
const EVENT = `'${id(52)}'`;
const PROPOSAL = `'${id(53)}'`;
type Columns = Record<string, string>;

/** Inserts a deposit that is valid except for these columns. */
const deposit = (columns: Columns = {}) =>
  insert("funding_intents", {
    id: FUNDING,
    direction: "'deposit'",
    user_id: `'${SALMA}'`,
    wallet_id: `'${SALMA_YEM}'`,
    amount: "5",
    currency: "'YEM'",
    reference: "'FND-1'",
    created_at: NOW,
    expires_at: `${NOW} + interval '1 day'`,
    ...columns,
  });
const withdrawal = (columns: Columns = {}) =>
  deposit({ direction: "'withdrawal'", due_at: NOW, ...columns });
const failed = { status: "'failed'", completed_at: NOW, failure_code: "'provider_failed'" };

/** Inserts an event that is valid except for these columns. */
const event = (columns: Columns = {}) =>
  insert("funding_events", {
    id: EVENT,
    webhook_id: "'evt_1'",
    body_hash: "sha256('body')",
    type: "'deposit.succeeded'",
    reference: "'FND-1'",
    payment_id: "'p1'",
    amount: "'0.05'",
    currency: "'YEM'",
    received_at: NOW,
    ...columns,
  });
const suspense = { decision: "'suspense'", reason: "'late'", decided_at: NOW };

/** Inserts a proposed adjustment that is valid except for these columns. */
const adjustment = (columns: Columns = {}) =>
  insert("money_proposals", {
    id: PROPOSAL,
    kind: "'adjustment'",
    user_id: `'${SALMA}'`,
    wallet_id: `'${SALMA_YEM}'`,
    amount: "5",
    currency: "'YEM'",
    direction: "'credit'",
    reason: "'goodwill'",
    proposed_by: `'${OMAR}'`,
    created_at: NOW,
    expires_at: NOW,
    ...columns,
  });
const reversal = (columns: Columns = {}) =>
  adjustment({
    kind: "'reversal'",
    direction: "NULL",
    reverses_id: `'${TRANSFER}'`,
    shortfall: "'refuse'",
    reason: "'fraud'",
    ...columns,
  });
const decided = (decision: string, by: string) => ({
  decision: `'${decision}'`,
  decided_at: NOW,
  decided_by: `'${by}'`,
});
const APPROVER = id(54);
const approver = `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at)
  VALUES ('${APPROVER}', 'amal', '+999000000000009', 'x', ${NOW}, ${NOW})`;

const removals = (trigger: string, table: string) =>
  [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`].map(
    (statement) => [trigger, statement] as const,
  );

export const FUNDING_VIOLATIONS: readonly (readonly [string, string])[] = [
  ["funding_intents_direction_known", deposit({ direction: "'sideways'" })],
  ["funding_intents_amount_positive", deposit({ amount: "0" })],
  ["funding_intents_status_by_direction", deposit({ status: "'sent'" })],
  [
    "funding_intents_status_by_direction",
    withdrawal({ status: "'expired'", due_at: "NULL", completed_at: NOW }),
  ],
  ["funding_intents_completed_when_terminal", deposit({ completed_at: NOW })],
  ["funding_intents_completed_when_terminal", deposit({ status: "'expired'" })],
  ["funding_intents_failure_known", deposit({ ...failed, failure_code: "'bad_luck'" })],
  ["funding_intents_failed_has_code", deposit({ ...failed, failure_code: "NULL" })],
  ["funding_intents_failed_has_code", deposit({ failure_code: "'provider_failed'" })],
  ["funding_intents_succeeded_has_payment", deposit({ status: "'succeeded'", completed_at: NOW })],
  ["funding_intents_succeeded_has_payment", deposit({ payment_id: "'p1'" })],
  ["funding_intents_due_while_pending", deposit({ due_at: NOW })],
  ["funding_intents_due_while_pending", withdrawal({ due_at: "NULL" })],
  ["funding_intents_reference_unique", `${deposit()}; ${deposit({ id: EVENT })}`],
  ["funding_intents_user_id_users_id_fk", deposit({ user_id: NOBODY })],
  ["funding_intents_wallet_id_currency_fk", deposit({ wallet_id: `'${SALMA_USD}'` })],
  [
    "funding_intents_terminal",
    `${deposit(failed)}; ${set("funding_intents", "status = 'succeeded'", `id = ${FUNDING}`)}`,
  ],
  [
    "funding_intents_terminal",
    `${withdrawal({ status: "'sent'", due_at: "NULL" })}; ${set("funding_intents", `status = 'pending', due_at = ${NOW}`, `id = ${FUNDING}`)}`,
  ],
  [
    "funding_intents_terminal",
    `${deposit()}; ${set("funding_intents", "amount = 6", `id = ${FUNDING}`)}`,
  ],
  ...removals("funding_intents_not_removed", "funding_intents"),

  ["funding_events_webhook_id_unique", `${event()}; ${event({ id: FUNDING })}`],
  ["funding_events_body_hash_sha256", event({ body_hash: "'\\x01'" })],
  ["funding_events_decision_known", event({ ...suspense, decision: "'lost'" })],
  ["funding_events_reason_known", event({ ...suspense, reason: "'bored'" })],
  ["funding_events_decided_at_once", event({ decision: "'applied'" })],
  ["funding_events_decided_at_once", event({ decided_at: NOW })],
  ["funding_events_reason_unless_applied", event({ ...suspense, reason: "NULL" })],
  ["funding_events_reason_unless_applied", event({ ...suspense, decision: "'applied'" })],
  [
    "funding_events_decided_once",
    `${event(suspense)}; ${set("funding_events", "decision = 'applied', reason = NULL", `id = ${EVENT}`)}`,
  ],
  [
    "funding_events_decided_once",
    `${event()}; ${set("funding_events", "amount = '5'", `id = ${EVENT}`)}`,
  ],
  ...removals("funding_events_append_only", "funding_events"),

  ["money_proposals_kind_known", reversal({ kind: "'gift'" })],
  ["money_proposals_amount_positive", adjustment({ amount: "0" })],
  ["money_proposals_direction_known", adjustment({ direction: "'up'" })],
  ["money_proposals_shortfall_known", reversal({ shortfall: "'overdraft'" })],
  ["money_proposals_reason_by_kind", adjustment({ reason: "'fraud'" })],
  ["money_proposals_reason_by_kind", reversal({ reason: "'goodwill'" })],
  ["money_proposals_fields_by_kind", adjustment({ direction: "NULL" })],
  ["money_proposals_fields_by_kind", adjustment({ reverses_id: `'${TRANSFER}'` })],
  ["money_proposals_fields_by_kind", reversal({ reverses_id: "NULL" })],
  ["money_proposals_fields_by_kind", reversal({ shortfall: "NULL" })],
  ["money_proposals_ticket_length", adjustment({ ticket: "''" })],
  ["money_proposals_ticket_length", adjustment({ ticket: "repeat('t', 65)" })],
  ["money_proposals_decision_known", adjustment(decided("postponed", OMAR))],
  ["money_proposals_decided_by_somebody", adjustment({ decision: "'rejected'" })],
  ["money_proposals_for_another", adjustment({ proposed_by: `'${SALMA}'` })],
  ["money_proposals_approved_by_another", adjustment(decided("approved", OMAR))],
  ["money_proposals_approved_by_another", adjustment(decided("approved", SALMA))],
  [
    "money_proposals_funding_event_unique",
    `${approver}; ${event()}; ${[PROPOSAL, FUNDING]
      .map((one) =>
        adjustment({ id: one, funding_event_id: EVENT, ...decided("approved", APPROVER) }),
      )
      .join("; ")}`,
  ],
  ["money_proposals_user_id_users_id_fk", adjustment({ user_id: NOBODY })],
  ["money_proposals_wallet_id_currency_fk", adjustment({ wallet_id: `'${SALMA_USD}'` })],
  ["money_proposals_reverses_id_transactions_id_fk", reversal({ reverses_id: NOBODY })],
  [
    "money_proposals_funding_event_id_funding_events_id_fk",
    adjustment({ funding_event_id: NOBODY }),
  ],
  ["money_proposals_proposed_by_users_id_fk", adjustment({ proposed_by: NOBODY })],
  [
    "money_proposals_decided_by_users_id_fk",
    adjustment({ decision: "'rejected'", decided_at: NOW, decided_by: NOBODY }),
  ],
  [
    "money_proposals_decided_once",
    `${adjustment(decided("rejected", OMAR))}; ${set("money_proposals", `decision = 'approved', decided_by = '${APPROVER}'`, `id = ${PROPOSAL}`)}`,
  ],
  [
    "money_proposals_decided_once",
    `${adjustment()}; ${set("money_proposals", `wallet_id = '${OMAR_YEM}'`, `id = ${PROPOSAL}`)}`,
  ],
  ...removals("money_proposals_not_removed", "money_proposals"),
];

/** A title, and a valid statement: those above without their violation. */
export const FUNDING_ALLOWED: readonly (readonly [string, string])[] = [
  ["a pending deposit", deposit()],
  ["a failed deposit", deposit(failed)],
  ["a pending withdrawal", withdrawal()],
  ["a sent withdrawal", withdrawal({ status: "'sent'", due_at: "NULL" })],
  [
    "a deposit that succeeds",
    `${deposit()}; ${set("funding_intents", `status = 'succeeded', payment_id = 'p1', completed_at = ${NOW}`, `id = ${FUNDING}`)}`,
  ],
  ["an event in suspense", event(suspense)],
  [
    "the decision of an event",
    `${event()}; ${set("funding_events", `decision = 'applied', decided_at = ${NOW}`, `id = ${EVENT}`)}`,
  ],
  ["a proposed adjustment", adjustment()],
  [
    "a debit for an event",
    `${event()}; ${adjustment({ direction: "'debit'", funding_event_id: EVENT })}`,
  ],
  ["a proposed reversal", reversal()],
  ["a rejected adjustment", adjustment(decided("rejected", OMAR))],
];
