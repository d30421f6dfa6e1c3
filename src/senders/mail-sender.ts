import { SENDING_SECONDS_MAX } from "../domain/bounds.ts";
import { wordsOf } from "../domain/message.ts";
import type { Sender } from "./sender.ts";

/** Cloudflare's `send_email` binding, of which this is all that we need. */
export interface MailBinding {
  send(mail: { from: string; to: string; subject: string; text: string }): Promise<unknown>;
}

/** Sends mail through Cloudflare, from an address of a domain that the account may send for. */
export function mailSender(binding: MailBinding, from: string): Sender {
  return {
    async send({ to, content }) {
      const late = Promise.withResolvers<never>();
      const error = new Error("the mail binding did not answer in time");
      const timer = setTimeout(() => late.reject(error), SENDING_SECONDS_MAX * 1_000);
      const mail = binding.send({ from, to: to.address, ...wordsOf(content) }).catch(refusal);
      await Promise.race([mail, late.promise]).finally(() => clearTimeout(timer));
    },
  };
}

/** The binding's own words name the address, which no log may hold; its code does not. */
function refusal(error: unknown): never {
  const { code, name } = error as { code?: unknown; name?: unknown };
  throw new Error(`the mail binding refused: ${code ?? name ?? "unknown"}`);
}
