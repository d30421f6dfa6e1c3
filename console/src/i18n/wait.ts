import { language } from "./language.ts";
import { waitOf } from "./problem-texts/wait.ts";
import { plural } from "./words.ts";

const EN = {
  second: { one: "one second", other: "# seconds" },
  minute: { one: "one minute", other: "# minutes" },
  hour: { one: "one hour", other: "# hours" },
};

// The case of an object and after "بعد".
const AR = {
  second: { one: "ثانية واحدة", two: "ثانيتين", few: "# ثوانٍ", other: "# ثانية" },
  minute: { one: "دقيقة واحدة", two: "دقيقتين", few: "# دقائق", other: "# دقيقة" },
  hour: { one: "ساعة واحدة", two: "ساعتين", few: "# ساعات", other: "# ساعة" },
};

/** A wait in its largest unit, rounded up: "40 seconds", "3 minutes". It stands as an object. */
export function waitText(seconds: number): string {
  const { count, unit } = waitOf(seconds);
  return plural(count, (language.value === "ar" ? AR : EN)[unit]);
}
