// A message of the webhook, and its arrival.

/** One message as the webhook delivers it. */
export interface ReceivedMessage {
  readonly id: string;
  readonly channel: "phone" | "email";
  readonly to: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

/** A message and its arrival: Unix time in milliseconds. */
export interface MessageArrival {
  readonly message: ReceivedMessage;
  readonly atMs: number;
}
