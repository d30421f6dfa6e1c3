/** A failure that one line explains to the person at the terminal; any other error is a defect. */
export class CliError extends Error {}

/** Runs a script's main: the number is the exit code; a CliError prints its line and exits with 1. */
export async function runScript(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(`mahfaza: ${error.message}`);
    process.exitCode = 1;
  }
}

/** The first line of an error's message, for use within a CliError. */
export function reasonOf(error: unknown): string {
  // Node wraps the attempts on ::1 and 127.0.0.1 into an AggregateError without a message.
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const text = inner instanceof Error ? inner.message || inner.name : String(inner);
  return text.split("\n", 1)[0] ?? text;
}
