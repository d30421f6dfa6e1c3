import { plural } from "../words.ts";
import { waitOf } from "./wait.ts";

// After "بعد" a noun stands in the genitive.
const FORMS = {
  second: { one: "ثانية واحدة", two: "ثانيتين", few: "# ثوانٍ", other: "# ثانية" },
  minute: { one: "دقيقة واحدة", two: "دقيقتين", few: "# دقائق", other: "# دقيقة" },
  hour: { one: "ساعة واحدة", two: "ساعتين", few: "# ساعات", other: "# ساعة" },
};

/** When to try again, in Arabic. */
export function tryAgain(waitSeconds: number | null): string {
  if (waitSeconds === null) return "أعد المحاولة لاحقًا.";
  const { count, unit } = waitOf(waitSeconds);
  return `أعد المحاولة بعد ${plural(count, FORMS[unit])}.`;
}
