/** The most characters of a note, as the service counts them. */
export const NOTE_LENGTH_MAX = 280;
