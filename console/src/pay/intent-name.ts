import { userId } from "../device/session-mark.ts";
import type { FormName } from "./payment-forms.ts";

/** Under which name a payment of a form is kept until it has an outcome: each person has their own. */
export function intentName(form: FormName): string {
  return `${userId() ?? ""}:${form}`;
}
