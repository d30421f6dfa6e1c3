import { faultOf } from "../../db/postgres-error.ts";
import { logLine } from "../../log/log-line.ts";
import type { ServiceContext } from "../context.ts";
import { deliverMessages } from "./deliver-messages.ts";
import type { SealedMessage } from "./seal-message.ts";

/**
 * Sends messages whose rows are committed, after the response was sent: the response time must not
 * show whether there was a message. The minute job retries those that fail here.
 */
export function deliverSoon(
  ctx: ServiceContext,
  messages: readonly Pick<SealedMessage, "id">[],
): void {
  if (messages.length === 0) return;
  const ids = messages.map(({ id }) => id);
  const delivery = deliverMessages(ctx, ids).then(() => {});
  const fault = (error: unknown) => {
    console.warn(logLine("messages_left_to_the_job", { fault: faultOf(error) }));
  };
  ctx.later(delivery.catch(fault));
}
