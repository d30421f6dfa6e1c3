import { describe, expect, it, vi } from "vitest";
import { CALL_RETRY_MAX } from "../../src/domain/bounds.ts";
import { asUnknownIfNoEffect, BUSY, UNKNOWN } from "../../src/domain/command-text.ts";
import { retryCall } from "../../src/wallet/retry-call.ts";

/** A call that is lost some times before it answers. */
function losing(times: number, answer: string) {
  let calls = 0;
  return async () => {
    if (calls++ < times) throw new Error("the object is gone");
    return answer;
  };
}

describe("retryCall", () => {
  it("answers what the first call answers, and tells of each that was lost", async () => {
    const onLost = vi.fn();
    expect(await retryCall(losing(0, BUSY), onLost)).toBe(BUSY);
    expect(onLost).not.toHaveBeenCalled();
    expect(await retryCall(losing(2, BUSY), onLost)).toBe(BUSY);
    expect(onLost).toHaveBeenCalledTimes(2);
  });

  it("writes a line in JSON about each loss, without values", async () => {
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    const call = async () => {
      throw new Error("no room for +967771234567, amina@example.com");
    };
    await expect(retryCall(call, () => {})).rejects.toThrow("no room");
    expect(log).toHaveBeenCalledTimes(CALL_RETRY_MAX);
    expect(JSON.parse(log.mock.calls[0]?.[0])).toEqual({
      event: "object_lost",
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      tried: 0,
      fault: "Error: no room for …, …",
    });
    log.mockRestore();
  });

  it("gives up after its tries, with what the last one threw", async () => {
    const call = losing(CALL_RETRY_MAX + 1, BUSY);
    await expect(retryCall(call, () => {})).rejects.toThrow("the object is gone");
  });
});

describe("an outcome after a lost call", () => {
  it.each([BUSY, '{"kind":"faulty","fault":"x"}', '{"kind":"refused","code":"session_ended"}'])(
    "does not say that nothing has happened: %s",
    (text) => {
      expect(asUnknownIfNoEffect(text)).toBe(UNKNOWN);
    },
  );

  it("is what the ledger knows of the command otherwise", () => {
    for (const text of [UNKNOWN, '{"kind":"refused","code":"wallet_not_found"}']) {
      expect(asUnknownIfNoEffect(text)).toBe(text);
    }
  });
});
