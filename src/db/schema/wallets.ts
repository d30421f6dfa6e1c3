import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import { FREEZE_SCOPES, type FreezeReason, type FreezeScope } from "../../domain/freeze.ts";
import type { UserId, WalletId } from "../../domain/ids.ts";
import type { LocalDate, OwnLimits } from "../../domain/limit.ts";
import { MARKETS, type Market } from "../../domain/market.ts";
import type { SystemPurpose, WalletStatus } from "../../domain/wallet.ts";
import { oneOf } from "./columns.ts";
import { currencies } from "./currencies.ts";
import { users } from "./users.ts";

/**
 * Wallets of users, each in one currency, and system wallets (system_purpose set, owner null). A
 * system wallet is the other side of deposits or withdrawals. It has entries but no running
 * balance, so it is never locked.
 */
export const wallets = pgTable(
  "wallets",
  {
    id: uuid().$type<WalletId>().primaryKey(),
    ownerId: uuid("owner_id")
      .$type<UserId>()
      .references(() => users.id),
    systemPurpose: text("system_purpose").$type<SystemPurpose>(),
    currency: text()
      .$type<CurrencyCode>()
      .notNull()
      .references(() => currencies.code),
    /** The market of a wallet in YEM; null means DEFAULT_MARKET. It never changes. */
    market: text().$type<Market>(),
    label: text(),
    status: text().$type<WalletStatus>().notNull().default("active"),
    isDefault: boolean("is_default").notNull().default(false),
    /** Minor units. */
    balance: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    /** Minor units on hold; the available balance is balance − held. */
    held: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    /** seq of the wallet's last entry. */
    seq: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** Why it is frozen; the audit log has the operator who froze it. */
    freezeReason: text("freeze_reason").$type<FreezeReason>(),
    /**
     * When the freeze ends: from then on the wallet counts as active, although its status is still
     * frozen.
     */
    frozenUntil: timestamp("frozen_until", { withTimezone: true }),
    /**
     * The wallet that counts for all wallets of this owner in this currency: the first of them. Null:
     * this one does. A trigger sets it, and it never changes.
     */
    limitsWalletId: uuid("limits_wallet_id").$type<WalletId>(),
    /** The balance of the wallets that this one counts for; a trigger keeps it. Minor units. */
    siblingsBalance: numeric("siblings_balance", { precision: 20, scale: 0, mode: "bigint" })
      .notNull()
      .default(sql`0`),
    /** The date of the running day window, in the zone of the limits; null: never counted. */
    limitDate: date("limit_date").$type<LocalDate>(),
    /** What was counted in the running day and in its month: minor units, numbers of operations. */
    outDaySum: bigint("out_day_sum", { mode: "bigint" }).notNull().default(sql`0`),
    outDayCount: bigint("out_day_count", { mode: "bigint" }).notNull().default(sql`0`),
    outMonthSum: bigint("out_month_sum", { mode: "bigint" }).notNull().default(sql`0`),
    outMonthCount: bigint("out_month_count", { mode: "bigint" }).notNull().default(sql`0`),
    inDaySum: bigint("in_day_sum", { mode: "bigint" }).notNull().default(sql`0`),
    inDayCount: bigint("in_day_count", { mode: "bigint" }).notNull().default(sql`0`),
    inMonthSum: bigint("in_month_sum", { mode: "bigint" }).notNull().default(sql`0`),
    inMonthCount: bigint("in_month_count", { mode: "bigint" }).notNull().default(sql`0`),
    /** The limits that the owner has set; null: none. */
    ownLimits: jsonb("own_limits").$type<OwnLimits>(),
    /**
     * What the freeze stops; null while frozen: both, a freeze of an earlier release. A trigger
     * clears it when the wallet is no longer frozen.
     */
    freezeScope: text("freeze_scope").$type<FreezeScope>(),
  },
  (t) => [
    foreignKey({
      name: "wallets_limits_wallet_id_fk",
      columns: [t.limitsWalletId],
      foreignColumns: [t.id],
    }),
    // One wallet of each owner and currency counts.
    uniqueIndex("wallets_limits_unique")
      .on(t.ownerId, t.currency)
      .where(sql`${t.limitsWalletId} IS NULL AND ${t.ownerId} IS NOT NULL`),
    check("wallets_limits_wallet_is_another", sql`${t.limitsWalletId} IS DISTINCT FROM ${t.id}`),
    check(
      "wallets_limit_usage_nonnegative",
      sql`least(${t.outDaySum}, ${t.outDayCount}, ${t.outMonthSum}, ${t.outMonthCount},
        ${t.inDaySum}, ${t.inDayCount}, ${t.inMonthSum}, ${t.inMonthCount}, ${t.siblingsBalance}) >= 0`,
    ),
    check("wallets_own_limits_is_object", sql`jsonb_typeof(${t.ownLimits}) = 'object'`),
    check(
      "wallets_frozen_has_reason",
      sql`(${t.status} = 'frozen') = (${t.freezeReason} IS NOT NULL)`,
    ),
    check(
      "wallets_frozen_until_while_frozen",
      sql`${t.frozenUntil} IS NULL OR ${t.status} = 'frozen'`,
    ),
    check("wallets_freeze_scope_in_list", oneOf(t.freezeScope, FREEZE_SCOPES)),
    check(
      "wallets_freeze_scope_while_frozen",
      sql`${t.freezeScope} IS NULL OR ${t.status} = 'frozen'`,
    ),
    // For the job that resets ended freezes. Updates of balances do not touch it, so they remain
    // cheap.
    index("wallets_frozen_until_idx").on(t.frozenUntil).where(sql`${t.frozenUntil} IS NOT NULL`),
    unique("wallets_id_currency_unique").on(t.id, t.currency),
    uniqueIndex("wallets_default_unique").on(t.ownerId, t.currency).where(sql`${t.isDefault}`),
    uniqueIndex("wallets_system_unique")
      .on(t.currency, t.systemPurpose)
      .where(sql`${t.systemPurpose} IS NOT NULL`),
    index("wallets_owner_id_idx").on(t.ownerId, t.id).where(sql`${t.ownerId} IS NOT NULL`),
    check("wallets_balance_nonnegative", sql`${t.balance} >= 0`),
    check("wallets_held_within_balance", sql`${t.held} BETWEEN 0 AND ${t.balance}`),
    check("wallets_seq_nonnegative", sql`${t.seq} >= 0`),
    check("wallets_market_in_list", oneOf(t.market, MARKETS)),
    check("wallets_market_of_rial", sql`${t.market} IS NULL OR ${t.currency} = 'YEM'`),
    check("wallets_status_known", sql`${t.status} IN ('active', 'frozen', 'closed')`),
    check("wallets_owner_or_system", sql`num_nonnulls(${t.ownerId}, ${t.systemPurpose}) = 1`),
    check("wallets_closed_is_empty", sql`${t.status} <> 'closed' OR ${t.balance} = 0`),
    check("wallets_closed_is_not_default", sql`${t.status} <> 'closed' OR NOT ${t.isDefault}`),
    check(
      "wallets_system_has_no_balance",
      sql`${t.systemPurpose} IS NULL OR (${t.balance} = 0 AND ${t.seq} = 0)`,
    ),
  ],
);
