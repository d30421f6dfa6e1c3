import { asc, eq, sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import { sessions, users, wallets } from "../../db/schema/index.ts";
import { walletColumns, walletOf } from "../../db/wallet-row.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Wallet } from "../../domain/wallet.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { isActiveSessionOf } from "../identity/sessions/session-conditions.ts";

/**
 * Built once per database: Drizzle takes longer to build this statement than to read its result.
 */
const prepared = new WeakMap<HttpDatabase, ReturnType<typeof prepare>>();

// A left join: without a wallet there is still one row, which shows that the session is active.
function prepare(db: HttpDatabase) {
  const caller = { userId: sql.placeholder("user"), sessionId: sql.placeholder("session") };
  return db
    .select({ wallet: walletColumns })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(wallets, eq(wallets.ownerId, users.id))
    .where(isActiveSessionOf(caller))
    .orderBy(asc(wallets.id))
    .prepare("list_wallets");
}

/**
 * All wallets of the caller, oldest first; closed ones too: at most WALLETS_EVER_PER_USER_MAX. One
 * statement, which also checks the session.
 */
export async function listWallets(
  ctx: ServiceContext,
  { userId, sessionId }: Caller,
): Promise<Outcome<Wallet[], "session_ended">> {
  const statement = prepared.get(ctx.db) ?? prepare(ctx.db);
  prepared.set(ctx.db, statement);
  const rows = await statement.execute({ user: userId, session: sessionId });
  if (rows.length === 0) return refuse("session_ended");
  return done(rows.flatMap(({ wallet }) => (wallet ? [walletOf(wallet, ctx.nowMs())] : [])));
}
