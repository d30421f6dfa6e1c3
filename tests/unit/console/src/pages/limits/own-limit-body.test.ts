import { describe, expect, it } from "vitest";
import { ownLimitBody } from "../../../../../../console/src/pages/limits/own-limit-body.ts";
import { ChangeOwnLimits } from "../../../../../../src/contract/limits.ts";

describe("the body that sets an own limit", () => {
  it("has an amount as text and a number of payments as a number", () => {
    expect(ownLimitBody("day_sum", "90000.00")).toEqual({ day_sum: "90000.00" });
    expect(ownLimitBody("month_count", "40")).toEqual({ month_count: 40 });
  });

  it("removes a limit by null", () => {
    expect(ownLimitBody("day_count", null)).toEqual({ day_count: null });
    expect(ownLimitBody("operation_sum", null)).toEqual({ operation_sum: null });
  });

  it.each(["operation_sum", "day_sum", "day_count", "month_sum", "month_count"] as const)(
    "is one that the service takes: %s",
    (measure) => {
      expect(ChangeOwnLimits.safeParse(ownLimitBody(measure, "25")).success).toBe(true);
      expect(ChangeOwnLimits.safeParse(ownLimitBody(measure, null)).success).toBe(true);
    },
  );
});
