import type { Message } from "../domain/message.ts";

/** Takes messages out of the house. Rejects when the other side did not take one: it is tried again. */
export interface Sender {
  send(message: Message): Promise<void>;
}
