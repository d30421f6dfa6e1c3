/** What a request asks to be moved, as its body says it. */
export interface AskedSum {
  readonly amount: string;
  readonly currency: string;
}

/** Wider than any sum of the service. Intl throws for hundreds of decimals. */
const AMOUNT = /^\d{1,20}(?:\.\d{1,8})?$/;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * The sum of a request's body; null for a body that names none, or not its currency. A body that was
 * stored may be anybody's: what cannot be an amount is not shown as one.
 */
export function askedSum(body: unknown): AskedSum | null {
  const { amount, currency } = membersOf(body);
  return matches(amount, AMOUNT) && matches(currency, CURRENCY) ? { amount, currency } : null;
}

/** The members of what should be an object. */
export function membersOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null ? { ...body } : {};
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}
