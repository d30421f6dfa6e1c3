import { describe, expect, it } from "vitest";
import { sideOf } from "../../../../../../console/src/desk/people/side-of.ts";

describe("the side of a transaction", () => {
  const legs = (...amounts: string[]) => ({
    status: "success",
    legs: amounts.map((amount) => ({ amount })),
  });

  it("is that of the person's own wallets", () => {
    expect(sideOf(legs("-5.00"))).toBe("out");
    expect(sideOf(legs("5.00"))).toBe("in");
    expect(sideOf(legs("-5.00", "5.00"))).toBe("between");
    expect(sideOf(legs())).toBe("between");
    expect(sideOf({ status: "failed", legs: [] })).toBe("out");
  });
});
