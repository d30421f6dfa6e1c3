import { CODES_BY_EXPONENT } from "./exponents.ts";

declare const isMoneyText: unique symbol;

/** An amount as a plain decimal in major units, such as "12.50". Never a number. */
export type Money = string & { readonly [isMoneyText]: true };

/** A currency's code, or the number of decimals of its minor unit. */
export type CurrencyOrExponent = string | number;

/** The most characters of an amount; the service's own amounts are far below. */
const TEXT_LENGTH_MAX = 40;
const EXPONENT_MAX = 18;
const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_EXPONENT).flatMap(([exponent, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code): [string, number] => [code, Number(exponent)]),
  ),
);

/** Whether a value is a plain decimal that fits Money. Whether its decimals suit a currency is not asked. */
export function isMoney(value: unknown): value is Money {
  return typeof value === "string" && value.length <= TEXT_LENGTH_MAX && PLAIN_DECIMAL.test(value);
}

/**
 * The amount with exactly the currency's decimals: `money("12.5", "USD")` is "12.50". Throws a
 * RangeError for what is no plain decimal or has more decimals than the currency, and a TypeError
 * for a number.
 */
export function money(amount: string, currency: CurrencyOrExponent): Money {
  return fromMinor(minorOf(amount, exponentOf(currency)), currency);
}

/** The amount in minor units: 1250n for "12.50" of USD. Throws as `money` does. */
export function toMinor(amount: Money, currency: CurrencyOrExponent): bigint {
  return minorOf(amount, exponentOf(currency));
}

/** Minor units as an amount: "12.50" for 1250n of USD. Throws a TypeError for a number. */
export function fromMinor(minor: bigint, currency: CurrencyOrExponent): Money {
  if (typeof minor !== "bigint") throw new TypeError("minor units are a bigint");
  const exponent = exponentOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`;
  const signed = minor < 0n ? `-${text}` : text;
  if (!isMoney(signed)) throw new RangeError("the amount is too large");
  return signed;
}

/** The sum of two amounts of one currency, with the decimals of the longer. */
export function addMoney(one: Money, other: Money): Money {
  const exponent = Math.max(decimalsOf(one), decimalsOf(other));
  return fromMinor(minorOf(one, exponent) + minorOf(other, exponent), exponent);
}

/** -1, 0 or 1: how the first amount compares with the second, of the same currency. */
export function compareMoney(one: Money, other: Money): -1 | 0 | 1 {
  const exponent = Math.max(decimalsOf(one), decimalsOf(other));
  const difference = minorOf(one, exponent) - minorOf(other, exponent);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The decimals of a currency's minor unit: 2 for USD. Throws a RangeError for an unknown code. */
export function exponentOf(currency: CurrencyOrExponent): number {
  const exponent = typeof currency === "string" ? exponents.get(currency) : currency;
  if (exponent === undefined) throw new RangeError(`there is no currency ${String(currency)}`);
  if (Number.isInteger(exponent) && exponent >= 0 && exponent <= EXPONENT_MAX) return exponent;
  throw new RangeError(`the decimals of a currency are 0 to ${EXPONENT_MAX}`);
}

function minorOf(amount: string, exponent: number): bigint {
  assertDecimal(amount);
  const [whole = "", decimals = ""] = amount.split(".");
  if (decimals.length > exponent) {
    throw new RangeError(`the amount has more than ${exponent} decimals`);
  }
  return BigInt(whole.replace("-", "") + decimals.padEnd(exponent, "0")) * signOf(amount);
}

const signOf = (amount: string) => (amount.startsWith("-") ? -1n : 1n);

function decimalsOf(amount: Money): number {
  assertDecimal(amount);
  return amount.split(".")[1]?.length ?? 0;
}

function assertDecimal(amount: unknown): asserts amount is Money {
  if (typeof amount !== "string") throw new TypeError("an amount is a string, never a number");
  if (!isMoney(amount)) throw new RangeError("the amount is not a plain decimal");
}
