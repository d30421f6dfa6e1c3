import { type Column, type SQL, sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { MoneyProposalId, RateId, UserId } from "../../domain/ids.ts";
import { MARKETS, type Market } from "../../domain/market.ts";
import { RATE_SOURCES, type RateSource } from "../../domain/quote.ts";
import { PROPOSAL_DECISIONS, type ProposalDecision } from "../../domain/user.ts";
import { oneOf } from "./columns.ts";
import { currencies } from "./currencies.ts";
import { users } from "./users.ts";

/** The columns of what somebody sets as a rate: `unit` of base are numerator ÷ denominator counter. */
const termsColumns = () => ({
  base: text()
    .$type<CurrencyCode>()
    .notNull()
    .references(() => currencies.code),
  counter: text()
    .$type<CurrencyCode>()
    .notNull()
    .references(() => currencies.code),
  /** Set if one of the two is YEM. */
  market: text().$type<Market>(),
  numerator: bigint({ mode: "bigint" }).notNull(),
  denominator: bigint({ mode: "bigint" }).notNull(),
  unit: bigint({ mode: "bigint" }).notNull(),
  spreadBasisPoints: smallint("spread_basis_points").notNull(),
  feeBasisPoints: smallint("fee_basis_points").notNull(),
  /** The largest amount of one quote, in minor units of `base`. */
  quoteMax: bigint("quote_max", { mode: "bigint" }).notNull(),
});

type TermsColumns = Readonly<Record<keyof ReturnType<typeof termsColumns>, Column>>;

/** A term of a ratio: positive and at most RATE_TERM_MAX. */
const isTerm = (column: Column): SQL => sql`${column} BETWEEN 1 AND 999999999999999`;

const termsChecks = (table: string, t: TermsColumns) => [
  check(
    `${table}_pair_in_order`,
    sql`${t.base} COLLATE "C" < ${t.counter} COLLATE "C" AND 'YER' NOT IN (${t.base}, ${t.counter})`,
  ),
  check(`${table}_market_in_list`, oneOf(t.market, MARKETS)),
  check(
    `${table}_market_of_rial`,
    sql`(${t.market} IS NOT NULL) = ('YEM' IN (${t.base}, ${t.counter}))`,
  ),
  check(
    `${table}_terms_within`,
    sql`${isTerm(t.numerator)} AND ${isTerm(t.denominator)} AND ${t.unit} BETWEEN 1 AND 1000000
      AND ${isTerm(t.quoteMax)}`,
  ),
  check(
    `${table}_deductions_within`,
    sql`${t.spreadBasisPoints} BETWEEN 0 AND 1000 AND ${t.feeBasisPoints} BETWEEN 0 AND 1000`,
  ),
];

/**
 * Exchange rates. Append-only: the newest rate of a pair is in force until it expires, and an older
 * one never comes back.
 */
export const exchangeRates = pgTable(
  "exchange_rates",
  {
    id: uuid().$type<RateId>().primaryKey(),
    /** Rates of one pair are in this order; it has gaps. */
    position: bigint({ mode: "bigint" }).generatedAlwaysAsIdentity(),
    ...termsColumns(),
    source: text().$type<RateSource>().notNull(),
    /** When the feed says that it saw the rate; null for other sources. */
    quotedAt: timestamp("quoted_at", { withTimezone: true }),
    setBy: uuid("set_by")
      .$type<UserId>()
      .references(() => users.id),
    /** The second person of a jump. */
    approvedBy: uuid("approved_by")
      .$type<UserId>()
      .references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    validUntil: timestamp("valid_until", { withTimezone: true }).notNull(),
  },
  (t) => [
    unique("exchange_rates_position_unique").on(t.position),
    // For the newest rate of a pair, and from pair to pair.
    index("exchange_rates_pair_position_idx").on(
      t.base,
      t.counter,
      sql`coalesce(${t.market}, '')`,
      t.position,
    ),
    ...termsChecks("exchange_rates", t),
    check("exchange_rates_source_in_list", oneOf(t.source, RATE_SOURCES)),
    check(
      "exchange_rates_set_by_source",
      sql`(${t.source} = 'operator') = (${t.setBy} IS NOT NULL)
        AND (${t.source} = 'feed') = (${t.quotedAt} IS NOT NULL)`,
    ),
    check(
      "exchange_rates_approved_by_another",
      sql`${t.approvedBy} IS NULL OR (${t.setBy} IS NOT NULL AND ${t.approvedBy} <> ${t.setBy})`,
    ),
    check("exchange_rates_valid_after_creation", sql`${t.validUntil} > ${t.createdAt}`),
  ],
);

/** Rates that one operator proposes because they jump, until another operator decides. */
export const rateProposals = pgTable(
  "rate_proposals",
  {
    id: uuid().$type<MoneyProposalId>().primaryKey(),
    ...termsColumns(),
    /** How long the rate is in force, counted from its approval. */
    validSeconds: bigint("valid_seconds", { mode: "number" }).notNull(),
    proposedBy: uuid("proposed_by")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** From then on it can no longer be approved. */
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    /** Null: the proposal is open, or expired. */
    decision: text().$type<ProposalDecision>(),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
    decidedBy: uuid("decided_by")
      .$type<UserId>()
      .references(() => users.id),
  },
  (t) => [
    uniqueIndex("rate_proposals_open_unique")
      .on(t.base, t.counter, sql`coalesce(${t.market}, '')`)
      .where(sql`${t.decision} IS NULL`),
    ...termsChecks("rate_proposals", t),
    check("rate_proposals_valid_seconds_within", sql`${t.validSeconds} BETWEEN 1 AND 604800`),
    check("rate_proposals_decision_known", oneOf(t.decision, PROPOSAL_DECISIONS)),
    check(
      "rate_proposals_decided_by_somebody",
      sql`num_nonnulls(${t.decision}, ${t.decidedAt}, ${t.decidedBy}) IN (0, 3)`,
    ),
    check(
      "rate_proposals_approved_by_another",
      sql`${t.decision} <> 'approved' OR ${t.decidedBy} <> ${t.proposedBy}`,
    ),
  ],
);
