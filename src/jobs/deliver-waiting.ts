import { MESSAGE_ROUNDS_MAX, MESSAGES_AT_ONCE } from "../domain/limits.ts";
import { readConfig } from "../env.ts";
import { serviceContext } from "../services/context.ts";
import { deliverMessages } from "../services/outbox/deliver-messages.ts";

/** Delivers the messages that are due; what one run leaves, the next one takes. */
export async function deliverWaiting(env: Env): Promise<void> {
  const ctx = serviceContext(env, readConfig(env));
  for (let round = 0; round < MESSAGE_ROUNDS_MAX; round++) {
    if ((await deliverMessages(ctx)) < MESSAGES_AT_ONCE) break;
  }
}
