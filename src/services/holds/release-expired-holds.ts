import { sql } from "drizzle-orm";
import { SWEPT_WALLETS_AT_ONCE, SWEPT_WALLETS_MAX } from "../../domain/bounds.ts";
import type { WalletId } from "../../domain/ids.ts";
import type { ServiceContext } from "../context.ts";

/**
 * Ends the holds whose time has passed and that no alarm has ended, each through the object of its
 * payer's wallet. Returns how many ended. A wallet that does not answer is left to the next run.
 */
export async function releaseExpiredHolds(
  ctx: Pick<ServiceContext, "db" | "wallets">,
): Promise<number> {
  const tried: WalletId[] = [];
  let ended = 0;
  while (tried.length < SWEPT_WALLETS_MAX) {
    const walletIds = await nextWallets(ctx, tried);
    const outcomes = await Promise.all(
      walletIds.map((walletId) =>
        ctx.wallets.submit(walletId, { kind: "release_expired_holds", walletId }),
      ),
    );
    for (const outcome of outcomes) ended += outcome.kind === "released" ? outcome.holds : 0;
    tried.push(...walletIds);
    if (walletIds.length < SWEPT_WALLETS_AT_ONCE) break;
  }
  return ended;
}

async function nextWallets(
  { db }: Pick<ServiceContext, "db">,
  tried: readonly WalletId[],
): Promise<WalletId[]> {
  const { rows } = await db.execute<{ from_wallet_id: WalletId }>(sql`
    SELECT from_wallet_id FROM holds
    WHERE state = 'open' AND expires_at <= now()
      AND from_wallet_id <> ALL (${sql.param(tried)}::uuid[])
    GROUP BY from_wallet_id ORDER BY min(expires_at) LIMIT ${SWEPT_WALLETS_AT_ONCE}::int`);
  return rows.map((row) => row.from_wallet_id);
}
