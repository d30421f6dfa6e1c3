import { sql } from "drizzle-orm";
import { openSecret } from "../../crypto/sealed-secret.ts";
import { faultOf } from "../../db/postgres-error.ts";
import type { MessageId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message.ts";
import { logLine } from "../../log/log-line.ts";
import type { ServiceContext } from "../context.ts";
import { type ClaimedMessage, claimMessages } from "./claim-messages.ts";
import { sealingContext } from "./seal-message.ts";

type Context = Pick<ServiceContext, "config" | "db" | "sender" | "nowMs">;

/**
 * Sends due messages: those of `among`, or any. Returns how many it claimed. Delivery is at least
 * once; a message has the same id at every attempt, so that the receiver can drop a repeated one.
 */
export async function deliverMessages(
  ctx: Context,
  among: readonly MessageId[] | null = null,
): Promise<number> {
  const claimed = await claimMessages(ctx, among);
  await Promise.all(claimed.map((message) => deliver(ctx, message)));
  return claimed.length;
}

async function deliver(ctx: Context, { id, kind, sealed, attempts }: ClaimedMessage) {
  if (sealed === null) {
    console.error(logLine("message_given_up", { message_id: id, kind, attempts }));
    return;
  }
  try {
    const opened = new TextDecoder().decode(
      await openSecret(ctx.config, sealed, sealingContext(id)),
    );
    const { to, content } = JSON.parse(opened) as Pick<Message, "to" | "content">;
    await ctx.sender.send({ id, to, content });
    await ctx.db.execute(sql`
      UPDATE messages SET status = 'delivered', sealed = NULL
      WHERE id = ${id} AND status = 'waiting'`);
  } catch (error) {
    // The claim has set the next due_at, so the message is tried again.
    const facts = { message_id: id, kind, attempts, fault: faultOf(error) };
    console.warn(logLine("message_not_delivered", facts));
  }
}
