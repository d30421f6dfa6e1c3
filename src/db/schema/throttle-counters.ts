import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, timestamp } from "drizzle-orm/pg-core";
import { hexBytes } from "./columns.ts";

/**
 * Tries at a secret, by who or what tries. The key is a keyed hash: neither phones, known or not, nor
 * addresses can be read here.
 */
export const throttleCounters = pgTable(
  "throttle_counters",
  {
    key: hexBytes().primaryKey(),
    /** Tries that turned out wrong or are not told yet. */
    tries: integer().notNull(),
    /** When the last of them was counted. */
    countedAt: timestamp("counted_at", { withTimezone: true }).notNull(),
    /** From when on the next one is admitted; null: at once, whatever another machine's clock says. */
    admitsAt: timestamp("admits_at", { withTimezone: true }),
    /** When this source last knew this secret. */
    rightAt: timestamp("right_at", { withTimezone: true }),
  },
  (t) => [
    // Only the purge reads it; a block range index hardly costs the writes anything.
    index("throttle_counters_counted_at_idx").using("brin", t.countedAt),
    check("throttle_counters_key_sha256", sql`octet_length(${t.key}) = 32`),
    check("throttle_counters_tries_nonnegative", sql`${t.tries} >= 0`),
  ],
);
