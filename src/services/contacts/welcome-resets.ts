import type { SQL } from "drizzle-orm";
import type { Contact } from "../../domain/contact.ts";
import type { Origin } from "../../domain/origin.ts";
import type { ServiceContext } from "../context.ts";
import { knowSources } from "../guessing/know-sources.ts";
import { sendingGuess } from "./admit-sending.ts";

/**
 * A statement that remembers that a contact's own person was at this network: strangers who ask elsewhere
 * for resets of their password do not make them wait here. What was sent there stays counted, for each
 * message costs, also one to a phone of one's own.
 */
export function welcomeResets(
  ctx: Pick<ServiceContext, "config">,
  contact: Contact,
  { network }: Pick<Origin, "network">,
): SQL {
  return knowSources(ctx, [sendingGuess("password_reset", contact, { network })]);
}
