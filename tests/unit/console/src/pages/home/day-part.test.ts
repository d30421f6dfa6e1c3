import { describe, expect, it } from "vitest";
import { dayPart } from "../../../../../../console/src/pages/home/day-part.ts";

describe("the greeting", () => {
  it.each([
    [3, "evening"],
    [4, "morning"],
    [11, "morning"],
    [12, "afternoon"],
    [16, "afternoon"],
    [17, "evening"],
    [23, "evening"],
  ] as const)("at %i o'clock names the %s", (hour, part) => {
    expect(dayPart({ hour })).toBe(part);
  });
});
