const ARABIC_ZERO = 0x0660;
const SEPARATORS: Readonly<Record<string, string>> = { ".": "٫", ",": "٬" };

/** An isolated part (U+2066 to U+2069), or a number with its separators. */
const PART = /[\u2066-\u2068][^\u2069]*\u2069|\d+(?:[.,]\d+)*/g;

/**
 * A text with its Latin digits as Arabic ones. An isolated part stays as it is: a phone number, an
 * id, an example to type.
 */
export function arabicDigits(text: string): string {
  return text.replace(PART, (part) => (/^\d/.test(part) ? part.replace(/./g, arabicSign) : part));
}

function arabicSign(sign: string): string {
  return SEPARATORS[sign] ?? String.fromCodePoint(ARABIC_ZERO + Number(sign));
}
