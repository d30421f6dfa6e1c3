/** The first letter of a name with its marks, for the circle beside it. */
export function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter("und", { granularity: "grapheme" }).segment(name.trim());
  return first?.segment.toUpperCase() ?? "";
}
