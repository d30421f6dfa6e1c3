import { verifiedContactsOf } from "../../domain/contact.ts";
import type { FactorChange } from "../../domain/message.ts";
import type { Origin } from "../../domain/origin.ts";
import type { User } from "../../domain/user.ts";
import { admitSending } from "../contacts/admit-sending.ts";
import type { ServiceContext } from "../context.ts";
import { type SealedMessage, sealMessage } from "../outbox/seal-message.ts";

/**
 * Tells a person, where they are reached, that what proves them is another now: nobody gains or loses a
 * factor in silence. What is told too often waits, like other notices. Source: OWASP ASVS 5.0, 6.3.7.
 */
export async function noticesOfFactor(
  ctx: ServiceContext,
  user: User,
  change: FactorChange,
  origin: Origin,
): Promise<SealedMessage[]> {
  const notices: SealedMessage[] = [];
  for (const contact of verifiedContactsOf(user)) {
    const admitted = await admitSending(ctx, `notice to ${user.id}`, contact, origin);
    if (!admitted.ok) continue;
    notices.push(await sealMessage(ctx, contact, { kind: "factor_changed", change }));
  }
  return notices;
}
