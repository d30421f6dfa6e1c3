import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BLOCKED_RETRY_MS, CALL_RETRY_MAX, DEADLINE_CHECK_MS } from "../../../src/domain/bounds.ts";
import { BLOCKED, BLOCKED_AFTER_LOSS, BUSY, UNKNOWN } from "../../../src/domain/command-text.ts";
import { type Send, WalletQueue } from "../../../src/wallet/wallet-queue.ts";

const BOUNDS = { commandsMax: 20, batchMax: 3 };
const BUDGET_MS = 10_000;

/** A send that waits until `letThrough` is called; each command is answered with itself, or by `answer`. */
function slowSend(answer: (command: string) => string = (command) => command) {
  const batches: string[][] = [];
  let letThrough: () => void = () => undefined;
  const send: Send = async (commands) => {
    batches.push([...commands]);
    await new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    return commands.map(answer);
  };
  return { batches, send, letThrough: () => letThrough() };
}

const turn = () => vi.advanceTimersByTimeAsync(0);
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("WalletQueue", () => {
  it("sends commands that arrived together in one batch, in order, one batch at a time", async () => {
    const { batches, send, letThrough } = slowSend();
    const queue = new WalletQueue(BOUNDS, send);
    const outcomes = Promise.all(["a", "b", "c", "d"].map((c) => queue.submit(c, BUDGET_MS)));
    await turn();
    expect(batches).toEqual([["a", "b", "c"]]);
    letThrough();
    await turn();
    letThrough();
    expect(await outcomes).toEqual(["a", "b", "c", "d"]);
    expect(batches).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("holds as many commands as its bound, sent or waiting, and answers busy beyond it", async () => {
    const queue = new WalletQueue({ ...BOUNDS, commandsMax: 4 }, slowSend().send);
    for (let i = 0; i < 4; i++) void queue.submit(`${i}`, BUDGET_MS);
    expect(await queue.submit("one too many", BUDGET_MS)).toBe(BUSY);
  });

  it("retries a command that met a lock, and sends other commands meanwhile", async () => {
    const sent: string[] = [];
    let isLocked = true;
    const queue = new WalletQueue(BOUNDS, async (commands) => {
      sent.push(...commands);
      return commands.map((command) => (command === "locked" && isLocked ? BLOCKED : command));
    });
    const locked = queue.submit("locked", BUDGET_MS);
    await turn();
    expect(await queue.submit("other", BUDGET_MS)).toBe("other");
    isLocked = false;
    await vi.advanceTimersByTimeAsync(BLOCKED_RETRY_MS);
    expect(await locked).toBe("locked");
    expect(sent).toEqual(["locked", "other", "locked"]);
  });

  it("answers busy at the deadline of a command that met a lock each time, because nothing was posted", async () => {
    const queue = new WalletQueue(BOUNDS, async (commands) => commands.map(() => BLOCKED));
    const locked = queue.submit("locked", 1_000);
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect(await locked).toBe(BUSY);
  });

  it("answers at the deadline when the writer never does, and continues with later commands", async () => {
    let isSilent = true;
    const queue = new WalletQueue({ ...BOUNDS, batchMax: 1 }, (commands) =>
      isSilent ? new Promise(() => undefined) : Promise.resolve([...commands]),
    );
    const [sent, waiting] = [queue.submit("sent", 1_000), queue.submit("waiting", 1_000)];
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect([await sent, await waiting]).toEqual([UNKNOWN, BUSY]);
    isSilent = false;
    const next = queue.submit("next", 1_000);
    await turn();
    expect(await next).toBe("next");
  });

  it("answers unknown after a lost call that may have posted, however the retry ends", async () => {
    const answers = [BLOCKED, BUSY];
    let sendings = 0;
    const queue = new WalletQueue(BOUNDS, async (commands) => {
      if (sendings++ === 0) throw new Error("the writer is gone");
      return commands.map(() => answers.shift() ?? BUSY);
    });
    const outcome = queue.submit("paid, perhaps", BUDGET_MS);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await outcome).toBe(UNKNOWN);
    expect(sendings).toBe(3);
  });

  it("answers unknown at the deadline of a command whose outcome the writer does not know", async () => {
    const queue = new WalletQueue(BOUNDS, async (commands) =>
      commands.map(() => BLOCKED_AFTER_LOSS),
    );
    const outcome = queue.submit("closed, perhaps", 1_000);
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect(await outcome).toBe(UNKNOWN);
  });

  it("gives the writer each command's remaining time, less the time that the call may take", async () => {
    const budgets: number[] = [];
    const queue = new WalletQueue(BOUNDS, async (commands, budgetsMs) => {
      budgets.push(...budgetsMs);
      return [...commands];
    });
    await Promise.all([queue.submit("a", 10_000), queue.submit("b", 100), turn()]);
    expect(budgets[0]).toBeGreaterThan(9_000);
    expect(budgets[0]).toBeLessThan(10_000);
    expect(budgets[1]).toBe(0);
  });

  it("retries a lost call with the time that remains", async () => {
    const budgets: number[] = [];
    const queue = new WalletQueue(BOUNDS, async (commands, budgetsMs) => {
      budgets.push(budgetsMs[0] ?? 0);
      if (budgets.length < 3) throw new Error("the writer is gone");
      return [...commands];
    });
    const recorded = '{"kind":"recorded"}';
    const outcome = queue.submit(recorded, BUDGET_MS);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toBe(recorded);
    expect(budgets).toEqual(budgets.toSorted((a, b) => b - a));
    expect(budgets[2]).toBeLessThan(budgets[0] ?? 0);
  });

  it("answers unknown for a batch whose sending fails each time, and continues", async () => {
    let sendings = 0;
    const queue = new WalletQueue({ ...BOUNDS, batchMax: 1 }, async (commands) => {
      if (sendings++ <= CALL_RETRY_MAX) throw new Error("the writer is gone");
      return [...commands];
    });
    const outcomes = [queue.submit("lost", BUDGET_MS), queue.submit("next", BUDGET_MS)];
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await Promise.all(outcomes)).toEqual([UNKNOWN, "next"]);
  });
});
