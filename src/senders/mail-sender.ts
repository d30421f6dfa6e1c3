import { SENDING_SECONDS_MAX } from "../domain/bounds.ts";
import { messageText, type Sender } from "../domain/message.ts";

/** The part of Cloudflare's `send_email` binding that the sender uses. */
export interface MailBinding {
  send(mail: { from: string; to: string; subject: string; text: string }): Promise<unknown>;
}

/**
 * Sends mail through Cloudflare. `from` must belong to a domain that the Cloudflare account may
 * send for.
 */
export function mailSender(binding: MailBinding, from: string): Sender {
  return {
    async send({ to, content }) {
      const late = Promise.withResolvers<never>();
      const error = new Error("the mail binding did not answer in time");
      const timer = setTimeout(() => late.reject(error), SENDING_SECONDS_MAX * 1_000);
      const mail = binding.send({ from, to: to.address, ...messageText(content) }).catch(refusal);
      await Promise.race([mail, late.promise]).finally(() => clearTimeout(timer));
    },
  };
}

/** Keeps only the error's code: its message can contain the address, which must not be logged. */
function refusal(error: unknown): never {
  const { code, name } = error as { code?: unknown; name?: unknown };
  throw new Error(`the mail binding refused: ${code ?? name ?? "unknown"}`);
}
