import "../browser.ts";
import { afterEach, describe, expect, it } from "vitest";
import { language } from "../../../../../console/src/i18n/language.ts";
import { formatTime } from "../../../../../console/src/i18n/time.ts";

afterEach(() => {
  language.value = "en";
});

describe("a time in Arabic", () => {
  it.each(["time", "short", "long"] as const)(
    "keeps the half of the day at its hour: %s",
    (style) => {
      language.value = "ar";
      for (const hour of ["05", "17"]) {
        expect(formatTime(`2026-11-28T${hour}:51:00.000Z`, style)).toMatch(/\d\u00a0[صم]$/);
      }
    },
  );
});
