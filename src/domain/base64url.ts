const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const FORM = /^[A-Za-z0-9_-]+$/;

/**
 * Whether the text is the one base64url text of some bytes, at least one byte. Decoders accept
 * several texts for the same bytes: unused low bits of the last character, "=" at the end, blanks,
 * "+" for "-". Text that is signed, cached or compared must have one form only. Source: RFC 4648
 * §3.5 and §5.
 */
export function isCanonicalBase64url(text: string): boolean {
  if (!FORM.test(text)) return false;
  const last = ALPHABET.indexOf(text.at(-1) ?? "");
  // Four characters hold three bytes. Two hold one byte and four unused bits, three hold two bytes
  // and two unused bits, and one holds no byte.
  switch (text.length % 4) {
    case 0:
      return true;
    case 2:
      return (last & 0b1111) === 0;
    case 3:
      return (last & 0b11) === 0;
    default:
      return false;
  }
}
