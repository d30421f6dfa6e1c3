/**
 * One line of the log: JSON with its time in UTC, so that whoever reads the log finds what stood together.
 * The caller chooses the level, and answers for the facts: ids, counts, codes and redacted words alone.
 */
export function logLine(event: string, facts: object = {}): string {
  return JSON.stringify({ event, at: new Date().toISOString(), ...facts });
}

const WORDS_LENGTH_MAX = 1_000;

/** Words without values. Messages quote what a driver sent, or what Postgres could not read. */
export function withoutValues(message: string): string {
  return message
    .replace(/\nparams:[\s\S]*$/, "")
    .replace(/\+?\d{7,}/g, "…")
    .replace(/[^\s"'<>(]+@[^\s"'<>)]+/g, "…")
    .replace(/eyJ[\w.-]+/g, "…")
    .slice(0, WORDS_LENGTH_MAX);
}

/**
 * What a log may say of an error: its innermost cause's own words, without values. Drizzle puts the
 * statement into its message, which would only hide them.
 */
export function wordsOfError(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  // A socket that fails tells it by an ErrorEvent, which is no Error.
  if (!(innermost instanceof Error))
    return (innermost as { type?: string } | null)?.type ?? "unknown";
  return innermost.message.startsWith("Failed query")
    ? "failed query"
    : withoutValues(`${innermost.name}: ${innermost.message}`);
}
