import { z } from "zod";
import { EMAIL_LENGTH_MAX, EMAIL_LOCAL_LENGTH_MAX } from "./bounds.ts";

/** An e-mail address as its owner writes it, with the domain in lower case. */
export type Email = string & { readonly __email: true };

// ASCII only: Unicode allows an address that looks like another one.
const form = z.email();

/**
 * Parses an e-mail address; null if the text is not one. The domain is case-insensitive and becomes
 * lower case. Only the receiving server knows whether the local part is, so it stays unchanged.
 * Source: RFC 5321 §2.4, §4.5.3.1.
 */
export function parseEmail(text: string): Email | null {
  if (text.length > EMAIL_LENGTH_MAX || !form.safeParse(text).success) return null;
  const at = text.lastIndexOf("@");
  if (at > EMAIL_LOCAL_LENGTH_MAX) return null;
  return (text.slice(0, at) + text.slice(at).toLowerCase()) as Email;
}
