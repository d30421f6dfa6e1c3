import type { Money } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { captureBody, restOf } from "../../../../../../console/src/pages/holds/capture.ts";

describe("a capture", () => {
  it("names its amount and whether it is the last, and leaves an empty note out", () => {
    expect(captureBody("100.00", false, "  ")).toEqual({ amount: "100.00", final: false });
    expect(captureBody("100.00", true, " minibar ")).toEqual({
      amount: "100.00",
      final: true,
      note: "minibar",
    });
  });

  it("leaves the rest of the hold, to the last digit", () => {
    const hold = { capturable: "9007199254740993.07" as Money, currency: "YEM" };
    expect(restOf(hold, "0.08")).toBe("9007199254740992.99");
    expect(restOf(hold, "9007199254740993.07")).toBe("0.00");
  });
});
