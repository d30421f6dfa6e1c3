/** Recovery codes as the text of a file: a heading, and a code on each line. */
export function codesText(heading: string, codes: readonly string[]): string {
  return `${heading}\n\n${codes.join("\n")}\n`;
}
