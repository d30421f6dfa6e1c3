import { getTableConfig, PgDialect, type PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as schema from "../../../src/db/schema/index.ts";
import {
  CODE_ATTEMPTS_MAX,
  EMAIL_LENGTH_MAX,
  EMAIL_LOCAL_LENGTH_MAX,
  IDEMPOTENCY_KEY_LENGTH_MAX,
  PASSKEY_NAME_LENGTH_MAX,
  REFUNDS_PER_TRANSACTION_MAX,
  TICKET_LENGTH_MAX,
} from "../../../src/domain/bounds.ts";
import { E164 } from "../../../src/domain/phone.ts";

const { contactCodes, idempotencyKeys, moneyProposals, passkeys, refundTotals, users } = schema;

/** A CHECK constraint, its table, and the domain's rule that its text must contain. */
const PAIRS: readonly (readonly [string, PgTable, string])[] = [
  ["users_phone_e164", users, `~ '${E164.source}'`],
  ["users_email_length", users, `<= ${EMAIL_LENGTH_MAX}`],
  ["users_email_form", users, `{1,${EMAIL_LOCAL_LENGTH_MAX}}@`],
  ["contact_codes_attempts_within", contactCodes, `BETWEEN 0 AND ${CODE_ATTEMPTS_MAX}`],
  ["passkeys_name_length", passkeys, `BETWEEN 1 AND ${PASSKEY_NAME_LENGTH_MAX}`],
  ["refund_totals_refunds_bounded", refundTotals, `BETWEEN 0 AND ${REFUNDS_PER_TRANSACTION_MAX}`],
  ["money_proposals_ticket_length", moneyProposals, `BETWEEN 1 AND ${TICKET_LENGTH_MAX}`],
  ["idempotency_keys_key_length", idempotencyKeys, `BETWEEN 1 AND ${IDEMPOTENCY_KEY_LENGTH_MAX}`],
];

describe("a bound that the database repeats in a CHECK", () => {
  it.each(PAIRS)("is the same as in the domain: %s", (name, table, rule) => {
    const check = getTableConfig(table).checks.find((one) => one.name === name);
    const text = check ? new PgDialect().sqlToQuery(check.value).sql : "";
    expect(text.endsWith(rule) || text.includes(`${rule}[`)).toBe(true);
  });
});
