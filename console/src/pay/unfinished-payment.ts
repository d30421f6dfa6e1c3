import type { UnfinishedRecord } from "../device/kept-data.ts";
import { askedSum, membersOf } from "./asked-sum.ts";
import { type PaymentForm, paymentFormOf } from "./payment-forms.ts";
import { unfinishedStep } from "./unfinished.ts";

/**
 * A request of this tab that was sent and has no outcome yet, as far as its record tells. The page of
 * its form asks for the outcome.
 */
export interface UnfinishedPayment extends PaymentForm {
  readonly form: string;
  /** Both null for a request that names no sum, or not its currency. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** The phone that was paid, as it was typed. */
  readonly phone: string | null;
}

/** The most characters of a typed phone, with its signs and spaces. */
export const PHONE_LENGTH_MAX = 32;

/**
 * What a form's record says to the person; null for a form that this version does not have, and for
 * a request that is too old to be asked for.
 */
export function unfinishedPayment(
  form: string,
  { body, startedAt }: UnfinishedRecord,
  now: number,
): UnfinishedPayment | null {
  const found = paymentFormOf(form);
  if (!found || unfinishedStep(startedAt, now) === "forget") return null;
  const sum = askedSum(body);
  const { to_phone: phone } = membersOf(body);
  const isPhone = typeof phone === "string" && phone.length <= PHONE_LENGTH_MAX;
  return {
    ...found,
    form,
    amount: sum?.amount ?? null,
    currency: sum?.currency ?? null,
    phone: isPhone ? phone : null,
  };
}

/** Whether the open page is the one that asks for the outcome. With an id it shows something else. */
export function isShownAt(
  { href }: Pick<UnfinishedPayment, "href">,
  { path, query }: { readonly path: string; readonly query: Readonly<Record<string, string>> },
): boolean {
  return path === href && query.id === undefined;
}
