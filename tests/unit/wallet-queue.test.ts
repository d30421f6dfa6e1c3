import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BLOCKED_RETRY_MS, CALL_RETRY_MAX, DEADLINE_CHECK_MS } from "../../src/domain/bounds.ts";
import { BLOCKED, BLOCKED_AFTER_LOSS, BUSY, UNKNOWN } from "../../src/domain/command-text.ts";
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

  it("never says that nothing has happened when a lost call may have posted, however it ends", async () => {
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

  it("says the same at the deadline of a command that the writer itself is not sure of", async () => {
    const queue = new WalletQueue(BOUNDS, async (commands) =>
      commands.map(() => BLOCKED_AFTER_LOSS),
    );
    const outcome = queue.submit("closed, perhaps", 1_000);
    await vi.advanceTimersByTimeAsync(1_000 + DEADLINE_CHECK_MS);
    expect(await outcome).toBe(UNKNOWN);
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

  it("repeats a lost call, with the time that is left by then", async () => {
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

  it("claims to know nothing of a batch whose sending fails each time, and goes on", async () => {
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
