import { describe, expect, it } from "vitest";
import {
  endDays,
  endOfDay,
  FREEZE_DAYS_MAX,
} from "../../../../../../../console/src/desk/people/acts/freeze-end.ts";
import { dayText } from "../../../../../../../console/src/i18n/local-day.ts";
import { FREEZE_DAYS_MAX as SERVICE_MAX } from "../../../../../../../src/domain/bounds.ts";

const noon = new Date(2026, 10, 28, 12);

describe("the last day of a freeze", () => {
  it("ends with its last second, in the operator's zone", () => {
    expect(endOfDay("2026-11-28")).toBe(new Date(2026, 10, 28, 23, 59, 59).toISOString());
  });

  it("is a day of the calendar", () => {
    for (const text of ["", "2026-02-30", "2026-13-01", "28.11.2026", "2026-11-28T00:00"]) {
      expect(endOfDay(text), text).toBeNull();
    }
  });

  it("is from today on, and within the bound of the service at the end of its day", () => {
    const { min, max } = endDays(noon, null);
    expect(min).toBe("2026-11-28");
    const end = Date.parse(endOfDay(max) ?? "");
    const bound = noon.getTime() + SERVICE_MAX * 86_400_000;
    expect(FREEZE_DAYS_MAX).toBe(SERVICE_MAX);
    expect(end).toBeLessThanOrEqual(bound);
    expect(end + 86_400_000).toBeGreaterThan(bound);
  });

  it("is not before the end of the freeze that it replaces", () => {
    const replaced = new Date(2026, 11, 5, 14);
    expect(endDays(noon, replaced.toISOString()).min).toBe(dayText(replaced));
    expect(endDays(noon, new Date(2026, 10, 1).toISOString()).min).toBe("2026-11-28");
  });
});
