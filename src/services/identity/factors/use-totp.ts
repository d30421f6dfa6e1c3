import { sql } from "drizzle-orm";
import { needsResealing } from "../../../crypto/sealed-secret.ts";
import { totpStepOf } from "../../../crypto/totp.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";
import { type FactorUse, newFactorUse } from "./factor-use.ts";
import { openTotp, sealTotp } from "./sealed-totp.ts";

/**
 * The use of a code of an authenticator app; null when it is not the current code. A code can be
 * used once: the use stores its time step, and a concurrent or later use of that step matches no
 * row. If the secret was sealed with an older key, the use also stores it sealed with the current
 * one. `sealed` is null when no app is enrolled.
 */
export async function useTotp(
  ctx: ServiceContext,
  userId: UserId,
  sealed: string | null,
  code: string,
): Promise<FactorUse | null> {
  if (sealed === null) return null;
  const secret = await openTotp(ctx, userId, sealed);
  const step = totpStepOf(secret, code, ctx.nowMs());
  if (step === null) return null;
  const resealed = needsResealing(ctx.config, sealed)
    ? await sealTotp(ctx, userId, secret)
    : sealed;
  const statement = sql`
    UPDATE totp_factors SET last_used_step = ${step}::bigint, last_used_at = now(),
      sealed_secret = ${resealed}
    WHERE user_id = ${userId} AND sealed_secret = ${sealed} AND last_used_step < ${step}::bigint`;
  return newFactorUse(ctx, {
    userId,
    method: "totp",
    challenge: null,
    statement,
    refused: "second_factor_refused",
  });
}
