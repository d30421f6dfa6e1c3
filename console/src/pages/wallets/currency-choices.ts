/** A currency as a choice: its code, and its name in the person's language and in the other one. */
export interface CurrencyChoice {
  readonly code: string;
  readonly name: string;
  readonly otherName: string;
}

/** The currencies that are used most where the service is; they stand first. */
const FIRST = ["YEM", "USD", "SAR"];

/** ISO 4217's codes of funds and units of account: nobody has such money in the hand. */
const FUNDS: ReadonlySet<string> = new Set(
  "BOV CHE CHW CLF COU MXV USN UYI UYW XAD XBA XBB XBC XBD XDR XSU XUA".split(" "),
);

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a currency is offered to who asks for its code alone: a fund, or one without a name. */
function isRare({ code, name, otherName }: CurrencyChoice): boolean {
  return FUNDS.has(code) || name === code || otherName === code;
}

/**
 * The currencies that fit a typed text: each of its words is a part of a name, in either language,
 * or of the code. Without a text, all of them; those that are used most first, the others by their
 * names. Rare ones are found by their whole code.
 */
export function currencyChoices(
  choices: readonly CurrencyChoice[],
  typed: string,
  compare: (one: string, other: string) => number,
): readonly CurrencyChoice[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const isAsked = ({ code }: CurrencyChoice) => words.join(" ") === folded(code);
  const fits = ({ code, name, otherName }: CurrencyChoice) => {
    const text = folded(`${code} ${name} ${otherName}`);
    return words.every((word) => text.includes(word));
  };
  const place = ({ code }: CurrencyChoice) =>
    FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length;
  return choices
    .filter((choice) => (isRare(choice) ? isAsked(choice) : fits(choice)))
    .sort((one, other) => place(one) - place(other) || compare(one.name, other.name));
}
