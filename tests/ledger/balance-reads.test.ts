import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { BALANCE_STEPS_MAX } from "../../src/domain/bounds.ts";
import type { UserId, WalletId } from "../../src/domain/ids.ts";
import { microsText } from "../../src/domain/instant.ts";
import { type BalanceRow, selectBalances } from "../../src/ledger/balance-reads.ts";
import { disableBitmapScans } from "../../src/ledger/history-reads.ts";
import { makeBusyWallet, microsAt, type PlanNode, rowsRead } from "./busy-wallet.ts";
import { id, SALMA, SALMA_USD } from "./fixture.ts";
import { insertFixture, rolledBack, type Tx } from "./rolled-back-transaction.ts";

/** Twenty for each step. */
const MANY = 20 * BALANCE_STEPS_MAX;

/** The balances of the busy wallet between its entries `from` and `to`; the n-th leaves n. */
const balances = (from: number, to: number, viewer = SALMA) =>
  selectBalances(viewer as UserId, SALMA_USD as WalletId, {
    fromMicros: microsAt(from),
    toMicros: microsAt(to),
  });

async function read(tx: Tx, from: number, to: number) {
  const { rows } = await tx.execute<BalanceRow>(balances(from, to));
  const opening = rows.filter((row) => row.is_opening).map((row) => Number(row.balance_after));
  const steps = rows.filter((row) => !row.is_opening);
  for (const row of steps)
    expect(row.posted_at).toBe(microsText(microsAt(Number(row.balance_after))));
  return {
    opening,
    steps: steps.map((row) => Number(row.balance_after)),
    isSampled: rows.some((row) => row.is_sampled),
  };
}

const upTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** A wallet whose only entries are the busy ones. */
const inBusyWallet = (work: (tx: Tx) => Promise<void>) =>
  rolledBack(async (tx) => {
    await insertFixture(tx);
    await makeBusyWallet(tx, MANY);
    await tx.execute(sql`SELECT ${disableBitmapScans}`);
    await work(tx);
  });

describe("the balances of a wallet", () => {
  it(`are each entry up to ${BALANCE_STEPS_MAX}, and the last ones of equal slices beyond`, () =>
    inBusyWallet(async (tx) => {
      const first = MANY - BALANCE_STEPS_MAX + 1;
      expect(await read(tx, first, MANY)).toMatchObject({
        opening: [first - 1],
        steps: upTo(first, MANY),
        isSampled: false,
      });
      // One more: each slice is a little longer than one entry, so one of them has two.
      const { steps, isSampled } = await read(tx, first - 1, MANY);
      expect(isSampled).toBe(true);
      expect(steps.length).toBeLessThanOrEqual(BALANCE_STEPS_MAX);
      expect(steps.at(-1)).toBe(MANY);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    }));

  it("have the last entry of each slice, whose begin is included and whose end is not", () =>
    inBusyWallet(async (tx) => {
      const width = MANY / BALANCE_STEPS_MAX;
      const ends = upTo(1, BALANCE_STEPS_MAX).map((slice) => slice * width - 1);
      // The last slice has no end.
      const expected = [...ends.slice(0, -1), MANY];
      expect(await read(tx, 0, MANY)).toMatchObject({ steps: expected, isSampled: true });
    }));

  it("leave out a slice without an entry", () =>
    inBusyWallet(async (tx) => {
      const { steps } = await read(tx, 0, 2 * MANY);
      expect(steps).toHaveLength(BALANCE_STEPS_MAX / 2 + 1);
      expect(steps.at(-1)).toBe(MANY);
    }));

  it("read at most a few rows for each step, however long the history is", () =>
    inBusyWallet(async (tx) => {
      for (const [from, to] of [
        [0, MANY],
        [MANY - 10, MANY],
        [MANY / 2, MANY],
      ] as const) {
        const { rows } = await tx.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
          sql`EXPLAIN (ANALYZE, FORMAT JSON) ${balances(from, to)}`,
        );
        const plan = rows[0]?.["QUERY PLAN"][0].Plan;
        if (!plan) throw new Error("no plan");
        expect(rowsRead(plan, "entries")).toBeLessThanOrEqual(2 * BALANCE_STEPS_MAX + 2);
        expect(JSON.stringify(plan)).not.toContain(
          '"Seq Scan","Parent Relationship":"Outer","Relation Name":"entries"',
        );
      }
    }));

  it("are not read for another user", () =>
    inBusyWallet(async (tx) => {
      expect((await tx.execute(balances(0, MANY, id(2)))).rows).toEqual([]);
    }));
});
