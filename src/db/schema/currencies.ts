import { sql } from "drizzle-orm";
import { check, pgTable, smallint, text } from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";

export const currencies = pgTable(
  "currencies",
  {
    code: text().$type<CurrencyCode>().primaryKey(),
    exponent: smallint().notNull(),
  },
  (t) => [
    check("currencies_code_form", sql`${t.code} ~ '^[A-Z]{3}$'`),
    check("currencies_exponent_range", sql`${t.exponent} BETWEEN 0 AND 4`),
  ],
);
