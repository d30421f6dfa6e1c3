import { asc, eq } from "drizzle-orm";
import { sessions, users, wallets } from "../../db/schema/index.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Wallet } from "../../domain/wallet.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { isLive } from "../sessions/live-session.ts";
import { walletOf } from "./wallet-row.ts";

/**
 * Every wallet of the caller, oldest first; WALLETS_PER_USER_MAX bounds the list. One statement, with the
 * session check in it.
 */
export async function listWallets(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<Wallet[], "session_ended">> {
  // The session's row comes with each wallet, and alone where there is none.
  const rows = await ctx.db
    .select({ wallet: wallets })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(wallets, eq(wallets.ownerId, users.id))
    .where(isLive(caller))
    .orderBy(asc(wallets.id));
  if (rows.length === 0) return refuse("session_ended");
  return done(rows.flatMap(({ wallet }) => (wallet ? [walletOf(wallet, ctx.nowMs())] : [])));
}
