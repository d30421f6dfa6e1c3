/** A server in a process of its own. */
export interface ServedProcess {
  /** Origin, without a slash at its end. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}
