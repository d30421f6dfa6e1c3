import { sql } from "drizzle-orm";
import { openSecret } from "../../crypto/sealed-secret.ts";
import { faultOf } from "../../db/postgres-error.ts";
import type { MessageId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message.ts";
import { logLine } from "../../log/log-line.ts";
import type { ServiceContext } from "../context.ts";
import { type ClaimedMessage, claimMessages } from "./claim-messages.ts";
import { boundTo } from "./seal-message.ts";

type Context = Pick<ServiceContext, "config" | "db" | "sender" | "nowMs">;

/**
 * Delivers some messages that are due, those among `among` or any; answers how many it took up. Each is
 * delivered at least once: its id is the same at every try.
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
    const opened = new TextDecoder().decode(await openSecret(ctx.config, sealed, boundTo(id)));
    const { to, content } = JSON.parse(opened) as Pick<Message, "to" | "content">;
    await ctx.sender.send({ id, to, content });
    await ctx.db.execute(sql`
      UPDATE outbox_messages SET status = 'delivered', sealed = NULL
      WHERE id = ${id} AND status = 'waiting'`);
  } catch (error) {
    // The row comes due again by itself.
    const facts = { message_id: id, kind, attempts, fault: faultOf(error) };
    console.warn(logLine("message_not_delivered", facts));
  }
}
