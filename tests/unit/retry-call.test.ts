import { describe, expect, it, vi } from "vitest";
import { afterLostCall, BUSY, UNKNOWN } from "../../src/domain/command-text.ts";
import { CALL_RETRY_MAX } from "../../src/domain/limits.ts";
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
  it("never says that nothing has happened when a lost call may have paid", async () => {
    for (const answer of [BUSY, '{"kind":"faulty","fault":"x"}']) {
      expect(await retryCall(losing(1, answer), afterLostCall)).toBe(UNKNOWN);
    }
  });

  it("passes on what the first call answers, and what the ledger knows after a loss", async () => {
    const refused = '{"kind":"refused","code":"session_ended"}';
    expect(await retryCall(losing(0, BUSY), afterLostCall)).toBe(BUSY);
    expect(await retryCall(losing(1, refused), afterLostCall)).toBe(refused);
  });

  it("writes a line in JSON about each loss, without values", async () => {
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    const call = async () => {
      throw new Error("no room for +967771234567, amina@example.com");
    };
    await expect(retryCall(call, afterLostCall)).rejects.toThrow("no room");
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
    await expect(retryCall(call, afterLostCall)).rejects.toThrow("the object is gone");
  });
});
