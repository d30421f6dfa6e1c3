import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BLOCKED, BUSY, UNKNOWN } from "../../src/domain/command-text.ts";
import { BLOCKED_RETRY_MS, DEADLINE_CHECK_MS } from "../../src/domain/limits.ts";
import { type Send, WalletQueue } from "../../src/wallet/wallet-queue.ts";

const BOUNDS = { commandsMax: 20, batchMax: 3 };
const BUDGET_MS = 10_000;

/** Sendings that wait to be let through; each command is answered by itself, or as `answer` says. */
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
  it("sends together what arrived together, in order, and one batch at a time", async () => {
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

  it("holds as many as its bound, on their way or not, and answers busy beyond", async () => {
    const queue = new WalletQueue({ ...BOUNDS, commandsMax: 4 }, slowSend().send);
    for (let i = 0; i < 4; i++) void queue.submit(`${i}`, BUDGET_MS);
    expect(await queue.submit("one too many", BUDGET_MS)).toBe(BUSY);
  });

  it("sends what met a lock again, and lets the others pass it", async () => {
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

  it("answers busy at the deadline of what met a lock each time: nothing has happened", async () => {
    const queue = new WalletQueue(BOUNDS, async (commands) => commands.map(() => BLOCKED));
    const locked = queue.submit("locked", 1_000);
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect(await locked).toBe(BUSY);
  });

  it("answers at the deadline when the writer never does, and goes on with what comes then", async () => {
    let isDeaf = true;
    const queue = new WalletQueue({ ...BOUNDS, batchMax: 1 }, (commands) =>
      isDeaf ? new Promise(() => undefined) : Promise.resolve([...commands]),
    );
    const [sent, waiting] = [queue.submit("sent", 1_000), queue.submit("waiting", 1_000)];
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect([await sent, await waiting]).toEqual([UNKNOWN, BUSY]);
    isDeaf = false;
    const next = queue.submit("next", 1_000);
    await turn();
    expect(await next).toBe("next");
  });

  it("tells the writer how long each may take, less what the call itself may", async () => {
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

  it("claims to know nothing of a batch whose sending fails, and goes on", async () => {
    let sendings = 0;
    const queue = new WalletQueue({ ...BOUNDS, batchMax: 1 }, async (commands) => {
      if (sendings++ === 0) throw new Error("the writer is gone");
      return [...commands];
    });
    const outcomes = [queue.submit("lost", BUDGET_MS), queue.submit("next", BUDGET_MS)];
    await turn();
    expect(await Promise.all(outcomes)).toEqual([UNKNOWN, "next"]);
  });
});
