import "../../browser.ts";
import { describe, expect, it } from "vitest";
import { language } from "../../../../../../console/src/i18n/language.ts";
import {
  shortTimeLeft,
  timeLeft,
  timeLeftText,
} from "../../../../../../console/src/pages/holds/time-left.ts";

const NOW = Date.parse("2026-11-28T12:00:00.000Z");
const left = (until: string) => {
  const found = timeLeft(until, NOW);
  if (!found) throw new Error("it has passed");
  return found;
};

describe("the time that is left", () => {
  it("is null at the very moment and after it", () => {
    expect(timeLeft("2026-11-28T12:00:00.000Z", NOW)).toBeNull();
    expect(timeLeft("2026-11-28T12:00:00.001Z", NOW)).toEqual({ days: 0, hours: 0, minutes: 0 });
  });

  it.each([
    ["2026-11-28T12:00:59.999Z", "less than a minute"],
    ["2026-11-28T12:01:00.000Z", "1 minute"],
    ["2026-11-28T13:00:00.000Z", "1 hour"],
    ["2026-11-28T14:45:00.000Z", "2 hours and 45 minutes"],
    ["2026-11-29T11:59:59.000Z", "23 hours and 59 minutes"],
    ["2026-11-29T12:00:00.000Z", "1 day"],
    ["2026-11-29T12:30:00.000Z", "1 day"],
    ["2026-12-01T15:10:00.000Z", "3 days and 3 hours"],
  ])("until %s is told in its two largest units: %s", (until, text) => {
    language.value = "en";
    expect(timeLeftText(left(until))).toBe(text);
  });

  it("is told in one unit in a list", () => {
    language.value = "en";
    expect(shortTimeLeft(left("2026-12-01T15:10:00.000Z"))).toBe("3 days");
    expect(shortTimeLeft(left("2026-11-28T12:45:00.000Z"))).toBe("45 minutes");
    expect(shortTimeLeft(left("2026-11-28T12:00:30.000Z"))).toBe("less than a minute");
  });

  it("is declined in Arabic", () => {
    language.value = "ar";
    expect(timeLeftText(left("2026-11-30T15:00:00.000Z"))).toBe("يومين و3 ساعات");
    expect(timeLeftText(left("2026-12-09T12:00:00.000Z"))).toBe("11 يومًا");
  });
});
