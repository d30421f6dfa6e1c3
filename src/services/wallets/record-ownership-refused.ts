import { auditEvents } from "../../db/schema/index.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";

/** Writes down that the caller reached for a wallet that is somebody else's. */
export async function recordOwnershipRefused(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  { userId }: Caller,
  walletId: WalletId,
): Promise<void> {
  const now = nowMs();
  await db.insert(auditEvents).values({
    id: newId("aud", now),
    type: "ownership_refused",
    userId,
    walletId,
    createdAt: new Date(now),
  });
}
