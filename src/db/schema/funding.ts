import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import {
  type DepositStatus,
  FUNDING_DECISIONS,
  FUNDING_DIRECTIONS,
  FUNDING_EVENT_REASONS,
  FUNDING_FAILURES,
  type FundingDecision,
  type FundingDirection,
  type FundingEventReason,
  type FundingFailure,
  type WithdrawalStatus,
} from "../../domain/funding.ts";
import type { FundingEventId, FundingId, UserId, WalletId } from "../../domain/ids.ts";
import { hexBytes, oneOf } from "./columns.ts";
import { users } from "./users.ts";
import { wallets } from "./wallets.ts";

/**
 * Deposits and withdrawals through the provider. The ledger changes their status in the commit that
 * moves the money; what moves none is changed where the status is still open.
 */
export const fundingIntents = pgTable(
  "funding_intents",
  {
    id: uuid().$type<FundingId>().primaryKey(),
    direction: text().$type<FundingDirection>().notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    walletId: uuid("wallet_id").$type<WalletId>().notNull(),
    /** Minor units, positive. */
    amount: bigint({ mode: "bigint" }).notNull(),
    currency: text().$type<CurrencyCode>().notNull(),
    status: text().$type<DepositStatus | WithdrawalStatus>().notNull().default("pending"),
    /** What the provider names in its events. */
    reference: text().notNull(),
    /** The provider's own name of the payment that succeeded. */
    paymentId: text("payment_id"),
    failureCode: text("failure_code").$type<FundingFailure>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** A deposit: it is not credited from then on. A withdrawal: it times out then. */
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    completedAt: timestamp("completed_at", { withTimezone: true }),
    /** Attempts to hand a payout to the provider. */
    attempts: integer().notNull().default(0),
    /** When the next attempt is due: of a pending withdrawal only. */
    dueAt: timestamp("due_at", { withTimezone: true }),
  },
  (t) => [
    foreignKey({
      name: "funding_intents_wallet_id_currency_fk",
      columns: [t.walletId, t.currency],
      foreignColumns: [wallets.id, wallets.currency],
    }),
    unique("funding_intents_reference_unique").on(t.reference),
    // For a person's lists.
    index("funding_intents_user_id_direction_id_idx").on(t.userId, t.direction, t.id),
    // For the jobs: payouts to hand over, and what expires.
    index("funding_intents_due_at_idx").on(t.dueAt).where(sql`${t.status} = 'pending'`),
    index("funding_intents_open_expires_at_idx")
      .on(t.expiresAt)
      .where(sql`${t.status} IN ('pending', 'sent')`),
    // For the operators' lists of what waits at the provider, the oldest first.
    index("funding_intents_waiting_idx")
      .on(t.direction, t.status, t.id)
      .where(sql`${t.status} IN ('pending', 'sent')`),
    check("funding_intents_direction_known", oneOf(t.direction, FUNDING_DIRECTIONS)),
    check("funding_intents_amount_positive", sql`${t.amount} > 0`),
    check(
      "funding_intents_status_by_direction",
      sql`CASE ${t.direction} WHEN 'deposit' THEN ${t.status} IN ('pending', 'succeeded', 'failed', 'expired')
        ELSE ${t.status} IN ('pending', 'sent', 'succeeded', 'failed', 'timed_out') END`,
    ),
    check(
      "funding_intents_completed_when_terminal",
      sql`(${t.status} IN ('pending', 'sent')) = (${t.completedAt} IS NULL)`,
    ),
    check("funding_intents_failure_in_list", oneOf(t.failureCode, FUNDING_FAILURES)),
    check(
      "funding_intents_failed_has_code",
      sql`(${t.status} = 'failed') = (${t.failureCode} IS NOT NULL)`,
    ),
    check(
      "funding_intents_succeeded_has_payment",
      sql`(${t.status} = 'succeeded') = (${t.paymentId} IS NOT NULL)`,
    ),
    check(
      "funding_intents_due_while_pending",
      sql`(${t.dueAt} IS NOT NULL) = (${t.direction} = 'withdrawal' AND ${t.status} = 'pending')`,
    ),
  ],
);

/**
 * Every event that the provider has signed, once for each webhook-id. Append-only: only the
 * decision is set, once.
 */
export const fundingEvents = pgTable(
  "funding_events",
  {
    /** Also the id of the transaction that the event causes, so that a repeat posts nothing. */
    id: uuid().$type<FundingEventId>().primaryKey(),
    webhookId: text("webhook_id").notNull(),
    /** SHA-256 of the body: the same id with another body is refused. */
    bodyHash: hexBytes("body_hash").notNull(),
    type: text().notNull(),
    reference: text().notNull(),
    paymentId: text("payment_id").notNull(),
    /** Major units and currency, as sent. */
    amount: text().notNull(),
    currency: text().notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    /** Null: not decided yet; a job decides it. */
    decision: text().$type<FundingDecision>(),
    reason: text().$type<FundingEventReason>(),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
  },
  (t) => [
    unique("funding_events_webhook_id_unique").on(t.webhookId),
    index("funding_events_undecided_idx").on(t.id).where(sql`${t.decision} IS NULL`),
    index("funding_events_suspense_idx").on(t.id).where(sql`${t.decision} = 'suspense'`),
    index("funding_events_reference_idx").on(t.reference),
    check("funding_events_body_hash_sha256", sql`octet_length(${t.bodyHash}) = 32`),
    check("funding_events_decision_known", oneOf(t.decision, FUNDING_DECISIONS)),
    check("funding_events_reason_in_list", oneOf(t.reason, FUNDING_EVENT_REASONS)),
    check(
      "funding_events_decided_at_once",
      sql`(${t.decision} IS NULL) = (${t.decidedAt} IS NULL)`,
    ),
    check(
      "funding_events_reason_unless_applied",
      sql`(coalesce(${t.decision}, 'applied') = 'applied') = (${t.reason} IS NULL)`,
    ),
  ],
);
