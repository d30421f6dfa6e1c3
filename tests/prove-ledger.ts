import { expect } from "vitest";
import { type Ledger, reconcile } from "../src/ledger/reconcile.ts";

/**
 * Proves the ledger, at the end of each test that moves money. Fails with a list of the problems.
 */
export async function proveLedger(ledger: Ledger): Promise<void> {
  const { problems } = await reconcile(ledger);
  const lines = problems.map(({ check, subject, detail }) => `${check}: ${subject}: ${detail}`);
  expect(lines, "the ledger is not proven").toEqual([]);
}
