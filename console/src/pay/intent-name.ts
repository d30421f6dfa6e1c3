import { userId } from "../device/session-mark.ts";

/** Under which name a payment of a form is kept until it has an outcome: each person has their own. */
export function intentName(form: string): string {
  return `${userId() ?? ""}:${form}`;
}
