import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { HOLD_NOTICED_HOURS_MIN } from "../../domain/bounds.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import { HOLD_PURPOSES, HOLD_STATES, type HoldPurpose, type HoldState } from "../../domain/hold.ts";
import type { HoldId, WalletId } from "../../domain/ids.ts";
import { oneOf } from "./columns.ts";
import { wallets } from "./wallets.ts";

/**
 * Money of a wallet that is reserved. Only the ledger changes a hold, and only while it has locked
 * the payer's wallet: wallets.held is the sum of what the wallet's open holds reserve.
 */
export const holds = pgTable(
  "holds",
  {
    id: uuid().$type<HoldId>().primaryKey(),
    purpose: text().$type<HoldPurpose>().notNull(),
    fromWalletId: uuid("from_wallet_id").$type<WalletId>().notNull(),
    /** The payee's wallet; null for a withdrawal. */
    toWalletId: uuid("to_wallet_id").$type<WalletId>(),
    currency: text().$type<CurrencyCode>().notNull(),
    /** Minor units: the total that may be captured. */
    amount: bigint({ mode: "bigint" }).notNull(),
    /** Minor units: what was captured until now. */
    captured: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    state: text().$type<HoldState>().notNull().default("open"),
    /** Whether the payer may void it, too. */
    isPayerVoidable: boolean("is_payer_voidable").notNull().default(false),
    note: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** From then on nothing can be captured; null: a withdrawal, which ends with its payout. */
    expiresAt: timestamp("expires_at", { withTimezone: true }),
    /** When it reached a final state. */
    closedAt: timestamp("closed_at", { withTimezone: true }),
    /** How often it was captured, and raised or extended. */
    captures: integer().notNull().default(0),
    amendments: integer().notNull().default(0),
    /** The end of which payer and payee were told; null: of none. Only the job of notices sets it. */
    expiringToldFor: timestamp("expiring_told_for", { withTimezone: true }),
    /** When they were told that it has expired. Only the job of notices sets it. */
    expiredToldAt: timestamp("expired_told_at", { withTimezone: true }),
  },
  (t) => [
    foreignKey({
      name: "holds_from_wallet_fk",
      columns: [t.fromWalletId, t.currency],
      foreignColumns: [wallets.id, wallets.currency],
    }),
    foreignKey({
      name: "holds_to_wallet_fk",
      columns: [t.toWalletId, t.currency],
      foreignColumns: [wallets.id, wallets.currency],
    }),
    // For the open holds of a wallet, and for those that have expired.
    index("holds_open_from_wallet_id_idx")
      .on(t.fromWalletId, t.expiresAt)
      .where(sql`${t.state} = 'open'`),
    index("holds_open_to_wallet_id_idx").on(t.toWalletId, t.id).where(sql`${t.state} = 'open'`),
    index("holds_open_expires_at_idx").on(t.expiresAt).where(sql`${t.state} = 'open'`),
    index("holds_from_wallet_id_idx").on(t.fromWalletId, t.id),
    index("holds_to_wallet_id_idx").on(t.toWalletId, t.id),
    // For the notices: holds of which the end comes near, and those that have expired.
    index("holds_expiring_idx")
      .on(t.expiresAt)
      .where(
        sql`${t.state} = 'open' AND ${t.expiringToldFor} IS DISTINCT FROM ${t.expiresAt}
          AND ${t.expiresAt} - ${t.createdAt} >= interval '${sql.raw(`${HOLD_NOTICED_HOURS_MIN}`)} hours'`,
      ),
    index("holds_expired_idx")
      .on(t.closedAt)
      .where(sql`${t.state} = 'expired' AND ${t.expiredToldAt} IS NULL`),
    // For the operators' list of holds that expired without a capture.
    index("holds_lapsed_idx")
      .on(t.expiresAt, t.id)
      .where(sql`${t.state} = 'expired' AND ${t.captured} = 0`),
    check("holds_counts_nonnegative", sql`${t.captures} >= 0 AND ${t.amendments} >= 0`),
    check("holds_purpose_in_list", oneOf(t.purpose, HOLD_PURPOSES)),
    check("holds_state_in_list", oneOf(t.state, HOLD_STATES)),
    check("holds_amount_positive", sql`${t.amount} > 0`),
    check("holds_captured_within_amount", sql`${t.captured} BETWEEN 0 AND ${t.amount}`),
    check("holds_closed_has_time", sql`(${t.state} = 'open') = (${t.closedAt} IS NULL)`),
    check("holds_open_has_rest", sql`${t.state} <> 'open' OR ${t.captured} < ${t.amount}`),
    check(
      "holds_sides_of_purpose",
      sql`(${t.purpose} = 'payment') = (${t.toWalletId} IS NOT NULL)
        AND (${t.purpose} = 'payment') = (${t.expiresAt} IS NOT NULL)`,
    ),
    check("holds_between_two", sql`${t.fromWalletId} IS DISTINCT FROM ${t.toWalletId}`),
    check("holds_expire_after_creation", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);
