import { openSecret, sealSecret } from "../../../crypto/sealed-secret.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

/** Whose secret it is stands in the seal: in another person's row it does not open. */
const purposeOf = (userId: UserId) => `totp ${userId}`;

/** Seals an authenticator app's secret for its person's row. */
export function sealTotp(
  { config }: Pick<ServiceContext, "config">,
  userId: UserId,
  secret: Uint8Array,
): Promise<string> {
  return sealSecret(config, secret, purposeOf(userId));
}

/** Opens what sealTotp sealed. */
export function openTotp(
  { config }: Pick<ServiceContext, "config">,
  userId: UserId,
  sealed: string,
): Promise<Uint8Array> {
  return openSecret(config, sealed, purposeOf(userId));
}
