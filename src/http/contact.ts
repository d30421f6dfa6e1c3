import type { Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { Config } from "../env.ts";
import { readPhone } from "./phone.ts";

interface Named {
  readonly phone?: string | undefined;
  readonly email?: Email | undefined;
}

/** The one contact that a body named, a phone read in this deployment's country. */
export function readContact(config: Config, { phone, email }: Named): Contact {
  if (phone !== undefined) return { channel: "phone", address: readPhone(config, phone) };
  if (email !== undefined) return { channel: "email", address: email };
  throw new Error("a body that names no contact passed its schema");
}
