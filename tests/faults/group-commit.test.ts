import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MoneyCommand } from "../../src/domain/command.ts";
import { type Cut, type CuttingRelay, startCuttingRelay } from "./cutting-relay.ts";
import { depositOf, type LedgerUser, openLedgerDatabase } from "./ledger-database.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
let relay: CuttingRelay;
let writer: LedgerWriter;

const post = (person: LedgerUser, commands: MoneyCommand[], through = writer) =>
  through.post(person.walletId, commands);
const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map((outcome) => outcome.kind);

beforeAll(async () => {
  ledger = await openLedgerDatabase();
  relay = await startCuttingRelay(ledger.gateway);
  writer = openWriter({ databaseUrl: ledger.databaseUrl, databaseGateway: relay.address });
});

afterEach(() => writer.close());

afterAll(async () => {
  await relay.close();
  await ledger.close();
});

describe("a connection that is cut at COMMIT", () => {
  const titles: Record<Cut, string> = {
    before: "leads to a second posting if Postgres did not receive the COMMIT",
    during: "leads to exactly one posting if the COMMIT was being sent",
    after: "leads to outcomes read from the ledger if only the reply was lost",
  };
  for (const cut of ["before", "during", "after"] as const) {
    it(titles[cut], async () => {
      const person = await ledger.person();
      const commands = Array.from({ length: 5 }, () => depositOf(person, 100n));
      const cutsBefore = relay.cuts;
      relay.cutCommits(cut, 1);
      const outcomes = await post(person, commands);
      expect(relay.cuts).toBe(cutsBefore + 1);
      expect(kinds(outcomes)).toEqual(Array(5).fill("recorded"));
      expect(await ledger.wallet(person.walletId)).toEqual({ balance: 500n, seq: 5n, sum: 500n });
      const { rows } = await ledger.db.query(
        `SELECT to_char(posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
         FROM entries WHERE wallet_id = $1 ORDER BY seq`,
        [person.walletId],
      );
      const answered = outcomes.map((one) => one.kind === "recorded" && one.transaction.postedAt);
      expect(answered).toEqual(rows.map(({ at }) => at));
    });
  }

  it("does not lose the audit event of an ownership violation, if the batch writes nothing else", async () => {
    const [intruder, owner] = [await ledger.person(), await ledger.person()];
    const command = { ...depositOf(intruder, 1n), to: { by: "id", walletId: owner.walletId } };
    relay.cutCommits("before", 1);
    const [outcome] = await post(intruder, [command as MoneyCommand]);
    expect(outcome).toEqual({ kind: "refused", code: "wallet_not_found" });
    const { rows } = await ledger.db.query(
      "SELECT FROM audit_events WHERE type = 'ownership_refused' AND user_id = $1",
      [intruder.userId],
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it("leads to unknown if the result of the COMMIT cannot be read before the deadline", async () => {
    const person = await ledger.person();
    relay.cutCommits("after", 100);
    const outcomes = await writer.post(person.walletId, [depositOf(person, 100n)], 5_000);
    relay.cutCommits("after", 0);
    expect(kinds(outcomes)).toEqual(["unknown"]);
    const { balance, sum } = await ledger.wallet(person.walletId);
    expect(sum).toBe(balance);
  });
});

describe("a repeated command", () => {
  it("returns the transaction of the first call as a replay", async () => {
    const person = await ledger.person();
    const command = depositOf(person, 100n);
    const [first] = await post(person, [command]);
    const [second] = await post(person, [command]);
    expect(second).toEqual({ ...first, isReplay: true });
    expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 100n, seq: 1n });
  });

  it("is posted once if several writers have it at the same time", async () => {
    const person = await ledger.person();
    const others = Array.from({ length: 4 }, () =>
      openWriter({ databaseUrl: ledger.databaseUrl, databaseGateway: ledger.gateway }),
    );
    const command = depositOf(person, 100n);
    const outcomes = await Promise.all(others.map((other) => post(person, [command], other)));
    for (const other of others) other.close();
    expect(outcomes.map(([outcome]) => outcome?.kind)).toEqual(Array(4).fill("recorded"));
    expect(await ledger.wallet(person.walletId)).toEqual({ balance: 100n, seq: 1n, sum: 100n });
  });
});

describe("a poisoned command", () => {
  it("fails alone: every other command of its batch is posted", async () => {
    const person = await ledger.person();
    const commands = Array.from({ length: 16 }, () => depositOf(person, 1n));
    // Postgres text cannot contain NUL. The contract refuses it; here it is an example of any
    // invalid value.
    commands[11] = { ...depositOf(person, 1n), note: "\0" };
    const expected = Array(16).fill("recorded");
    expected[11] = "faulty";
    expect(kinds(await post(person, commands))).toEqual(expected);
    expect(await ledger.wallet(person.walletId)).toEqual({ balance: 15n, seq: 15n, sum: 15n });
  });
});

describe("a lost connection", () => {
  it("is replaced: the writer posts each command once, on another connection", async () => {
    const person = await ledger.person();
    await post(person, [depositOf(person, 1n)]);
    const posting = Array.from({ length: 30 }, () => post(person, [depositOf(person, 1n)]));
    relay.cutNow();
    const outcomes = (await Promise.all(posting)).flat();
    expect(kinds(outcomes)).toEqual(Array(30).fill("recorded"));
    expect(await ledger.wallet(person.walletId)).toEqual({ balance: 31n, seq: 31n, sum: 31n });
  });

  it("leads to busy, without effect, if Postgres cannot be reached", async () => {
    const person = await ledger.person();
    const unconnected = openWriter({
      databaseUrl: ledger.databaseUrl,
      databaseGateway: "127.0.0.1:9",
    });
    const outcomes = await unconnected.post(person.walletId, [depositOf(person, 1n)], 1_000);
    expect(kinds(outcomes)).toEqual(["busy"]);
    unconnected.close();
    expect(await ledger.wallet(person.walletId)).toEqual({ balance: 0n, seq: 0n, sum: 0n });
  });
});
