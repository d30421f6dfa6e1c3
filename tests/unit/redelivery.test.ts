import { describe, expect, it, vi } from "vitest";
import type { MoneyOutcome } from "../../src/domain/command.ts";
import { DELIVERY_RETRY_MAX } from "../../src/domain/limits.ts";
import { afterLoss, deliverAgain } from "../../src/wallet/redelivery.ts";

/** A call that is lost some times before it answers. */
function losing(times: number, answer: MoneyOutcome) {
  let calls = 0;
  return async () => {
    if (calls++ < times) throw new Error("the object is gone");
    return answer;
  };
}

describe("deliverAgain", () => {
  it("never says that nothing has happened when a lost call may have paid", async () => {
    for (const answer of [{ kind: "busy" }, { kind: "faulty", fault: "x" }] as const) {
      expect(await deliverAgain(losing(1, answer), afterLoss)).toEqual({ kind: "unknown" });
    }
  });

  it("passes on what the first call answers, and what the books know after a loss", async () => {
    const refused = { kind: "refused", code: "session_ended" } as const;
    expect(await deliverAgain(losing(0, { kind: "busy" }), afterLoss)).toEqual({ kind: "busy" });
    expect(await deliverAgain(losing(1, refused), afterLoss)).toEqual(refused);
  });

  it("writes a line in JSON about each loss, without values", async () => {
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    const call = async () => {
      throw new Error("no room for +967771234567, amina@example.com");
    };
    await expect(deliverAgain(call, afterLoss)).rejects.toThrow("no room");
    expect(log).toHaveBeenCalledTimes(DELIVERY_RETRY_MAX);
    expect(JSON.parse(log.mock.calls[0]?.[0])).toEqual({
      event: "object_lost",
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      tried: 0,
      fault: "Error: no room for …, …",
    });
    log.mockRestore();
  });

  it("gives up after its tries, with what the last one threw", async () => {
    const call = losing(DELIVERY_RETRY_MAX + 1, { kind: "busy" });
    await expect(deliverAgain(call, afterLoss)).rejects.toThrow("the object is gone");
  });
});
