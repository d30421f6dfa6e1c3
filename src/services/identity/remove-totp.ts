import { sql } from "drizzle-orm";
import type { Outcome } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type RemoveFactorRefusal, removeFactor } from "./factors/remove-factor.ts";

/** Removes the caller's authenticator app and erases its secret; see removeFactor. */
export function removeTotp(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  return removeFactor(
    ctx,
    caller,
    sql`totp_factors WHERE confirmed_at IS NOT NULL`,
    "totp_removed",
  );
}
