/** The most characters of a note, as the service counts them. */
export const NOTE_LENGTH_MAX = 280;

/** A typed note as a member of a request; an empty one is left out. */
export function noteOf(typed: string): { readonly note?: string } {
  const note = typed.trim();
  return note === "" ? {} : { note };
}
