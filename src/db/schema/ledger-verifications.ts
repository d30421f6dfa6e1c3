import { pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** How far a checker has proven the ledger; one row for each checker. */
export const ledgerVerifications = pgTable("ledger_verifications", {
  /** `recent`: the job that verifies the transactions since its last run. */
  checker: text().primaryKey(),
  /** All transactions posted up to this time were checked. */
  verifiedUntil: timestamp("verified_until", { withTimezone: true, mode: "string" }).notNull(),
  /** Where its last span began; null: the job has not checked one since this column exists. */
  verifiedFrom: timestamp("verified_from", { withTimezone: true, mode: "string" }),
  /** When it last ran to its end, also with nothing to check. */
  verifiedAt: timestamp("verified_at", { withTimezone: true, mode: "string" }),
});

/** The problems that a checker found. An operator deletes a row after correcting its subject. */
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
