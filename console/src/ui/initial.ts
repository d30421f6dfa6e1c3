/** The first character of a name as a reader sees it, for an avatar. */
export function initialOf(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return (first?.segment ?? "").toLocaleUpperCase();
}
