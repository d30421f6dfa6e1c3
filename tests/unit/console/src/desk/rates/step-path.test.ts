import { describe, expect, it } from "vitest";
import {
  extremes,
  GRID,
  type Step,
  stepPath,
} from "../../../../../../console/src/desk/rates/step-path.ts";

const step = (value: string, fromMs: number, untilMs: number): Step => ({ value, fromMs, untilMs });

describe("the line of a rate", () => {
  it("is flat while a rate is in force, and steps to the next", () => {
    const steps = [step("1600", 0, 50), step("1650", 50, 100)];
    expect(stepPath(steps)).toBe("M0 280H500V20H1000");
  });

  it("is broken where no rate was in force", () => {
    const steps = [step("1600", 0, 25), step("1650", 75, 100)];
    expect(stepPath(steps)).toBe("M0 280H250M750 20H1000");
  });

  it("stays on the grid for one value, and for values that differ in the last digit", () => {
    expect(stepPath([step("5", 10, 10)])).toBe(`M0 ${GRID.height / 2}H0`);
    const close = [step("0.000000000001", 0, 1), step("0.000000000002", 1, 2)];
    expect(stepPath(close)).toBe("M0 280H500V20H1000");
  });

  it("is nothing without a rate", () => {
    expect(stepPath([])).toBe("");
  });

  it("names the lowest and the highest rate by value and not by text", () => {
    expect(extremes([step("9", 0, 1), step("10", 1, 2), step("9.5", 2, 3)])).toEqual(["9", "10"]);
  });
});
