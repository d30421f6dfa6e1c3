import { plural } from "../words.ts";
import { waitOf } from "./wait.ts";

const FORMS = {
  second: { one: "# second", other: "# seconds" },
  minute: { one: "# minute", other: "# minutes" },
  hour: { one: "# hour", other: "# hours" },
};

/** When to try again, in English. */
export function tryAgain(waitSeconds: number | null): string {
  if (waitSeconds === null) return "Try again later.";
  const { count, unit } = waitOf(waitSeconds);
  return `Try again in ${plural(count, FORMS[unit])}.`;
}
