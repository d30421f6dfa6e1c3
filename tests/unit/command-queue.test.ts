import { describe, expect, it, vi } from "vitest";
import type { MoneyCommand, MoneyOutcome } from "../../src/domain/command.ts";
import { newId } from "../../src/domain/ids.ts";
import { CommandQueue, type Deliver } from "../../src/ledger/command-queue.ts";

const command = (note: string): MoneyCommand => ({
  transactionId: newId("txn", 0),
  createdAtMs: 0,
  type: "DEPOSIT",
  actorId: newId("usr", 0),
  sessionId: newId("ses", 0),
  amountMinor: 1n,
  currency: "YEM",
  from: null,
  to: { by: "default" },
  note,
  idempotency: null,
});

const faulty = (fault: string): MoneyOutcome => ({ kind: "faulty", fault });

/** A delivery that waits to be let through, and keeps what it was given. */
function slowDelivery() {
  const batches: string[][] = [];
  let letThrough: () => void = () => undefined;
  const deliver: Deliver = async (commands) => {
    batches.push(commands.map(({ note }) => note ?? ""));
    await new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    return commands.map(({ note }) => faulty(note ?? ""));
  };
  return { batches, deliver, letThrough: () => letThrough() };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("CommandQueue", () => {
  it("delivers together what arrived together, in order, and one batch at a time", async () => {
    const { batches, deliver, letThrough } = slowDelivery();
    const queue = new CommandQueue({ waitingMax: 20, batchMax: 3 }, deliver);
    const outcomes = Promise.all(["a", "b", "c", "d", "e"].map((n) => queue.submit(command(n))));
    await turn();
    expect(batches).toEqual([["a", "b", "c"]]);
    letThrough();
    await turn();
    expect(batches).toEqual([
      ["a", "b", "c"],
      ["d", "e"],
    ]);
    letThrough();
    expect(await outcomes).toEqual(["a", "b", "c", "d", "e"].map(faulty));
  });

  it("keeps half of its limit waiting in a line alone, and tells the next one that it is busy", async () => {
    const { deliver, letThrough } = slowDelivery();
    const queue = new CommandQueue({ waitingMax: 4, batchMax: 1 }, deliver);
    const first = queue.submit(command("under way"));
    await turn();
    const waiting = [queue.submit(command("1")), queue.submit(command("2"))];
    expect(await queue.submit(command("one too many"))).toEqual({ kind: "busy" });
    for (let i = 0; i < 3; i++) {
      letThrough();
      await turn();
    }
    expect(await Promise.all([first, ...waiting])).toHaveLength(3);
  });

  it("keeps each line's order and lets lines take turns", async () => {
    const { batches, deliver, letThrough } = slowDelivery();
    const queue = new CommandQueue({ waitingMax: 20, batchMax: 3 }, deliver);
    const outcomes = [
      ...["a1", "a2", "a3", "a4"].map((note) => queue.submit(command(note), "a")),
      ...["b1", "b2"].map((note) => queue.submit(command(note), "b")),
      queue.submit(command("c1"), "c"),
    ];
    for (let i = 0; i < 4; i++) {
      await turn();
      letThrough();
    }
    expect(await Promise.all(outcomes)).toHaveLength(7);
    expect(batches).toEqual([["a1", "b1", "c1"], ["a2", "b2", "a3"], ["a4"]]);
  });

  it("leaves room for a line that waits for nothing yet, however many long ones there are", async () => {
    const { deliver } = slowDelivery();
    const queue = new CommandQueue({ waitingMax: 16, batchMax: 1 }, deliver);
    const busy = async (line: string) => {
      const outcome = queue.submit(command("of many"), line);
      return Promise.race([outcome, turn().then(() => null)]);
    };
    let accepted = 0;
    for (const line of ["a", "b", "c", "d"]) {
      while ((await busy(line)) === null) accepted++;
    }
    // 1 under way, then 8, 4, 2 and 1 of the 16.
    expect(accepted).toBe(16);
    expect(await busy("late")).toBeNull();
    expect(await busy("later still")).toEqual({ kind: "busy" });
  });

  it("gathers after a batch of several: what comes within the moment joins what waits already", async () => {
    const { batches, deliver, letThrough } = slowDelivery();
    const limits = { waitingMax: 20, batchMax: 3, gatherMs: 50 };
    const queue = new CommandQueue(limits, deliver);
    const outcomes = ["a", "b"].map((note) => queue.submit(command(note)));
    await turn();
    outcomes.push(queue.submit(command("kept meanwhile")));
    letThrough();
    await turn();
    outcomes.push(queue.submit(command("sent on")));
    expect(batches).toHaveLength(1);
    await vi.waitFor(() => expect(batches[1]).toEqual(["kept meanwhile", "sent on"]));
    letThrough();
    expect(await Promise.all(outcomes)).toHaveLength(4);
  });

  it.each([
    ["after a command alone", ["a"], ["b"]],
    ["when a full batch waits", ["a", "b"], ["c", "d", "e"]],
  ])("gathers nothing %s", async (_, first, waiting) => {
    const { batches, deliver, letThrough } = slowDelivery();
    const limits = { waitingMax: 20, batchMax: 3, gatherMs: 60_000 };
    const queue = new CommandQueue(limits, deliver);
    for (const note of first) void queue.submit(command(note));
    await turn();
    for (const note of waiting) void queue.submit(command(note));
    letThrough();
    await turn();
    expect(batches).toEqual([first, waiting]);
  });

  it("claims to know nothing of a batch whose delivery fails, and goes on", async () => {
    let deliveries = 0;
    const queue = new CommandQueue({ waitingMax: 20, batchMax: 1 }, async (commands) => {
      if (deliveries++ === 0) throw new Error("the writer is gone");
      return commands.map(() => faulty("delivered"));
    });
    const outcomes = [queue.submit(command("lost")), queue.submit(command("next"))];
    expect(await Promise.all(outcomes)).toEqual([{ kind: "unknown" }, faulty("delivered")]);
  });
});
