import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEADLINE_CHECK_MS } from "../../../src/domain/bounds.ts";
import type { LedgerCommand } from "../../../src/domain/command.ts";
import { BUSY, UNKNOWN } from "../../../src/domain/command-text.ts";
import { DEFAULT_CURRENCY } from "../../../src/domain/currency.ts";
import { newId } from "../../../src/domain/ids.ts";
import { unixMs } from "../../../src/domain/instant.ts";
import { CommandQueue, type Post } from "../../../src/ledger/command-queue.ts";
import { PendingCommand } from "../../../src/ledger/pending-command.ts";

const BOUNDS = { waitingMax: 20, batchMax: 3, batchWaitMs: 1 };
const WALLET = newId("wal", 0);

const money = (note: string): LedgerCommand => ({
  kind: "money",
  transactionId: newId("txn", 0),
  createdAtMs: unixMs(0),
  type: "DEPOSIT",
  actorId: newId("usr", 0),
  sessionId: newId("ses", 0),
  amountMinor: 1n,
  currency: DEFAULT_CURRENCY,
  from: null,
  to: { by: "default" },
  note,
  idempotency: null,
  recipientCounterKey: null,
  reachesUnverifiedPhones: true,
  links: {},
  isDryRun: false,
});
const closing: LedgerCommand = {
  kind: "close_account",
  actorId: newId("usr", 0),
  sessionId: newId("ses", 0),
  createdAtMs: unixMs(0),
};
const noteOf = ({ command }: PendingCommand) =>
  command.kind === "money" ? command.note : command.kind;

/** A post that waits until `letThrough` is called, and then answers each command with its note. */
function slowPost() {
  const batches: (string | null)[][] = [];
  let letThrough: () => void = () => undefined;
  const post: Post = async (batch) => {
    batches.push(batch.map(noteOf));
    await new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    for (const pending of batch) pending.answer(`${noteOf(pending)}`);
  };
  return { batches, post, letThrough: () => letThrough() };
}

function add(queue: CommandQueue, command: LedgerCommand, budgetMs = 60_000): Promise<string> {
  return new Promise((resolve) => {
    const pending = new PendingCommand(command, WALLET, Date.now() + budgetMs, resolve);
    if (!queue.add(pending)) resolve(BUSY);
  });
}

const turn = () => vi.advanceTimersByTimeAsync(0);
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("CommandQueue", () => {
  it("posts commands that arrived together in one batch, in order, one batch at a time", async () => {
    const { batches, post, letThrough } = slowPost();
    const queue = new CommandQueue(BOUNDS, post);
    const outcomes = Promise.all(["a", "b", "c", "d", "e"].map((n) => add(queue, money(n))));
    await turn();
    expect(batches).toEqual([["a", "b", "c"]]);
    letThrough();
    await vi.advanceTimersByTimeAsync(1);
    expect(batches).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
    ]);
    letThrough();
    expect(await outcomes).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("accepts as many waiting commands as its bound, besides the batch in progress", async () => {
    const { post } = slowPost();
    const queue = new CommandQueue({ ...BOUNDS, waitingMax: 2, batchMax: 1 }, post);
    void add(queue, money("in progress"));
    await turn();
    void add(queue, money("1"));
    void add(queue, money("2"));
    expect(await add(queue, money("one too many"))).toBe(BUSY);
  });

  it("posts a change of an account alone, after the commands that came before it", async () => {
    const { batches, post, letThrough } = slowPost();
    const queue = new CommandQueue(BOUNDS, post);
    const outcomes = [money("a"), closing, money("b"), money("c")].map((c) => add(queue, c));
    for (let i = 0; i < 3; i++) {
      await vi.advanceTimersByTimeAsync(1);
      letThrough();
    }
    await Promise.all(outcomes);
    expect(batches).toEqual([["a"], ["close_account"], ["b", "c"]]);
  });

  it("waits for more commands after a batch of several: a command that arrives meanwhile is in the next batch", async () => {
    const { batches, post, letThrough } = slowPost();
    const queue = new CommandQueue({ ...BOUNDS, batchWaitMs: 50 }, post);
    for (const note of ["a", "b"]) void add(queue, money(note));
    await turn();
    void add(queue, money("waits"));
    letThrough();
    await vi.advanceTimersByTimeAsync(40);
    void add(queue, money("comes"));
    expect(batches).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10);
    expect(batches[1]).toEqual(["waits", "comes"]);
  });

  it.each([
    ["after a single command", ["a"], ["b"]],
    ["when a full batch waits", ["a", "b"], ["c", "d", "e"]],
  ])("does not gather %s", async (_, first, waiting) => {
    const { batches, post, letThrough } = slowPost();
    const queue = new CommandQueue({ ...BOUNDS, batchWaitMs: 60_000 }, post);
    for (const note of first) void add(queue, money(note));
    await turn();
    for (const note of waiting) void add(queue, money(note));
    letThrough();
    await turn();
    expect(batches).toEqual([first, waiting]);
  });

  it("answers at the deadline: busy for a command that was not sent, unknown for one that was", async () => {
    const { post } = slowPost();
    const sending: Post = (batch) => {
      for (const pending of batch) pending.isSent = true;
      return post(batch);
    };
    const queue = new CommandQueue({ ...BOUNDS, batchMax: 1 }, sending);
    const sent = add(queue, money("sent"), 1_000);
    await turn();
    const waiting = add(queue, money("waiting"), 1_000);
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect([await sent, await waiting]).toEqual([UNKNOWN, BUSY]);
  });

  it("continues after a posting that throws, whose commands are answered at their deadline", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    let postings = 0;
    const queue = new CommandQueue({ ...BOUNDS, batchMax: 1 }, async (batch) => {
      if (postings++ === 0) throw new Error("a mistake");
      for (const pending of batch) pending.answer("posted");
    });
    const outcomes = [add(queue, money("a"), 1_000), add(queue, money("b"), 1_000)];
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect(await Promise.all(outcomes)).toEqual([BUSY, "posted"]);
    log.mockRestore();
  });

  it("puts uncommitted commands back at the front, except those that were answered meanwhile", async () => {
    const { batches, post, letThrough } = slowPost();
    let first: readonly PendingCommand[] = [];
    const queue = new CommandQueue(BOUNDS, async (batch) => {
      if (first.length > 0) return post(batch);
      first = batch;
    });
    const outcomes = ["a", "b"].map((note) => add(queue, money(note)));
    await turn();
    first[0]?.answer("resolved");
    queue.putBack(first);
    await vi.advanceTimersByTimeAsync(1);
    letThrough();
    expect(await Promise.all(outcomes)).toEqual(["resolved", "b"]);
    expect(batches).toEqual([["b"]]);
  });
});
