import { plural } from "../words.ts";
import { EN_ACCOUNT } from "./en-account.ts";
import { EN_DESK } from "./en-desk.ts";
import { EN_MONEY } from "./en-money.ts";
import type { ProblemEntries, ProblemTable } from "./table.ts";

const LETTERS = { one: "# character", other: "# characters" };

// A code that is missing does not compile.
const PROBLEMS = { ...EN_MONEY, ...EN_ACCOUNT, ...EN_DESK } satisfies ProblemEntries;

export const TABLE: ProblemTable = {
  problems: PROBLEMS,
  fields: {
    conflicting_fields: "Enter only one of the two",
    currency_not_offered: "This currency is not offered",
    invalid_amount: "Enter an amount above zero, such as 1500.50",
    invalid_code: (digits) =>
      digits === null ? "Check the code" : `The code has ${plural(digits, { other: "# digits" })}`,
    invalid_cursor: "Open the list again from its beginning",
    invalid_email: "Enter an e-mail address, such as name@example.com",
    invalid_id: "This is not the id of a wallet or transaction",
    invalid_idempotency_key: "Load the page again",
    invalid_limit: "Choose a smaller number",
    invalid_phone: "Enter a mobile number that can get messages, such as +967 771 234 567",
    invalid_range: "The end must not be before the beginning",
    invalid_rate: "Enter a rate above zero, with at most 12 digits",
    invalid_text: "Remove characters that cannot be seen",
    invalid_time: "Choose another time",
    invalid_value: "This value is not possible",
    market_required: "Choose the market of the rial",
    no_market: "Only the rial has a market",
    not_exchanged: "There is no rate for this currency",
    repeated: "Enter this only once",
    required: "This is required",
    same_currency: "Choose two different currencies",
    too_long: (most) => (most === null ? "This is too long" : `At most ${plural(most, LETTERS)}`),
    too_short: (least) =>
      least === null ? "This is too short" : `At least ${plural(least, LETTERS)}`,
    unknown_field: "This is not known here",
    unsupported_currency: "This currency is not possible here",
    weak_password: "Use several uncommon words",
    wrong_type: "This value is not possible",
  },
  // The service's own sentences are English.
  passwords: null,
  weakPassword: "Use several uncommon words.",
};
