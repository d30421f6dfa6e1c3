/** A server in a process of its own. */
export interface ServedProcess {
  /** Origin, without a slash at its end. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ServedWorker extends ServedProcess {
  /** Where its Durable Objects' files lie until it stops; null when their storage is in memory. */
  readonly objectsFolder: string | null;
}
