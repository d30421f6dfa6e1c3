import { sql } from "drizzle-orm";
import { recoveryCodeHash } from "../../../crypto/recovery-code.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";
import { type FactorUse, newFactorUse } from "./factor-use.ts";

/**
 * The use of a recovery code; null when the text cannot be one. The use deletes the code, so only
 * one of several concurrent uses succeeds.
 */
export function useRecoveryCode(
  ctx: Pick<ServiceContext, "nowMs">,
  userId: UserId,
  code: string,
): FactorUse | null {
  const hash = recoveryCodeHash(code);
  if (!hash) return null;
  return newFactorUse(ctx, {
    userId,
    method: "recovery_code",
    challenge: null,
    statement: sql`
      DELETE FROM recovery_codes WHERE hash = decode(${hash}, 'hex') AND user_id = ${userId}`,
    refused: "second_factor_refused",
  });
}
