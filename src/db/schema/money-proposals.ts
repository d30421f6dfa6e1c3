import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import type {
  FundingEventId,
  MoneyProposalId,
  TransactionId,
  UserId,
  WalletId,
} from "../../domain/ids.ts";
import {
  ADJUSTMENT_DIRECTIONS,
  ADJUSTMENT_REASONS,
  type AdjustmentDirection,
  type AdjustmentReason,
  MONEY_DECISIONS,
  type MoneyDecision,
  PROPOSAL_KINDS,
  type ProposalKind,
  REVERSAL_REASONS,
  type ReversalReason,
  SHORTFALL_RULES,
  type ShortfallRule,
} from "../../domain/money-proposal.ts";
import { oneOf } from "./columns.ts";
import { fundingEvents } from "./funding.ts";
import { transactions } from "./transactions.ts";
import { users } from "./users.ts";
import { wallets } from "./wallets.ts";

/**
 * Adjustments and reversals that one admin proposes, until a second admin decides. The ledger sets
 * `approved` in the commit of the transaction, which names the proposal.
 */
export const moneyProposals = pgTable(
  "money_proposals",
  {
    id: uuid().$type<MoneyProposalId>().primaryKey(),
    kind: text().$type<ProposalKind>().notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    walletId: uuid("wallet_id").$type<WalletId>().notNull(),
    /** Minor units, positive. */
    amount: bigint({ mode: "bigint" }).notNull(),
    currency: text().$type<CurrencyCode>().notNull(),
    /** Of an adjustment. */
    direction: text().$type<AdjustmentDirection>(),
    /** Of a reversal. */
    reversesId: uuid("reverses_id")
      .$type<TransactionId>()
      .references(() => transactions.id),
    shortfall: text().$type<ShortfallRule>(),
    reason: text().$type<AdjustmentReason | ReversalReason>().notNull(),
    ticket: text(),
    fundingEventId: uuid("funding_event_id")
      .$type<FundingEventId>()
      .references(() => fundingEvents.id),
    proposedBy: uuid("proposed_by")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** From then on it can no longer be approved. */
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    /** Null: the proposal is open, or expired. */
    decision: text().$type<MoneyDecision>(),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    decidedBy: uuid("decided_by")
      .$type<UserId>()
      .references(() => users.id),
  },
  (t) => [
    foreignKey({
      name: "money_proposals_wallet_id_currency_fk",
      columns: [t.walletId, t.currency],
      foreignColumns: [wallets.id, wallets.currency],
    }),
    // For the list of open proposals.
    index("money_proposals_open_idx").on(t.id).where(sql`${t.decision} IS NULL`),
    // For the sum that one admin has proposed within a day.
    index("money_proposals_proposed_by_created_at_idx").on(t.proposedBy, t.createdAt),
    // An event in suspense is resolved once.
    uniqueIndex("money_proposals_funding_event_unique")
      .on(t.fundingEventId)
      .where(sql`${t.decision} = 'approved'`),
    check("money_proposals_kind_known", oneOf(t.kind, PROPOSAL_KINDS)),
    check("money_proposals_amount_positive", sql`${t.amount} > 0`),
    check("money_proposals_direction_known", oneOf(t.direction, ADJUSTMENT_DIRECTIONS)),
    check("money_proposals_shortfall_known", oneOf(t.shortfall, SHORTFALL_RULES)),
    check(
      "money_proposals_reason_by_kind",
      sql`CASE ${t.kind} WHEN 'adjustment' THEN ${oneOf(t.reason, ADJUSTMENT_REASONS)}
        ELSE ${oneOf(t.reason, REVERSAL_REASONS)} END`,
    ),
    check(
      "money_proposals_fields_by_kind",
      sql`CASE ${t.kind} WHEN 'adjustment' THEN ${t.direction} IS NOT NULL AND num_nonnulls(${t.reversesId}, ${t.shortfall}) = 0
        ELSE num_nonnulls(${t.reversesId}, ${t.shortfall}) = 2 AND num_nonnulls(${t.direction}, ${t.fundingEventId}) = 0 END`,
    ),
    check("money_proposals_ticket_length", sql`char_length(${t.ticket}) BETWEEN 1 AND 64`),
    check("money_proposals_decision_known", oneOf(t.decision, MONEY_DECISIONS)),
    check(
      "money_proposals_decided_by_somebody",
      sql`num_nonnulls(${t.decision}, ${t.decidedAt}, ${t.decidedBy}) IN (0, 3)`,
    ),
    check("money_proposals_for_another", sql`${t.userId} <> ${t.proposedBy}`),
    check(
      "money_proposals_approved_by_another",
      sql`${t.decision} <> 'approved' OR ${t.decidedBy} NOT IN (${t.proposedBy}, ${t.userId})`,
    ),
  ],
);
