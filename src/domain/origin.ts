/** Where a request comes from, as the edge saw it; no address in it reaches the books in plain. */
export interface Origin {
  /** See networkOf. */
  readonly network: string;
  /** The client in a few words: "Chrome on Android"; null when it did not say. */
  readonly device: string | null;
  /** City and country, ISO 3166-1: "Sanaa, YE"; null where the edge does not know. */
  readonly place: string | null;
}
