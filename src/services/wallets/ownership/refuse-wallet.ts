import { eq } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { wallets } from "../../../db/schema/index.ts";
import { newId, type UserId, type WalletId } from "../../../domain/ids.ts";
import { type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller } from "../../caller.ts";
import type { ServiceContext } from "../../context.ts";

/** Whose wallet it is; no row when there is none. */
export function selectOwner(db: HttpDatabase, walletId: WalletId) {
  return db.select({ ownerId: wallets.ownerId }).from(wallets).where(eq(wallets.id, walletId));
}

/**
 * Answers for a wallet that is not the caller's as for one that nobody has; that somebody tried to
 * read another's is kept in the audit trail.
 */
export async function refuseWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  found: { readonly ownerId: UserId | null } | undefined,
): Promise<Outcome<never, "wallet_not_found">> {
  if (found) await recordOwnershipRefused(ctx, caller, walletId);
  return refuse("wallet_not_found");
}

/** Writes down that the caller reached for a wallet that is somebody else's. */
export async function recordOwnershipRefused(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { userId }: Caller,
  walletId: WalletId,
): Promise<void> {
  await db.execute(
    auditEvent({ id: newId("aud", nowMs()), type: "ownership_refused", userId, walletId }),
  );
}
