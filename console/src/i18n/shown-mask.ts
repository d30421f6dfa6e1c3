/** A masked name of the API as it is shown: bullets are quieter than stars, and sit in the line. */
export function shownMask(name: string): string {
  return name.replaceAll("***", "•••");
}
