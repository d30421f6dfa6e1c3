import { verifiedContactsOf } from "../../../domain/contact.ts";
import type { FactorChange } from "../../../domain/message.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";
import { type SealedMessage, sealMessages } from "../../messages/seal-message.ts";

/**
 * Seals notices of a changed factor to all verified contacts of a user, so that no factor is added
 * or removed without their knowledge. countedChange bounds how many are sent. Source: OWASP ASVS
 * 5.0, 6.3.7.
 */
export function sealFactorNotices(
  ctx: Pick<ServiceContext, "config" | "nowMs">,
  user: User,
  change: FactorChange,
): Promise<SealedMessage[]> {
  return sealMessages(ctx, verifiedContactsOf(user), { kind: "factor_changed", change });
}
