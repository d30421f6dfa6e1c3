import { openSecret, sealSecret } from "../../../crypto/sealed-secret.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

/** Names the user, so that a secret copied to another user's row cannot be decrypted. */
const purposeOf = (userId: UserId) => `totp ${userId}`;

/** Encrypts the secret of a user's authenticator app. */
export function sealTotp(
  { config }: Pick<ServiceContext, "config">,
  userId: UserId,
  secret: Uint8Array,
): Promise<string> {
  return sealSecret(config, secret, purposeOf(userId));
}

/** Decrypts a secret that sealTotp has encrypted. Throws as openSecret does. */
export function openTotp(
  { config }: Pick<ServiceContext, "config">,
  userId: UserId,
  sealed: string,
): Promise<Uint8Array> {
  return openSecret(config, sealed, purposeOf(userId));
}
