import { asc, eq } from "drizzle-orm";
import { wallets } from "../../db/schema/index.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Wallet } from "../../domain/wallet.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { readAs } from "../sessions/read-as.ts";
import { walletOf } from "./wallet-row.ts";

/** Every wallet of the caller, oldest first; WALLETS_PER_USER_MAX bounds the list. */
export async function listWallets(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<Wallet[], "session_ended">> {
  const read = await readAs(ctx, caller, (db) => [
    db.select().from(wallets).where(eq(wallets.ownerId, caller.userId)).orderBy(asc(wallets.id)),
  ]);
  return read.ok ? done(read.value[0].map((row) => walletOf(row, ctx.nowMs()))) : read;
}
