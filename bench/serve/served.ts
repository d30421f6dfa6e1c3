/** A server in its own process. */
export interface ServedProcess {
  /** The origin, without a trailing slash. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ServedWorker extends ServedProcess {
  /** The folder of its Durable Objects' files until it stops; null when their storage is in memory. */
  readonly objectsFolder: string | null;
}
