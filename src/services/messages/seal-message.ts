import { sealSecret } from "../../crypto/sealed-secret.ts";
import { CODE_TTL_SECONDS, NOTICE_TTL_SECONDS } from "../../domain/bounds.ts";
import type { Contact } from "../../domain/contact.ts";
import { type MessageId, newId } from "../../domain/ids.ts";
import type { MessageContent, MessageKind } from "../../domain/message.ts";
import type { ServiceContext } from "../context.ts";

/** A message as the outbox keeps it. */
export interface SealedMessage {
  readonly id: MessageId;
  readonly kind: MessageKind;
  readonly sealed: string;
  /** How long it is worth delivering. */
  readonly ttlSeconds: number;
}

/** What binds a sealed message to its row. */
export function boundTo(id: MessageId): string {
  return `outbox message ${id}`;
}

/** The same message to several contacts. */
export function sealMessages(
  ctx: Pick<ServiceContext, "config" | "nowMs">,
  contacts: readonly Contact[],
  content: MessageContent,
): Promise<SealedMessage[]> {
  return Promise.all(contacts.map((contact) => sealMessage(ctx, contact, content)));
}

/** Makes a message ready for the outbox; nothing is sent before its row is committed. */
export async function sealMessage(
  { config, nowMs }: Pick<ServiceContext, "config" | "nowMs">,
  { channel, address }: Contact,
  content: MessageContent,
): Promise<SealedMessage> {
  const id = newId("msg", nowMs());
  const secret = new TextEncoder().encode(JSON.stringify({ to: { channel, address }, content }));
  const ttlSeconds = "code" in content ? CODE_TTL_SECONDS : NOTICE_TTL_SECONDS;
  const sealed = await sealSecret(config, secret, boundTo(id));
  return { id, kind: content.kind, sealed, ttlSeconds };
}
