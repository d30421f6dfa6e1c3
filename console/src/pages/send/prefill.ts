import { EMPTY_DRAFT, type SendDraft } from "../../transfer/draft.ts";
import { plainId, seemsWalletId } from "../../transfer/recipient-text.ts";

/** What a link to the form fills in: /send?from=&to=&amount=&currency=&note= */
const PARAMETERS = ["from", "to", "amount", "currency", "note"] as const;

/** Longer texts are no phone, amount or note; the service says so about shorter ones. */
const LENGTH_MAX = 400;

/** The form as a link fills it in; null for an address that fills in nothing. */
export function prefilled(query: Readonly<Record<string, string>>): SendDraft | null {
  const found = PARAMETERS.filter((name) => query[name]);
  if (found.length === 0) return null;
  const of = (name: (typeof PARAMETERS)[number]) => (query[name] ?? "").slice(0, LENGTH_MAX);
  const to = of("to");
  const isId = seemsWalletId(to);
  return {
    ...EMPTY_DRAFT,
    by: isId ? "wallet" : "phone",
    to: isId ? plainId(to) : phoneOfQuery(to),
    fromId: seemsWalletId(of("from")) ? plainId(of("from")) : null,
    amount: of("amount"),
    currency: /^[A-Za-z]{3}$/.test(of("currency")) ? of("currency").toUpperCase() : null,
    // An amount with a currency is what the recipient should get.
    side: of("currency") === "" ? "source" : "target",
    note: of("note"),
  };
}

/** A "+" that a link did not escape arrives as a blank. */
function phoneOfQuery(text: string): string {
  return /^ \d/.test(text) ? `+${text.slice(1)}` : text;
}
