import { sql } from "drizzle-orm";
import type { PasskeyId } from "../../domain/ids.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type RemoveFactorRefusal, removeFactor } from "../factors/remove-factor.ts";

/** Removes one of the caller's passkeys: its public key is erased, so that it opens nothing more. */
export function removePasskey(
  ctx: ServiceContext,
  caller: Caller,
  id: PasskeyId,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  return removeFactor(ctx, caller, sql`passkeys WHERE id = ${id}`, "passkey_removed");
}
