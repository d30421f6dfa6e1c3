/** A currency as a choice: its code, and its name in the person's language. */
export interface CurrencyChoice {
  readonly code: string;
  readonly name: string;
}

/** The currencies that are used most where the service is; they stand first. */
const FIRST = ["YEM", "USD", "SAR"];

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The currencies that fit a typed text: a part of the name, or the code. Without a text, all of
 * them; those that are used most first, the others by their names.
 */
export function currencyChoices(
  choices: readonly CurrencyChoice[],
  typed: string,
  compare: (one: string, other: string) => number,
): readonly CurrencyChoice[] {
  const text = folded(typed.trim());
  const place = ({ code }: CurrencyChoice) =>
    FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length;
  return choices
    .filter(({ code, name }) => folded(`${code} ${name}`).includes(text))
    .sort((one, other) => place(one) - place(other) || compare(one.name, other.name));
}
