import type { Problem } from "@mahfaza/client";
import { amountText, currencyName, formatDecimal } from "../i18n/amount.ts";
import { locale } from "../i18n/language.ts";
import type { LimitValues, ProblemTable, ProblemValues } from "../i18n/problem-texts/table.ts";
import { formatTime } from "../i18n/time.ts";

/** The values that a problem's words need, in the language of the person. */
export function problemValues(
  problem: Problem,
  table: ProblemTable,
  waitSeconds: number | null,
): ProblemValues {
  return {
    waitSeconds,
    left: leftOf(problem),
    currencies: currenciesOf(problem),
    limit: limitOf(problem),
    reason: problem.code === "weak_password" ? passwordReason(problem.detail ?? "", table) : null,
  };
}

/** What is left of a hold or of a payment, with the currency of the recorded refusal. */
function leftOf({ capturable, refundable, transaction, preview }: Problem): string | null {
  const left = capturable ?? refundable;
  if (left === undefined) return null;
  const currency = (transaction ?? preview)?.currency;
  return currency ? amountText(left, currency) : formatDecimal(left);
}

function currenciesOf({ currencies }: Problem): string | null {
  if (!currencies || currencies.length === 0) return null;
  const list = new Intl.ListFormat(locale.value, { type: "disjunction" });
  return list.format(currencies.map(currencyName));
}

function limitOf({ exceeded_limit: exceeded }: Problem): LimitValues | null {
  if (!exceeded) return null;
  const { name, limit, remaining, currency, resets_at } = exceeded;
  const isCount = name.endsWith("_count");
  return {
    name,
    most: isCount ? limit : amountText(limit, currency),
    // A number of operations, no amount.
    count: isCount ? Number(limit) : null,
    left: isCount || !/[1-9]/.test(remaining) ? null : amountText(remaining, currency),
    resets: resets_at === null ? null : formatTime(resets_at),
  };
}

/** The sentences of the service about a weak password; in general words if one has no translation. */
export function passwordReason(detail: string, { passwords, weakPassword }: ProblemTable): string {
  if (passwords === null) return detail || weakPassword;
  const known = Object.keys(passwords).filter((sentence) => detail.includes(sentence));
  const inOrder = known.sort((a, b) => detail.indexOf(a) - detail.indexOf(b));
  return inOrder.map((sentence) => passwords[sentence]).join(" ") || weakPassword;
}
