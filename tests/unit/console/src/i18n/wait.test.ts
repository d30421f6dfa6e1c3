import "../browser.ts";
import { afterEach, describe, expect, it } from "vitest";
import { language } from "../../../../../console/src/i18n/language.ts";
import { waitText } from "../../../../../console/src/i18n/wait.ts";

describe("a wait", () => {
  afterEach(() => {
    language.value = "en";
  });

  it("is said in its largest unit, rounded up", () => {
    language.value = "en";
    expect(waitText(1)).toBe("one second");
    expect(waitText(59)).toBe("59 seconds");
    expect(waitText(60)).toBe("one minute");
    expect(waitText(61)).toBe("2 minutes");
    expect(waitText(3 * 3600)).toBe("3 hours");
  });

  it("has the plurals of Arabic", () => {
    language.value = "ar";
    expect(waitText(1)).toBe("ثانية واحدة");
    expect(waitText(2)).toBe("ثانيتين");
    expect(waitText(5)).toBe("5 ثوانٍ");
    expect(waitText(40)).toBe("40 ثانية");
    expect(waitText(120)).toBe("دقيقتين");
  });
});
