import {
  DELETE_BATCH_ROWS,
  DELETE_BATCHES_MAX,
  MESSAGE_ROUNDS_MAX,
  MESSAGES_AT_ONCE,
} from "../domain/bounds.ts";
import type { ServiceContext } from "../services/context.ts";
import { deliverMessages } from "../services/messages/deliver-messages.ts";

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

/** Batch after batch until one is not full, DELETE_BATCHES_MAX of them at most; answers how many rows. */
export async function untilDone(batch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let round = 0; round < DELETE_BATCHES_MAX; round++) {
    const count = await batch();
    total += count;
    if (count < DELETE_BATCH_ROWS) break;
  }
  return total;
}
