/** The contact of a reset as the API takes it: exactly one of the two. */
type ResetContact = { readonly phone: string } | { readonly email: string };

/** A typed contact: an address with "@" is an e-mail address, everything else a phone. */
export function resetContact(typed: string): ResetContact {
  const text = typed.trim();
  return text.includes("@") ? { email: text } : { phone: text };
}
