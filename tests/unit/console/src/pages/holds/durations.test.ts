import { describe, expect, it } from "vitest";
import { secondsOf } from "../../../../../../console/src/pages/holds/chosen-duration.ts";
import {
  canLastLonger,
  DURATIONS,
  dateAfter,
  HOLD_SECONDS_MAX,
  HOLD_SECONDS_MIN,
  HOLD_TOTAL_SECONDS_MAX,
  longerDurations,
  secondsUntilEndOf,
} from "../../../../../../console/src/pages/holds/durations.ts";
import * as bounds from "../../../../../../src/domain/bounds.ts";

const NOW = new Date(2026, 10, 28, 12).getTime();
const at = (ms: number) => new Date(ms).toISOString();
const DAY_MS = 86_400_000;

describe("the times that are offered", () => {
  it("are within the bounds of the service", () => {
    expect(HOLD_SECONDS_MIN).toBe(bounds.HOLD_SECONDS_MIN);
    expect(HOLD_SECONDS_MAX).toBe(bounds.HOLD_SECONDS_MAX);
    expect(HOLD_TOTAL_SECONDS_MAX).toBe(bounds.HOLD_TOTAL_SECONDS_MAX);
    for (const seconds of DURATIONS) {
      expect(seconds).toBeGreaterThanOrEqual(HOLD_SECONDS_MIN);
      expect(seconds).toBeLessThanOrEqual(HOLD_SECONDS_MAX);
    }
  });

  it("for a longer end are those at least an hour after the present one", () => {
    const created_at = at(NOW);
    const of = (expires_at: number) =>
      longerDurations({ created_at, expires_at: at(expires_at) }, NOW);
    expect(of(NOW + DAY_MS)).toEqual(DURATIONS.filter((seconds) => seconds > 86_400));
    expect(of(NOW + DAY_MS - 3_600_000)).toContain(86_400);
    expect(of(NOW + DAY_MS - 3_599_999)).not.toContain(86_400);
    expect(of(NOW + 30 * DAY_MS)).toEqual([]);
  });

  it("end with the 90 days of a hold", () => {
    const expires_at = at(NOW + DAY_MS);
    const placed = (daysAgo: number) => ({ created_at: at(NOW - daysAgo * DAY_MS), expires_at });
    expect(longerDurations(placed(87), NOW)).toEqual([3 * 86_400]);
    expect(longerDurations(placed(88), NOW)).toEqual([]);
    expect(canLastLonger(placed(88), NOW)).toBe(true);
    expect(canLastLonger(placed(89), NOW)).toBe(false);
  });
});

describe("the end of a day", () => {
  it("is the last moment of the local day", () => {
    expect(secondsUntilEndOf("2026-11-28", NOW)).toBe(12 * 3_600);
    expect(secondsUntilEndOf("2026-11-29", NOW)).toBe(36 * 3_600);
  });

  it("is refused when it has passed, is too near, too late, or is no date", () => {
    expect(secondsUntilEndOf("2026-11-27", NOW)).toBeNull();
    const evening = new Date(2026, 10, 28, 23, 59, 0).getTime();
    expect(secondsUntilEndOf("2026-11-28", evening)).toBe(HOLD_SECONDS_MIN);
    expect(secondsUntilEndOf("2026-11-28", evening + 1000)).toBeNull();
    expect(secondsUntilEndOf(dateAfter(29, NOW), NOW)).not.toBeNull();
    expect(secondsUntilEndOf(dateAfter(30, NOW), NOW)).toBeNull();
    for (const date of ["", "28.11.2026", "2026-11"]) {
      expect(secondsUntilEndOf(date, NOW)).toBeNull();
    }
  });

  it("is one of the choices", () => {
    expect(secondsOf({ kind: "date", date: "2026-11-29" }, NOW)).toBe(36 * 3_600);
    expect(secondsOf({ kind: "3600", date: "" }, NOW)).toBe(3_600);
    expect(secondsOf({ kind: "59", date: "" }, NOW)).toBeNull();
    expect(secondsOf({ kind: "2592001", date: "" }, NOW)).toBeNull();
  });
});
