import { signatureHeaders } from "../crypto/webhook-signature.ts";
import { SENDING_SECONDS_MAX } from "../domain/bounds.ts";

export interface PayoutSettings {
  readonly payoutUrl: string;
  readonly payoutSecret: string;
}

/** What the provider needs to pay out. Its id is the same at each attempt. */
export interface Payout {
  readonly id: string;
  readonly reference: string;
  /** Decimal, in major units. */
  readonly amount: string;
  readonly currency: string;
  readonly payee: { readonly user_id: string; readonly phone: string | null };
  readonly created_at: string;
}

/**
 * Hands one payout to the provider, signed: one attempt of at most SENDING_SECONDS_MAX. The
 * Idempotency-Key is the payout's id, so that an attempt whose answer was lost is not paid twice.
 * Throws unless the provider has accepted it (2xx).
 */
export async function sendPayout(
  { payoutUrl, payoutSecret }: PayoutSettings,
  payout: Payout,
  nowMs: number,
): Promise<void> {
  const body = JSON.stringify(payout);
  const timestamp = Math.floor(nowMs / 1_000);
  const signed = signatureHeaders(payoutSecret, { id: payout.id, timestamp, body });
  const response = await fetch(payoutUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": payout.id, ...signed },
    body,
    // Only the settings choose the receiver: a redirect is not followed.
    redirect: "manual",
    signal: AbortSignal.timeout(SENDING_SECONDS_MAX * 1_000),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
}
