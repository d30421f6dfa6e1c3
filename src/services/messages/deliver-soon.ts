import { faultOf } from "../../db/postgres-error.ts";
import { logLine } from "../../log/log-line.ts";
import type { ServiceContext } from "../context.ts";
import { deliverMessages } from "./deliver-messages.ts";
import type { SealedMessage } from "./seal-message.ts";

/**
 * Tries messages whose rows are committed, once the answer has left: how long it took tells nobody
 * whether there was one. What fails here the job does later.
 */
export function deliverSoon(ctx: ServiceContext, messages: readonly SealedMessage[]): void {
  if (messages.length === 0) return;
  const ids = messages.map(({ id }) => id);
  const delivery = deliverMessages(ctx, ids).then(() => {});
  const fault = (error: unknown) => {
    console.warn(logLine("messages_left_to_the_job", { fault: faultOf(error) }));
  };
  ctx.later(delivery.catch(fault));
}
