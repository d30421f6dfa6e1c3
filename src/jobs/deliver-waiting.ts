import { MESSAGE_ROUNDS_MAX, MESSAGES_AT_ONCE } from "../domain/limits.ts";
import type { ServiceContext } from "../services/context.ts";
import { deliverMessages } from "../services/outbox/deliver-messages.ts";

/** Delivers the messages that are due; what one run leaves, the next one takes. Answers how many it tried. */
export async function deliverWaiting(ctx: ServiceContext): Promise<number> {
  let total = 0;
  for (let round = 0; round < MESSAGE_ROUNDS_MAX; round++) {
    const count = await deliverMessages(ctx);
    total += count;
    if (count < MESSAGES_AT_ONCE) break;
  }
  return total;
}
