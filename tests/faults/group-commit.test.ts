import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MoneyCommand } from "../../src/domain/command.ts";
import { type Cut, type CuttingRelay, startCuttingRelay } from "./cutting-relay.ts";
import { depositOf, type LedgerPerson, openBooks } from "./ledger-world.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

let books: Awaited<ReturnType<typeof openBooks>>;
let relay: CuttingRelay;
let writer: LedgerWriter;

const post = (person: LedgerPerson, commands: MoneyCommand[], through = writer) =>
  through.post(person.walletId, commands);
const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map((outcome) => outcome.kind);

beforeAll(async () => {
  books = await openBooks();
  relay = await startCuttingRelay(books.gateway);
  writer = openWriter({ databaseUrl: books.databaseUrl, databaseGateway: relay.address });
});

afterEach(() => writer.close());

afterAll(async () => {
  await relay.close();
  await books.close();
});

describe("a connection that dies at COMMIT", () => {
  const story: Record<Cut, string> = {
    before: "posts the batch again when Postgres never heard the COMMIT",
    during: "learns the fate of a COMMIT that was on its way, and posts once",
    after: "answers from the books, without posting twice, when only the answer was lost",
  };
  for (const cut of ["before", "during", "after"] as const) {
    it(story[cut], async () => {
      const person = await books.person();
      const commands = Array.from({ length: 5 }, () => depositOf(person, 100n));
      const cutsBefore = relay.cuts;
      relay.cutCommits(cut, 1);
      const outcomes = await post(person, commands);
      expect(relay.cuts).toBe(cutsBefore + 1);
      expect(kinds(outcomes)).toEqual(Array(5).fill("recorded"));
      expect(await books.wallet(person.walletId)).toEqual({ balance: 500n, seq: 5n, sum: 500n });
      const { rows } = await books.db.query(
        `SELECT to_char(posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
         FROM entries WHERE wallet_id = $1 ORDER BY seq`,
        [person.walletId],
      );
      const answered = outcomes.map((one) => one.kind === "recorded" && one.transaction.postedAt);
      expect(answered).toEqual(rows.map(({ at }) => at));
    });
  }

  it("still records that somebody tried another's wallet, when that was all the batch had to write", async () => {
    const [trespasser, owner] = [await books.person(), await books.person()];
    const command = { ...depositOf(trespasser, 1n), to: { by: "id", walletId: owner.walletId } };
    relay.cutCommits("before", 1);
    const [outcome] = await post(trespasser, [command as MoneyCommand]);
    expect(outcome).toEqual({ kind: "refused", code: "wallet_not_found" });
    const { rows } = await books.db.query(
      "SELECT FROM audit_events WHERE type = 'ownership_refused' AND user_id = $1",
      [trespasser.userId],
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it("says unknown, and nothing else, when the fate cannot be learned", async () => {
    const person = await books.person();
    relay.cutCommits("after", 100);
    const outcomes = await writer.post(person.walletId, [depositOf(person, 100n)], 2_000);
    relay.cutCommits("after", 0);
    expect(kinds(outcomes)).toEqual(["unknown"]);
    const { balance, sum } = await books.wallet(person.walletId);
    expect(sum).toBe(balance);
  });
});

describe("a command that is delivered again", () => {
  it("is answered with what it did the first time", async () => {
    const person = await books.person();
    const command = depositOf(person, 100n);
    const [first] = await post(person, [command]);
    const [second] = await post(person, [command]);
    expect(second).toEqual({ ...first, isReplay: true });
    expect(await books.wallet(person.walletId)).toMatchObject({ balance: 100n, seq: 1n });
  });

  it("posts once although two writers have it at the same time", async () => {
    const person = await books.person();
    const others = Array.from({ length: 4 }, () =>
      openWriter({ databaseUrl: books.databaseUrl, databaseGateway: books.gateway }),
    );
    const command = depositOf(person, 100n);
    const outcomes = await Promise.all(others.map((other) => post(person, [command], other)));
    for (const other of others) other.close();
    expect(outcomes.map(([outcome]) => outcome?.kind)).toEqual(Array(4).fill("recorded"));
    expect(await books.wallet(person.walletId)).toEqual({ balance: 100n, seq: 1n, sum: 100n });
  });
});

describe("a poisoned command", () => {
  it("fails alone: every other command of its batch is posted", async () => {
    const person = await books.person();
    const commands = Array.from({ length: 16 }, () => depositOf(person, 1n));
    // Postgres text has no NUL: the contract refuses it, and here it stands for what it overlooks.
    commands[11] = { ...depositOf(person, 1n), note: "\0" };
    const expected = Array(16).fill("recorded");
    expected[11] = "faulty";
    expect(kinds(await post(person, commands))).toEqual(expected);
    expect(await books.wallet(person.walletId)).toEqual({ balance: 15n, seq: 15n, sum: 15n });
  });
});

describe("a Postgres that goes away", () => {
  it("is waited for: a writer whose connection is cut posts on another, once", async () => {
    const person = await books.person();
    await post(person, [depositOf(person, 1n)]);
    const posting = Array.from({ length: 30 }, () => post(person, [depositOf(person, 1n)]));
    relay.cutNow();
    const outcomes = (await Promise.all(posting)).flat();
    expect(kinds(outcomes)).toEqual(Array(30).fill("recorded"));
    expect(await books.wallet(person.walletId)).toEqual({ balance: 31n, seq: 31n, sum: 31n });
  });

  it("answers busy, with nothing done, when it cannot be reached at all", async () => {
    const person = await books.person();
    const nowhere = openWriter({
      databaseUrl: books.databaseUrl,
      databaseGateway: "127.0.0.1:9",
    });
    const outcomes = await nowhere.post(person.walletId, [depositOf(person, 1n)], 1_000);
    expect(kinds(outcomes)).toEqual(["busy"]);
    nowhere.close();
    expect(await books.wallet(person.walletId)).toEqual({ balance: 0n, seq: 0n, sum: 0n });
  });
});
