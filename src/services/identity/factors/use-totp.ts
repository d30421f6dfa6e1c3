import { sql } from "drizzle-orm";
import { needsResealing } from "../../../crypto/sealed-secret.ts";
import { totpStepOf } from "../../../crypto/totp.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";
import { type FactorUse, newFactorUse } from "./factor-use.ts";
import { openTotp, sealTotp } from "./sealed-totp.ts";

/**
 * The use of an app's code that is right now; null of one that is not. It counts once: of two uses at once
 * one writes the step down, and the other finds it there. A secret that was sealed by an older key is sealed
 * again on the way. `sealed` is null where no app is enrolled.
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
  return newFactorUse(ctx, { userId, method: "totp", statement, refused: "second_factor_refused" });
}
