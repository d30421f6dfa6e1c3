import { eq } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { wallets } from "../../../db/schema/index.ts";
import { newId, type UserId, type WalletId } from "../../../domain/ids.ts";
import { type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";

/** Selects the owner of a wallet; no row when the wallet does not exist. */
export function selectOwner(db: HttpDatabase, walletId: WalletId) {
  return db.select({ ownerId: wallets.ownerId }).from(wallets).where(eq(wallets.id, walletId));
}

/**
 * Refuses a wallet that is not the caller's: `wallet_not_found`, whether it exists or not. If it
 * exists, the ownership violation is recorded in the caller's audit log.
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

/** Records that the caller named a wallet of another user. */
export async function recordOwnershipRefused(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { userId }: Caller,
  walletId: WalletId,
): Promise<void> {
  await db.execute(
    auditEvent({ id: newId("aud", nowMs()), type: "ownership_refused", userId, walletId }),
  );
}
