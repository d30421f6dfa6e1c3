import { describe, expect, it, vi } from "vitest";
import { CALL_RETRY_MAX } from "../../../src/domain/bounds.ts";
import { BUSY } from "../../../src/domain/command-text.ts";
import { retryCall } from "../../../src/wallet/retry-call.ts";

/** A call that fails `times` times before it answers. */
function losing(times: number, answer: string) {
  let calls = 0;
  return async () => {
    if (calls++ < times) throw new Error("the object is gone");
    return answer;
  };
}

describe("retryCall", () => {
  it("answers as the first successful call does, and reports each lost call", async () => {
    const onLost = vi.fn();
    expect(await retryCall(losing(0, BUSY), onLost)).toBe(BUSY);
    expect(onLost).not.toHaveBeenCalled();
    expect(await retryCall(losing(2, BUSY), onLost)).toBe(BUSY);
    expect(onLost).toHaveBeenCalledTimes(2);
  });

  it("logs one line in JSON for each lost call, without values", async () => {
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

  it("gives up after its last retry, with the error of that retry", async () => {
    const call = losing(CALL_RETRY_MAX + 1, BUSY);
    await expect(retryCall(call, () => {})).rejects.toThrow("the object is gone");
  });
});
