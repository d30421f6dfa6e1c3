import { describe, expect, it } from "vitest";
import {
  changeOf,
  HEIGHT,
  stepAt,
  stepByKey,
  stepsOf,
} from "../../../../../console/src/chart/steps.ts";

const UNTIL = "2026-11-28T12:00:00.000000Z";
const at = (day: number) => `2026-11-${String(day).padStart(2, "0")}T12:00:00Z`;

const series = (...balances: string[]) => {
  const [opening = "0.00", ...others] = balances;
  return {
    opening: { at: at(1), balance: opening },
    data: others.map((balance, place) => ({ at: at(place + 2), balance })),
    until: UNTIL,
  };
};

describe("the steps of a balance", () => {
  it("begin with the opening balance and end at the last moment, with the last one", () => {
    const { points, xs } = stepsOf(series("10.00", "30.00", "20.00"));
    expect(points.map(({ balance }) => balance)).toEqual(["10.00", "30.00", "20.00", "20.00"]);
    expect(points.at(-1)?.at).toBe(UNTIL);
    expect(xs).toEqual(points.map((point) => Date.parse(point.at) / 1000));
  });

  it("are as high as their share between the lowest and the highest", () => {
    const { ys, lowest, highest } = stepsOf(series("10.00", "30.00", "20.00"));
    expect(ys).toEqual([0, HEIGHT, HEIGHT / 2, HEIGHT / 2]);
    expect([lowest, highest]).toEqual(["10.00", "30.00"]);
  });

  it("lie in the middle while the balance is constant", () => {
    expect(stepsOf(series("0.00")).ys).toEqual([HEIGHT / 2, HEIGHT / 2]);
  });

  it("tell the largest balances apart, which a double cannot", () => {
    const { ys, highest } = stepsOf(series("9999999999999999.98", "9999999999999999.99"));
    expect(ys).toEqual([0, HEIGHT, HEIGHT]);
    expect(highest).toBe("9999999999999999.99");
  });
});

describe("the change of a balance", () => {
  it.each([
    ["100.00", "112.40", "12.40", "12.4"],
    ["112.40", "100.00", "-12.40", "-11.0"],
    ["0.00", "2500.00", "2500.00", null],
    ["3.00", "2.99", "-0.01", "-0.3"],
    ["1000", "1001", "1", "0.1"],
    ["1.000", "1.001", "0.001", "0.1"],
    ["5.00", "5.00", "0.00", "0.0"],
    ["0.01", "9999999999999999.99", "9999999999999999.98", "99999999999999999800.0"],
  ])("from %s to %s is %s", (first, last, amount, percent) => {
    expect(changeOf(first, last)).toEqual({ amount, percent });
  });
});

describe("a moment in a chart", () => {
  const xs = [10, 20, 30];
  it.each([
    [5, 0],
    [10, 0],
    [19.9, 0],
    [20, 1],
    [29, 1],
    [30, 2],
    [99, 2],
  ])("at %d is on step %i: the last that has begun", (x, step) => {
    expect(stepAt(xs, x)).toBe(step);
  });
});

describe("the keys of a chart", () => {
  it.each([
    ["ArrowLeft", 5, 4],
    ["ArrowRight", 5, 6],
    ["ArrowLeft", 0, 0],
    ["ArrowRight", 19, 19],
    ["PageUp", 5, 15],
    ["PageDown", 5, 0],
    ["Home", 5, 0],
    ["End", 5, 19],
  ])("%s leads from step %i to %i of 20", (key, step, next) => {
    expect(stepByKey(key, step, 20)).toBe(next);
  });

  it("are no others", () => {
    expect(stepByKey("Tab", 5, 20)).toBeNull();
    expect(stepByKey("a", 5, 20)).toBeNull();
  });
});
