import { asc, eq } from "drizzle-orm";
import { wallets } from "../../db/schema/index.ts";
import type { Busy, Faulty, Unknown, WalletAddress } from "../../domain/command.ts";
import { type CurrencyCode, DEFAULT_CURRENCY } from "../../domain/currency.ts";
import type { WalletId } from "../../domain/ids.ts";
import { type Refused, refuse } from "../../domain/outcome.ts";
import type { Config } from "../../env.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { WalletCache } from "./wallet-cache.ts";

const known = new WeakMap<Config, WalletCache>();

/** This isolate's cache of the wallets of one deployment. */
export function walletCache(config: Config): WalletCache {
  const found = known.get(config) ?? new WalletCache();
  known.set(config, found);
  return found;
}

/**
 * The wallet whose object a command of the caller goes through: the caller's wallet that it debits
 * (a deposit: credits). It comes from the access token or the cache, otherwise from one read. A
 * command that names a wallet of another user goes through an object of the caller's own, and the
 * ledger refuses it: no payment can fill the queue of another user's wallet, and no object is made
 * for a wallet that does not exist. (A change of a hold goes through the payer's wallet: see
 * change-hold.ts.) A phone is the caller's own or the ledger refuses it, so it means the default
 * wallet. Null: the caller has no wallet.
 */
export async function routeCommand(
  ctx: Pick<ServiceContext, "config" | "db">,
  caller: Caller,
  own: WalletAddress,
  currency: CurrencyCode,
): Promise<WalletId | null> {
  const found = cachedRoute(walletCache(ctx.config), caller, own, currency);
  if (found) return found;
  const rows = await readWallets(ctx, caller);
  const named = rows.find(({ id, ...row }) =>
    own.by === "id" ? id === own.walletId : row.isDefault && row.currency === currency,
  );
  return named?.id ?? anyOwnWallet(caller, rows);
}

/** The wallet for a command about the caller's account: their default one, else their oldest. */
export async function routeForAccount(
  ctx: Pick<ServiceContext, "config" | "db">,
  caller: Caller,
): Promise<WalletId | null> {
  return anyOwnWallet(caller, caller.defaultWalletId ? [] : await readWallets(ctx, caller));
}

function cachedRoute(
  wallets: WalletCache,
  { userId, defaultWalletId }: Caller,
  own: WalletAddress,
  currency: CurrencyCode,
): WalletId | null {
  if (own.by === "id") {
    const isOwn = own.walletId === defaultWalletId || wallets.isOwner(userId, own.walletId);
    return isOwn ? own.walletId : null;
  }
  const claimed = currency === DEFAULT_CURRENCY ? defaultWalletId : null;
  return wallets.defaultWallet(userId, currency) ?? claimed;
}

interface OwnWallet {
  readonly id: WalletId;
  readonly currency: CurrencyCode;
  readonly isDefault: boolean;
}

async function readWallets(
  { config, db }: Pick<ServiceContext, "config" | "db">,
  { userId }: Caller,
): Promise<OwnWallet[]> {
  const rows = await db
    .select({ id: wallets.id, currency: wallets.currency, isDefault: wallets.isDefault })
    .from(wallets)
    .where(eq(wallets.ownerId, userId))
    .orderBy(asc(wallets.id));
  const remembered = walletCache(config);
  for (const { id, currency, isDefault } of rows) {
    remembered.rememberOwner(userId, id);
    if (isDefault) remembered.rememberDefault(userId, currency, id);
  }
  return rows;
}

const anyOwnWallet = ({ defaultWalletId }: Caller, rows: readonly OwnWallet[]): WalletId | null =>
  defaultWalletId ?? rows[0]?.id ?? null;

/**
 * The refusal for a command without a decision of the ledger; throws when Postgres refused the
 * command.
 */
export function notPosted(
  outcome: Busy | Unknown | Faulty,
): Refused<"service_busy" | "outcome_unknown"> {
  if (outcome.kind === "faulty") throw new Error(`the ledger refused a command: ${outcome.fault}`);
  return refuse(outcome.kind === "busy" ? "service_busy" : "outcome_unknown");
}
