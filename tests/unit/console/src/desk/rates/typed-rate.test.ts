import "../../browser.ts";
import { describe, expect, it } from "vitest";
import {
  BASIS_POINTS_MAX,
  moveOf,
  readPercent,
  readRate,
} from "../../../../../../console/src/desk/rates/typed-rate.ts";
import { percentDecimal } from "../../../../../../console/src/i18n/basis-points.ts";
import { DEDUCTION_BASIS_POINTS_MAX } from "../../../../../../src/domain/bounds.ts";
import { parseRatio } from "../../../../../../src/domain/rate.ts";

describe("a typed rate", () => {
  it("is sent as a plain decimal, without the zeros that nobody typed", () => {
    expect(readRate("1620")).toBe("1620");
    expect(readRate("1,620.50")).toBe("1620.5");
    expect(readRate("١٦٢٠٫٥")).toBe("1620.5");
    expect(readRate(".65")).toBe("0.65");
  });

  it("is one that the service can read, up to its bounds", () => {
    for (const typed of ["999999999999", "0.000000000001", "123456.789012"]) {
      const rate = readRate(typed);
      expect(rate, typed).toBe(typed);
      expect(parseRatio(rate ?? "", 1n), typed).not.toBeNull();
    }
  });

  it("is refused outside of them", () => {
    for (const typed of [
      "",
      "0",
      "0.00",
      "-5",
      "1e3",
      "12,5",
      "1000000000000",
      "0.0000000000001",
    ]) {
      expect(readRate(typed), typed).toBeNull();
    }
  });
});

describe("a typed percentage", () => {
  it("becomes basis points, from none to the most that the service takes", () => {
    expect(readPercent("0")).toBe(0);
    expect(readPercent("0.00")).toBe(0);
    expect(readPercent("٠٫٥")).toBe(50);
    expect(readPercent("0.05")).toBe(5);
    expect(readPercent("10")).toBe(DEDUCTION_BASIS_POINTS_MAX);
    expect(BASIS_POINTS_MAX).toBe(DEDUCTION_BASIS_POINTS_MAX);
  });

  it("is refused outside of them", () => {
    for (const typed of ["", "10.01", "0.005", "-1", "half", "1000000"]) {
      expect(readPercent(typed), typed).toBeNull();
    }
  });

  it("is typed as it is shown", () => {
    for (const points of [0, 5, 50, 999, 1000]) {
      expect(readPercent(percentDecimal(points))).toBe(points);
    }
  });
});

describe("the move of a rate", () => {
  it("is exact in basis points, with its sign", () => {
    expect(moveOf("1620", "1701")).toBe(500);
    expect(moveOf("1620", "1620")).toBe(0);
    expect(moveOf("0.65", "0.6175")).toBe(-500);
    expect(moveOf("123456789012.000000000001", "123456789012.000000000001")).toBe(0);
  });

  it("is nothing without an earlier rate", () => {
    expect(moveOf("0", "5")).toBeNull();
  });
});
