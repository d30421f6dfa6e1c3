import { DOMAIN_LABEL_LENGTH_MAX, EMAIL_LENGTH_MAX, EMAIL_LOCAL_LENGTH_MAX } from "./bounds.ts";
import { withoutMarks } from "./visible-text.ts";

/** An e-mail address as its owner writes it, with the domain in lower case. */
export type Email = string & { readonly __email: true };

// RFC 5321 §4.1.2: Dot-string, of atext (RFC 5322 §3.2.3). ASCII only: Unicode allows an address
// that looks like another one. Quoted strings and address literals are legal, and nobody has one.
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
// RFC 1035 §2.3.1 and RFC 1123 §2.1: letters, digits and hyphens, no hyphen at either end.
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
// RFC 3696 §2: a top-level domain is not all digits. RFC 5890 §2.3.2.1: an IDN begins with `xn--`.
const TOP_LEVEL = /^([a-z]{2,}|xn--[a-z0-9-]+)$/;

/**
 * Parses an e-mail address; null if the text is not one. Blanks and direction marks around it, and
 * a `mailto:` before it, are ignored: they come with a pasted address. The domain is
 * case-insensitive and becomes lower case. Only the receiving server knows whether the local part
 * is, so it stays unchanged. Source: RFC 5321 §2.4, §4.1.2, §4.5.3.1, RFC 6068 §2.
 */
export function parseEmail(text: string): Email | null {
  const plain = emailText(text);
  const at = plain.lastIndexOf("@");
  const local = plain.slice(0, Math.max(at, 0));
  const domain = plain.slice(at + 1).toLowerCase();
  if (plain.length > EMAIL_LENGTH_MAX || local.length > EMAIL_LOCAL_LENGTH_MAX) return null;
  return LOCAL.test(local) && isDomain(domain) ? (`${local}@${domain}` as Email) : null;
}

/** The text of an address without what surrounds it when it was pasted. */
function emailText(text: string): string {
  return withoutMarks(text).replace(/^mailto:/i, "");
}

/** A name with at least two labels: mail over the Internet has no others. */
function isDomain(name: string): boolean {
  const labels = name.split(".");
  const top = labels.at(-1) ?? "";
  return (
    labels.length > 1 &&
    labels.every((label) => label.length <= DOMAIN_LABEL_LENGTH_MAX && LABEL.test(label)) &&
    TOP_LEVEL.test(top)
  );
}
