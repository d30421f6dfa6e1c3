import { sql } from "drizzle-orm";
import type { PasskeyId } from "../../domain/ids.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type RemoveFactorRefusal, removeFactor } from "./factors/remove-factor.ts";

/**
 * Removes one of the caller's passkeys and erases its public key, so that it can no longer log in.
 */
export function removePasskey(
  ctx: ServiceContext,
  caller: Caller,
  id: PasskeyId,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  return removeFactor(ctx, caller, sql`passkeys WHERE id = ${id}`, "passkey_removed");
}
