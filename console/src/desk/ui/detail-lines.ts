import { fromMinor } from "@mahfaza/client";
import { amountText } from "../../i18n/amount.ts";
import { language } from "../../i18n/language.ts";
import { formatTime } from "../../i18n/time.ts";
import { knownCurrency } from "../funding/event-start.ts";
import { DETAIL, valuesOf } from "../words/details.ts";
import type { EventType } from "../words/events.ts";
import { nameOf } from "../words/name.ts";

/** One detail of an audit event. */
export interface DetailLine {
  readonly name: string;
  readonly text: string;
  /** It is shown as it was recorded: an id, a number, a code without words. */
  readonly isCode: boolean;
  /** The operator whom it names, by id. */
  readonly operatorId?: string;
}

interface SeenEvent {
  readonly type: EventType;
  readonly details: Readonly<Record<string, string | readonly string[]>>;
}

/** The details of an audit event in words; what has no words is shown as it was recorded. */
export function detailLines({ type, details }: SeenEvent): readonly DetailLine[] {
  const amount = amountLine(details.amount_minor, details.currency);
  const lines = Object.entries(details)
    // An amount says its currency.
    .filter(([name]) => amount === null || (name !== "amount_minor" && name !== "currency"))
    .map(([name, value]) => lineOf(type, name, value));
  return amount ? [amount, ...lines] : lines;
}

function lineOf(type: EventType, name: string, value: string | readonly string[]): DetailLine {
  const codes = [value].flat();
  const line = { name: nameOf(DETAIL, name) };
  if (name === "proposed_by" && typeof value === "string") {
    return { ...line, text: value, isCode: true, operatorId: value };
  }
  if (name === "until" && typeof value === "string" && !Number.isNaN(Date.parse(value))) {
    return { ...line, text: formatTime(value), isCode: false };
  }
  const words = valuesOf(type, name)?.[language.value];
  const text = codes.map((code) => words?.[code] ?? code);
  const isCode = codes.some((code) => words?.[code] === undefined);
  return { ...line, text: text.join(language.value === "ar" ? "، " : ", "), isCode };
}

/** The amount of a proposal, which is recorded in the smallest unit of its currency. */
function amountLine(
  minor: SeenEvent["details"][string] | undefined,
  currency: SeenEvent["details"][string] | undefined,
): DetailLine | null {
  if (typeof minor !== "string" || typeof currency !== "string") return null;
  if (!/^\d+$/.test(minor) || knownCurrency(currency) === "") return null;
  const text = amountText(fromMinor(BigInt(minor), currency), currency);
  return { name: nameOf(DETAIL, "amount"), text, isCode: false };
}
