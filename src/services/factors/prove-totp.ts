import { and, eq, isNotNull, sql } from "drizzle-orm";
import { needsResealing } from "../../crypto/sealed-secret.ts";
import { totpStepOf } from "../../crypto/totp.ts";
import { lockUser } from "../../db/lock-user.ts";
import { totpFactors } from "../../db/schema/index.ts";
import { newId, type UserId } from "../../domain/ids.ts";
import type { ServiceContext } from "../context.ts";
import { openTotp, sealTotp } from "./sealed-totp.ts";

/**
 * Whether the code is right now, and was not used before: of two uses at once one writes the step down,
 * and the other finds it there. A secret that was sealed by an older key is sealed anew on the way.
 */
export async function proveTotp(
  ctx: ServiceContext,
  userId: UserId,
  code: string,
): Promise<boolean> {
  const [factor] = await ctx.db
    .select({ sealed: totpFactors.sealedSecret })
    .from(totpFactors)
    .where(and(eq(totpFactors.userId, userId), isNotNull(totpFactors.confirmedAt)));
  if (!factor) return false;
  const secret = await openTotp(ctx, userId, factor.sealed);
  const step = totpStepOf(secret, code, ctx.nowMs());
  if (step === null) return false;
  const sealed = needsResealing(ctx.config, factor.sealed)
    ? await sealTotp(ctx, userId, secret)
    : factor.sealed;
  return useStep(ctx, userId, { read: factor.sealed, sealed, step });
}

async function useStep(
  { db, nowMs }: ServiceContext,
  userId: UserId,
  { read, sealed, step }: { read: string; sealed: string; step: number },
): Promise<boolean> {
  const now = nowMs();
  const at = new Date(now).toISOString();
  const use = sql`
    WITH used AS (
      UPDATE totp_factors SET last_used_step = ${step}::bigint, last_used_at = ${at}::timestamptz,
        sealed_secret = ${sealed}
      WHERE user_id = ${userId} AND sealed_secret = ${read} AND last_used_step < ${step}::bigint
      RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, details, created_at)
      SELECT ${newId("aud", now)}::uuid, 'second_factor_proven', user_id,
        '{"method": "totp"}'::jsonb, ${at}::timestamptz FROM used
    )
    SELECT user_id FROM used`;
  const [, { rows }] = await db.batch([db.execute(lockUser(userId)), db.execute(use)]);
  return rows.length === 1;
}
