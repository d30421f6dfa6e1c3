import { msText, systemClock } from "../domain/instant.ts";

/**
 * One line of the log, as JSON with its time in UTC. The caller chooses the level. `facts` may
 * contain only ids, counts, codes and redacted text.
 */
export function logLine(event: string, facts: object = {}): string {
  return JSON.stringify({ event, at: msText(systemClock()), ...facts });
}

const ERROR_TEXT_LENGTH_MAX = 1_000;

/** An error message without values: a message can quote parameters that were sent to Postgres. */
export function redactValues(message: string): string {
  return message
    .replace(/\nparams:[\s\S]*$/, "")
    .replace(/\+?\d{7,}/g, "…")
    .replace(/[^\s"'<>(]+@[^\s"'<>)]+/g, "…")
    .replace(/eyJ[\w.-]+/g, "…")
    .slice(0, ERROR_TEXT_LENGTH_MAX);
}

/**
 * The text of an error for the log: name and message of the innermost cause, without values. The
 * outer message is Drizzle's, which contains the whole statement.
 */
export function errorText(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  // A WebSocket reports a failure as an ErrorEvent, which is not an Error.
  if (!(innermost instanceof Error))
    return (innermost as { type?: string } | null)?.type ?? "unknown";
  return innermost.message.startsWith("Failed query")
    ? "failed query"
    : redactValues(`${innermost.name}: ${innermost.message}`);
}
