import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ANSWER_MS, sharedTabs } from "../../../../../console/src/device/shared-tabs.ts";

type Listener = (event: { data: unknown }) => void;

/** The tabs of one browser: what one says, the others hear. */
function browser() {
  const heard: Listener[][] = [];
  const names: string[] = [];
  const locks = {
    request: async (name: string, _: { mode: "shared" }, work: () => Promise<void>) => {
      names.push(name);
      await work();
      names.splice(names.indexOf(name), 1);
    },
    query: async () => ({ held: names.map((name) => ({ name })) }),
  };
  const open = (userId: string | null) => {
    const own: Listener[] = [];
    heard.push(own);
    const channel = {
      postMessage: (data: unknown) => {
        for (const other of heard) {
          if (other !== own) for (const listener of [...other]) listener({ data });
        }
      },
      addEventListener: (_: "message", listener: Listener) => void own.push(listener),
      removeEventListener: (_: "message", listener: Listener) =>
        void own.splice(own.indexOf(listener), 1),
    };
    return sharedTabs({ channel, locks, userId: () => userId });
  };
  return { open };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a new tab on a shared computer", () => {
  it("hears whose login another tab has", async () => {
    const { open } = browser();
    open("usr_1").join();
    const next = open(null);
    expect(await next.isAnyOpen()).toBe(true);
    expect(await next.ask()).toBe("usr_1");
  });

  it("hears nothing from tabs without a login, and waits for a named time", async () => {
    const { open } = browser();
    open(null).join();
    open("usr_1");
    const answer = vi.fn();
    void open(null).ask().then(answer);
    await vi.advanceTimersByTimeAsync(ANSWER_MS - 1);
    expect(answer).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(answer).toHaveBeenCalledWith(null);
  });

  it("knows that no tab is open once all have left", async () => {
    const { open } = browser();
    const [first, second] = [open("usr_1"), open("usr_1")];
    first.join();
    first.join();
    second.join();
    first.leave();
    expect(await open(null).isAnyOpen()).toBe(true);
    second.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(await open(null).isAnyOpen()).toBe(false);
  });
});
