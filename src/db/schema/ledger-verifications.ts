import { pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** How far a checker has proven the ledger; one row for each checker. */
export const ledgerVerifications = pgTable("ledger_verifications", {
  /** `recent`: the job that checks what was posted since its last run. */
  checker: text().primaryKey(),
  /** Every transaction posted up to here was checked. */
  verifiedUntil: timestamp("verified_until", { withTimezone: true, mode: "string" }).notNull(),
});

/** What a checker found. A row stays until an operator has put its subject right and removes it. */
export const ledgerProblems = pgTable(
  "ledger_problems",
  {
    checkName: text("check_name").notNull(),
    subject: text().notNull(),
    detail: text().notNull(),
    foundAt: timestamp("found_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "ledger_problems_pkey", columns: [t.checkName, t.subject] })],
);
