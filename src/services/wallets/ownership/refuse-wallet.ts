import { eq, sql } from "drizzle-orm";
import { atMostEachHour, auditEvent } from "../../../db/audit-event.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { wallets } from "../../../db/schema/index.ts";
import { OWNERSHIP_REFUSED_PER_HOUR_MAX } from "../../../domain/bounds.ts";
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

/**
 * Records that the caller named a wallet of another user: at most once an hour for each wallet, and
 * OWNERSHIP_REFUSED_PER_HOUR_MAX times an hour for all.
 */
export async function recordOwnershipRefused(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { userId }: Caller,
  walletId: WalletId,
): Promise<void> {
  await db.execute(
    auditEvent({
      id: newId("aud", nowMs()),
      type: "ownership_refused",
      userId,
      walletId,
      where: sql`${atMostEachHour("ownership_refused", userId, 1, walletId)}
        AND ${atMostEachHour("ownership_refused", userId, OWNERSHIP_REFUSED_PER_HOUR_MAX)}`,
    }),
  );
}
