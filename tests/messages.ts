import { env } from "cloudflare:workers";
import type { ReceivedMessage } from "../scripts/messages/arrival.ts";

const WAIT_MS = 10;
/** A minute: a busy machine sends late. */
const POLLS_MAX = 6_000;

/** The messages that have arrived at an address so far, oldest first. */
export async function messagesTo(address: string): Promise<ReceivedMessage[]> {
  const { MESSAGE_WEBHOOK_URL } = env as unknown as { MESSAGE_WEBHOOK_URL: string };
  const response = await fetch(`${MESSAGE_WEBHOOK_URL}?to=${encodeURIComponent(address)}`);
  return ((await response.json()) as { data: ReceivedMessage[] }).data;
}

/** Waits until `count` messages have arrived at an address: they are sent after the API's answer. */
export async function waitForMessages(address: string, count: number): Promise<ReceivedMessage[]> {
  for (let polls = 0; polls < POLLS_MAX; polls++) {
    const messages = await messagesTo(address);
    if (messages.length >= count) return messages;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Error(`fewer than ${count} messages arrived at ${address}`);
}

/** The code in the `count`-th message to an address. */
export async function codeSentTo(address: string, count = 1): Promise<string> {
  const message = (await waitForMessages(address, count)).at(count - 1);
  const code = /^\d{8}/.exec(message?.text ?? "")?.[0];
  if (!code) throw new Error(`no code in: ${message?.text}`);
  return code;
}

/** Waits for the first message of a kind at an address, and resolves to its code. */
export async function codeOfKind(address: string, kind: string): Promise<string> {
  for (let polls = 0; polls < POLLS_MAX; polls++) {
    const messages = await messagesTo(address);
    const at = messages.findIndex((message) => message.kind === kind);
    if (at >= 0) return codeSentTo(address, at + 1);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Error(`no ${kind} arrived at ${address}`);
}
