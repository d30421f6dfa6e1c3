import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Cut, type CuttingRelay, startCuttingRelay } from "./cutting-relay.ts";
import { depositOf, openLedgerDatabase } from "./ledger-database.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
let relay: CuttingRelay;
let writer: LedgerWriter;

beforeAll(async () => {
  ledger = await openLedgerDatabase();
  relay = await startCuttingRelay(ledger.gateway, { preparesCommit: false });
  writer = openWriter({
    databaseUrl: ledger.databaseUrl,
    databaseGateway: relay.address,
    usesPlainDriver: true,
  });
});

afterEach(() => writer.close());

afterAll(async () => {
  await relay.close();
  await ledger.close();
});

describe("a writer with DATABASE_DRIVER=plain", () => {
  it("posts a batch once, also if its commands are repeated", async () => {
    const person = await ledger.person();
    const commands = Array.from({ length: 20 }, () => depositOf(person, 100n));
    const first = await writer.post(person.walletId, commands);
    const again = await writer.post(person.walletId, commands);
    expect(first.map(({ kind }) => kind)).toEqual(Array(20).fill("recorded"));
    expect(again.map(({ kind }) => kind)).toEqual(Array(20).fill("recorded"));
    expect(await ledger.wallet(person.walletId)).toEqual({
      balance: 2_000n,
      seq: 20n,
      sum: 2_000n,
    });
  });

  for (const cut of ["before", "during", "after"] as const satisfies readonly Cut[]) {
    it(`posts a batch once if its connection is cut ${cut} the COMMIT`, async () => {
      const person = await ledger.person();
      const cutsBefore = relay.cuts;
      relay.cutCommits(cut, 1);
      const commands = Array.from({ length: 5 }, () => depositOf(person, 100n));
      const outcomes = await writer.post(person.walletId, commands);
      expect(relay.cuts).toBe(cutsBefore + 1);
      expect(outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill("recorded"));
      expect(await ledger.wallet(person.walletId)).toEqual({ balance: 500n, seq: 5n, sum: 500n });
    });
  }
});
