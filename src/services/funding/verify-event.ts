import { isRecent, isSigned, type ReceivedWebhook } from "../../crypto/webhook-signature.ts";
import type { ServiceContext } from "../context.ts";

/** Whether the time of a signature, in seconds as text, is near the service's clock. */
export function isRecentEvent(
  { nowMs }: Pick<ServiceContext, "nowMs">,
  timestamp: string,
): boolean {
  return isRecent(timestamp, nowMs());
}

/** Whether the provider has signed exactly this, under a secret that this service has. */
export function isSignedByProvider(
  { config }: Pick<ServiceContext, "config">,
  received: ReceivedWebhook,
): boolean {
  return isSigned(config.funding.webhookSecrets, received);
}
