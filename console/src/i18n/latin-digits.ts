const ARABIC_ZEROS = [0x0660, 0x06f0];

/** A text with its Arabic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  const latin = (char: string) => {
    const code = char.codePointAt(0) ?? 0;
    const zero = ARABIC_ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? char : String(code - zero);
  };
  return [...text].map(latin).join("");
}
