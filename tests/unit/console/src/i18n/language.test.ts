import "../browser.ts";
import { afterEach, describe, expect, it } from "vitest";
import { countText } from "../../../../../console/src/desk/ui/count-text.ts";
import { amountText, formatDecimal, percentText } from "../../../../../console/src/i18n/amount.ts";
import { arabicDigits } from "../../../../../console/src/i18n/arabic-digits.ts";
import { basisPointsText, shortPercent } from "../../../../../console/src/i18n/basis-points.ts";
import { digits, language } from "../../../../../console/src/i18n/language.ts";
import { loadProblemTable } from "../../../../../console/src/i18n/problem-table.ts";
import { dayName, formatTime, relativeTime } from "../../../../../console/src/i18n/time.ts";
import { waitText } from "../../../../../console/src/i18n/wait.ts";
import { plural, words } from "../../../../../console/src/i18n/words.ts";
import { fieldProblem } from "../../../../../console/src/problems/problem-text.ts";

const NOON = "2026-11-28T12:00:00.000Z";
const LATER = Date.parse("2026-11-28T15:00:00.000Z");

const t = words({
  en: { within: "Within 24 hours", nested: { most: "At most 1,500.50" } },
  ar: { within: "خلال 24 ساعة", nested: { most: "1,500.50 على الأكثر" } },
});

const field = {
  code: "invalid_request",
  errors: [{ in: "body", pointer: "/amount", code: "invalid_amount", message: "is invalid" }],
} as never;

/** Everything that writes a number, each in the digits that the person chose. */
const WRITERS: readonly (readonly [string, () => string])[] = [
  ["an amount", () => amountText("-1234.50", "YEM")],
  ["a decimal", () => formatDecimal("1234.50", "both")],
  ["a percentage", () => percentText("0.5")],
  ["a fee", () => percentText(shortPercent(50))],
  ["a rate's move", () => basisPointsText(-310, "both")],
  ["a count", () => countText(1234)],
  ["a plural", () => plural(12, { other: "# يومًا" })],
  ["a wait", () => waitText(300)],
  ["a time", () => formatTime(NOON, "time")],
  ["a date", () => formatTime(NOON, "long")],
  ["a day", () => dayName("2025-03-14T12:00:00.000Z")],
  ["a relative time", () => relativeTime(NOON, LATER)],
  ["a fixed text", () => t().within],
  ["a nested fixed text", () => t().nested.most],
  ["a field's problem", () => fieldProblem(field, "/amount") ?? ""],
];

describe("the digits that the person chose", () => {
  afterEach(() => {
    language.value = "en";
    digits.value = "latn";
  });

  it.each(WRITERS)("%s has Arabic digits alone", async (_, write) => {
    language.value = "ar";
    digits.value = "arab";
    await loadProblemTable();
    expect(write()).toMatch(/[٠-٩]/);
    expect(write()).not.toMatch(/\d/);
  });

  it.each(WRITERS)("%s has Latin digits alone", async (_, write) => {
    language.value = "ar";
    await loadProblemTable();
    expect(write()).toMatch(/\d/);
    expect(write()).not.toMatch(/[٠-٩]/);
  });

  it.each(WRITERS)(
    "%s has Latin digits in English, whatever is chosen for Arabic",
    async (_, w) => {
      digits.value = "arab";
      await loadProblemTable();
      expect(w()).toMatch(/\d/);
      expect(w()).not.toMatch(/[٠-٩]/);
    },
  );

  it("are changed in a text that is on the page already", () => {
    language.value = "ar";
    expect(t().within).toBe("خلال 24 ساعة");
    digits.value = "arab";
    expect(t().within).toBe("خلال ٢٤ ساعة");
    digits.value = "latn";
    expect(t().within).toBe("خلال 24 ساعة");
  });
});

describe("a percentage", () => {
  it("has the sign of its language, and the minus of amounts", () => {
    expect(basisPointsText(-310, "both")).toBe("\u2066−3.10%\u2069");
    expect(basisPointsText(5, "both")).toBe("\u2066+0.05%\u2069");
    expect(basisPointsText(0, "both")).toBe("\u20660.00%\u2069");
    language.value = "ar";
    expect(percentText(shortPercent(50))).toBe("\u20660.5٪\u2069");
    language.value = "en";
  });
});

describe("a fixed text in Arabic digits", () => {
  it.each([
    ["من 1 إلى 1,000,000", "من ١ إلى ١٬٠٠٠٬٠٠٠"],
    ["مثل 1500.50.", "مثل ١٥٠٠٫٥٠."],
    ["\u2066+967 771 234 567\u2069 أو 5", "\u2066+967 771 234 567\u2069 أو ٥"],
    ["اسم \u2068Hotel 7\u2069", "اسم \u2068Hotel 7\u2069"],
  ])("%s keeps what is isolated", (text, expected) => expect(arabicDigits(text)).toBe(expected));
});
