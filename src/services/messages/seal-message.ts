import { sealSecret } from "../../crypto/sealed-secret.ts";
import { CODE_TTL_SECONDS, NOTICE_TTL_SECONDS } from "../../domain/bounds.ts";
import type { Contact } from "../../domain/contact.ts";
import { type MessageId, newId } from "../../domain/ids.ts";
import type { MessageContent, MessageKind } from "../../domain/message.ts";
import type { ServiceContext } from "../context.ts";

/** A message as it is stored: encrypted until it is delivered. */
export interface SealedMessage {
  readonly id: MessageId;
  readonly kind: MessageKind;
  readonly sealed: string;
  /** The message is given up this long after it was stored. */
  readonly ttlSeconds: number;
}

/** The additional authenticated data of a sealed message: it opens in its own row only. */
export function sealingContext(id: MessageId): string {
  // Must not change: stored messages are sealed with it.
  return `outbox message ${id}`;
}

/** Seals one message for each of several contacts. */
export function sealMessages(
  ctx: Pick<ServiceContext, "config" | "nowMs">,
  contacts: readonly Contact[],
  content: MessageContent,
): Promise<SealedMessage[]> {
  return Promise.all(contacts.map((contact) => sealMessage(ctx, contact, content)));
}

/** Seals a message for storage. It is sent only after its row is committed. */
export async function sealMessage(
  { config, nowMs }: Pick<ServiceContext, "config" | "nowMs">,
  { channel, address }: Contact,
  content: MessageContent,
): Promise<SealedMessage> {
  const id = newId("msg", nowMs());
  const secret = new TextEncoder().encode(JSON.stringify({ to: { channel, address }, content }));
  const ttlSeconds = "code" in content ? CODE_TTL_SECONDS : NOTICE_TTL_SECONDS;
  const sealed = await sealSecret(config, secret, sealingContext(id));
  return { id, kind: content.kind, sealed, ttlSeconds };
}
