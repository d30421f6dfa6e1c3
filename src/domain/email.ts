import { z } from "zod";
import { EMAIL_LENGTH_MAX, EMAIL_LOCAL_LENGTH_MAX } from "./bounds.ts";

/** An e-mail address as its owner writes it, with the domain in small letters. */
export type Email = string & { readonly __email: true };

// Letters of ASCII alone: an address that only looks like another's is none.
const form = z.email();

/**
 * Reads an e-mail address; null when it is none. Its domain is the same in capitals; before the @ only
 * the receiving server knows, so that is kept as it is. Source: RFC 5321 §2.4, §4.5.3.1.
 */
export function parseEmail(text: string): Email | null {
  if (text.length > EMAIL_LENGTH_MAX || !form.safeParse(text).success) return null;
  const at = text.lastIndexOf("@");
  if (at > EMAIL_LOCAL_LENGTH_MAX) return null;
  return (text.slice(0, at) + text.slice(at).toLowerCase()) as Email;
}
