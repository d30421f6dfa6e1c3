/**
 * One line of the log: JSON with its time in UTC, so that whoever reads the log finds what stood together.
 * The caller chooses the level, and answers for the facts: ids, counts, codes and redacted words alone.
 */
export function logLine(event: string, facts: object = {}): string {
  return JSON.stringify({ event, at: new Date().toISOString(), ...facts });
}
