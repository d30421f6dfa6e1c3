/** What an operator typed to find somebody. */
export type Who =
  | { readonly kind: "person" | "transaction"; readonly id: string }
  | { readonly kind: "phone"; readonly phone: string };

const ID = /^(usr|txn)_[0-9a-z]{26}$/i;

/** Reads an id of a person or a transaction, or a phone; null for what is neither. */
export function readWho(typed: string): Who | null {
  const text = typed.replace(/[\s\u00a0\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const found = ID.exec(text);
  if (found) {
    const kind = found[1]?.toLowerCase() === "usr" ? "person" : "transaction";
    return { kind, id: text.toLowerCase() };
  }
  // The service reads digits of any script, and says what is wrong with a number.
  return /\p{Nd}/u.test(text) && !/[a-z_]/i.test(text)
    ? { kind: "phone", phone: typed.trim() }
    : null;
}
