import { eq } from "drizzle-orm";
import { users, wallets } from "../../db/schema/index.ts";
import { walletColumns, walletOf } from "../../db/wallet-row.ts";
import type { UserId, WalletId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Wallet } from "../../domain/wallet.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { refuseWallet } from "./ownership/refuse-wallet.ts";

export interface WalletDetails {
  readonly wallet: Wallet;
  readonly owner: { readonly id: UserId; readonly username: string };
}

/**
 * A wallet of the caller with its owner. Another user's is refused as unknown, and the attempt is
 * recorded.
 */
export async function readWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
): Promise<Outcome<WalletDetails, "session_ended" | "wallet_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db
      .select({ wallet: walletColumns, username: users.username })
      .from(wallets)
      .leftJoin(users, eq(users.id, wallets.ownerId))
      .where(eq(wallets.id, walletId)),
  ]);
  if (!read.ok) return read;
  const [found] = read.value[0];
  if (found?.wallet.ownerId !== caller.userId) {
    return refuseWallet(ctx, caller, walletId, found?.wallet);
  }
  return done({
    wallet: walletOf(found.wallet, ctx.nowMs()),
    owner: { id: caller.userId, username: found.username ?? "" },
  });
}
