import { expect } from "vitest";
import { type Books, reconcile } from "../src/ledger/reconcile.ts";

/** Proves the books; a test that moved money ends with it. Fails with what is wrong, one a line. */
export async function proveBooks(books: Books): Promise<void> {
  const { problems } = await reconcile(books);
  const lines = problems.map(({ check, subject, detail }) => `${check}: ${subject}: ${detail}`);
  expect(lines, "the books are not proven").toEqual([]);
}
