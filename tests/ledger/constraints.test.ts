import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { postgresErrorOf } from "../../src/db/postgres-error.ts";
import { allCurrencies } from "../../src/domain/currency.ts";
import { ALLOWED, VIOLATIONS } from "./constraint-violations.ts";
import { insertFixture, rolledBack } from "./rolled-back-transaction.ts";

async function refusalOf(statement: string): Promise<string | null | undefined> {
  let refusal: string | null | undefined;
  await rolledBack(async (tx) => {
    await insertFixture(tx);
    try {
      // In a nested transaction, so that its failure does not abort the outer one.
      await tx.transaction((inner) => inner.execute(sql.raw(statement)));
    } catch (error) {
      refusal = postgresErrorOf(error)?.constraint ?? `${error}`;
    }
  });
  return refusal;
}

describe("the constraints and triggers of the database", () => {
  it.each(VIOLATIONS)("%s refuses: %s", async (constraint, statement) => {
    expect(await refusalOf(statement)).toBe(constraint);
  });

  it.each(ALLOWED)("allow %s", async (_title, statement) => {
    expect(await refusalOf(statement)).toBeUndefined();
  });

  it("contain the currencies of the service, with the same decimals", () =>
    rolledBack(async (tx) => {
      const { rows } = await tx.execute(sql`SELECT code, exponent FROM currencies ORDER BY code`);
      expect(rows).toEqual(allCurrencies().map(({ code, exponent }) => ({ code, exponent })));
    }));
});
