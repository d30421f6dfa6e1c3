import { afterEach, expect, it, vi } from "vitest";
import type { ServiceContext } from "../../../../src/services/context.ts";
import { decideLeftEvents } from "../../../../src/services/funding/end-overdue.ts";

afterEach(() => vi.restoreAllMocks());

const eventOf = (id: string) => ({
  id,
  webhook_id: `evt-${id}`,
  type: "deposit.succeeded",
  reference: "DPI-1",
  payment_id: "pmt_1",
  amount: "1.00",
  currency: "YEM",
});

it("an event that fails does not stop the events after it", async () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const execute = vi
    .fn()
    .mockResolvedValueOnce({ rows: [eventOf("1"), eventOf("2")] })
    .mockRejectedValueOnce(new Error("poisoned"))
    .mockResolvedValueOnce({ rows: [] })
    .mockResolvedValueOnce({ rows: [] })
    .mockResolvedValueOnce({ rows: [{ decision: "suspense", reason: "unknown_reference" }] });
  const ctx = { db: { execute } } as unknown as ServiceContext;
  expect(await decideLeftEvents(ctx)).toBe(2);
  expect(execute).toHaveBeenCalledTimes(5);
  expect(warned.mock.calls.flat()).toEqual([expect.stringContaining("evt-1")]);
});
