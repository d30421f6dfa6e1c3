import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, timestamp } from "drizzle-orm/pg-core";
import { hexBytes } from "./columns.ts";

/**
 * Attempts at a secret, counted by source. The key is a keyed hash, so that the table shows neither
 * phones nor addresses.
 */
export const throttleCounters = pgTable(
  "throttle_counters",
  {
    key: hexBytes().primaryKey(),
    /** Attempts that failed or whose result is not known yet. */
    tries: integer().notNull(),
    /** When the last attempt was counted. */
    countedAt: timestamp("counted_at", { withTimezone: true }).notNull(),
    /**
     * When the next attempt is allowed; null: at once, independent of differences between clocks.
     */
    admitsAt: timestamp("admits_at", { withTimezone: true }),
    /** When this source last proved this secret. */
    rightAt: timestamp("right_at", { withTimezone: true }),
  },
  (t) => [
    // For the deletion of expired rows only; a block range index costs the writes very little.
    index("throttle_counters_counted_at_idx").using("brin", t.countedAt),
    check("throttle_counters_key_sha256", sql`octet_length(${t.key}) = 32`),
    check("throttle_counters_tries_nonnegative", sql`${t.tries} >= 0`),
  ],
);
