import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { postgresErrorOf } from "../../src/db/postgres-error.ts";
import { allCurrencies } from "../../src/domain/currency.ts";
import { makeSmallWorld, rolledBack } from "./rolled-back.ts";
import { ALLOWED, VIOLATIONS } from "./violations.ts";

async function refusalOf(statement: string): Promise<string | null | undefined> {
  let refusal: string | null | undefined;
  await rolledBack(async (tx) => {
    await makeSmallWorld(tx);
    try {
      // A transaction within: its failure leaves the outer one able to end in order.
      await tx.transaction((inner) => inner.execute(sql.raw(statement)));
    } catch (error) {
      refusal = postgresErrorOf(error)?.constraint ?? `${error}`;
    }
  });
  return refusal;
}

describe("the database's own rules", () => {
  it.each(VIOLATIONS)("%s refuses: %s", async (rule, statement) => {
    expect(await refusalOf(statement)).toBe(rule);
  });

  it.each(ALLOWED)("let pass %s", async (_what, statement) => {
    expect(await refusalOf(statement)).toBeUndefined();
  });

  it("know the currencies that the service knows, with the same decimals", () =>
    rolledBack(async (tx) => {
      const { rows } = await tx.execute(sql`SELECT code, exponent FROM currencies ORDER BY code`);
      expect(rows).toEqual(allCurrencies().map(({ code, exponent }) => ({ code, exponent })));
    }));
});
