import { verifiedContactsOf } from "../../../domain/contact.ts";
import type { FactorChange } from "../../../domain/message.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";
import { type SealedMessage, sealMessages } from "../../messages/seal-message.ts";

/**
 * Tells a person, where they are reached, that what proves them is another now: nobody gains or loses a
 * factor in silence. How often is bounded by admitChange. Source: OWASP ASVS 5.0, 6.3.7.
 */
export function sealFactorNotices(
  ctx: Pick<ServiceContext, "config" | "nowMs">,
  user: User,
  change: FactorChange,
): Promise<SealedMessage[]> {
  return sealMessages(ctx, verifiedContactsOf(user), { kind: "factor_changed", change });
}
