// The outcomes of a command that the ledger did not decide.

/**
 * No effect: a queue was full, or the command's deadline passed before it was sent to be committed.
 */
export interface Busy {
  readonly kind: "busy";
}
/**
 * The deadline passed before it was known whether the commit succeeded. A repeat of the command
 * finds out.
 */
export interface Unknown {
  readonly kind: "unknown";
}
/** No effect: Postgres refuses this command each time, or the service's code failed on it. */
export interface Faulty {
  readonly kind: "faulty";
  readonly fault: string;
}
