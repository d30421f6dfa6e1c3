import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HashQueue, type HashSlot } from "../../src/crypto/hash-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Hashes for so many slices of a tenth of a second, and writes down when. */
function hashing(place: HashSlot, name: string, log: string[], slices = 3) {
  return place.run(async (pause) => {
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
  const place = queue.takeSlot();
  if (!place) throw new Error("no place");
  return place;
};

describe("the line for hashing", () => {
  it("lets one hash at a time, in the order of asking", async () => {
    const queue = new HashQueue(3);
    const log: string[] = [];
    const all = Promise.all(["a", "b", "c"].map((name) => hashing(entered(queue), name, log)));
    await vi.runAllTimersAsync();
    expect(await all).toEqual(["a", "b", "c"]);
    expect(log).toEqual(["a", "b", "c"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it("has no place beyond its bound until somebody leaves", async () => {
    const queue = new HashQueue(2);
    const [first] = [entered(queue), entered(queue)];
    expect(queue.takeSlot()).toBeNull();
    const hashed = hashing(first, "a", []);
    await vi.runAllTimersAsync();
    await hashed;
    // Who has hashed may hash again: the place is theirs until they leave.
    expect(queue.takeSlot()).toBeNull();
    first.release();
    first.release();
    expect(queue.takeSlot()).not.toBeNull();
    expect(queue.takeSlot()).toBeNull();
  });

  it("goes on after a hash that fails", async () => {
    const queue = new HashQueue(2);
    const failing = entered(queue).run(() => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
    const log: string[] = [];
    const next = hashing(entered(queue), "b", log);
    await vi.runAllTimersAsync();
    expect(await next).toBe("b");
  });

  it("passes over requests that were ended in the middle of a hash, in the line, and before it", async () => {
    const queue = new HashQueue(3);
    // None of the three ever comes back: the platform drops the timers of a request that it ends.
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

  it("still serves who was passed over but comes back after all", async () => {
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
