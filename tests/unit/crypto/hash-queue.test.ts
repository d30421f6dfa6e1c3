import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HashQueue, type HashSlot } from "../../../src/crypto/hash-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Hashes for `slices` tenths of a second, and logs its begin and its end. */
function hashing(slot: HashSlot, name: string, log: string[], slices = 3) {
  return slot.run(async (pause) => {
    log.push(`${name} begins`);
    for (let i = 0; i < slices; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await pause();
    }
    log.push(`${name} ends`);
    return name;
  });
}

const entered = (queue: HashQueue): HashSlot => {
  const slot = queue.takeSlot();
  if (!slot) throw new Error("no free slot");
  return slot;
};

describe("the queue for password hashes", () => {
  it("runs one hash at a time, in the order of the requests", async () => {
    const queue = new HashQueue(3);
    const log: string[] = [];
    const all = Promise.all(["a", "b", "c"].map((name) => hashing(entered(queue), name, log)));
    await vi.runAllTimersAsync();
    expect(await all).toEqual(["a", "b", "c"]);
    expect(log).toEqual(["a", "b", "c"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it("has no free slot beyond its bound until a request leaves", async () => {
    const queue = new HashQueue(2);
    const [first] = [entered(queue), entered(queue)];
    expect(queue.takeSlot()).toBeNull();
    const hashed = hashing(first, "a", []);
    await vi.runAllTimersAsync();
    await hashed;
    // A request that has hashed may hash again: it keeps its slot until it leaves.
    expect(queue.takeSlot()).toBeNull();
    first.release();
    first.release();
    expect(queue.takeSlot()).not.toBeNull();
    expect(queue.takeSlot()).toBeNull();
  });

  it("continues after a hash that fails", async () => {
    const queue = new HashQueue(2);
    const failing = entered(queue).run(() => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
    const log: string[] = [];
    const next = hashing(entered(queue), "b", log);
    await vi.runAllTimersAsync();
    expect(await next).toBe("b");
  });

  it("skips requests that the platform ended during a hash, while queued, or before they queued", async () => {
    const queue = new HashQueue(3);
    // None of the three continues: the platform drops the timers of a request that it ends.
    void entered(queue).run(() => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(10);
    entered(queue);
    entered(queue);
    expect(queue.takeSlot()).toBeNull();
    await vi.advanceTimersByTimeAsync(6_000);
    const log: string[] = [];
    const next = hashing(entered(queue), "b", log);
    await vi.runAllTimersAsync();
    expect(await next).toBe("b");
  });

  it("still serves a request that was skipped and continues later", async () => {
    const queue = new HashQueue(1);
    const slow = entered(queue);
    await vi.advanceTimersByTimeAsync(6_000);
    const log: string[] = [];
    const all = [hashing(entered(queue), "quick", log), hashing(slow, "slow", log)];
    await vi.runAllTimersAsync();
    expect(await Promise.all(all)).toEqual(["quick", "slow"]);
    slow.release();
    expect(queue.takeSlot()).toBeNull();
  });
});
