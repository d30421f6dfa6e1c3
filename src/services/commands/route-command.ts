import { asc, eq } from "drizzle-orm";
import { wallets } from "../../db/schema/index.ts";
import type { Busy, Faulty, Unknown, WalletAddress } from "../../domain/command.ts";
import { DEFAULT_CURRENCY } from "../../domain/currency.ts";
import type { WalletId } from "../../domain/ids.ts";
import { type Refused, refuse } from "../../domain/outcome.ts";
import type { Config } from "../../env.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { KnownWallets } from "./known-wallets.ts";

const known = new WeakMap<Config, KnownWallets>();

/** What this isolate knows of the wallets of one deployment. */
export function knownWallets(config: Config): KnownWallets {
  const found = known.get(config) ?? new KnownWallets();
  known.set(config, found);
  return found;
}

/**
 * The wallet through whose object a command of the caller goes: the one of theirs that it debits (a
 * deposit: credits). Read from the token, or from what is remembered; one read otherwise. A wallet that is
 * not theirs is the ledger's to refuse: the command goes through an object of their own, so that no
 * stranger fills an owner's queue, and no object is made for a wallet that does not exist. A phone is the
 * caller's own or refused, so it means their default wallet. Null: the caller has no wallet at all.
 */
export async function routeCommand(
  ctx: Pick<ServiceContext, "config" | "db">,
  caller: Caller,
  own: WalletAddress,
  currency: string,
): Promise<WalletId | null> {
  const found = knownRoute(knownWallets(ctx.config), caller, own, currency);
  if (found) return found;
  const rows = await readWallets(ctx, caller);
  const named = rows.find(({ id, ...row }) =>
    own.by === "id" ? id === own.walletId : row.isDefault && row.currency === currency,
  );
  return named?.id ?? homeWallet(caller, rows);
}

/** The same for what is about the caller, not about one of their wallets. */
export async function homeRoute(
  ctx: Pick<ServiceContext, "config" | "db">,
  caller: Caller,
): Promise<WalletId | null> {
  return homeWallet(caller, caller.defaultWalletId ? [] : await readWallets(ctx, caller));
}

function knownRoute(
  wallets: KnownWallets,
  { userId, defaultWalletId }: Caller,
  own: WalletAddress,
  currency: string,
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
  readonly currency: string;
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
  const remembered = knownWallets(config);
  for (const { id, currency, isDefault } of rows) {
    remembered.rememberOwner(userId, id);
    if (isDefault) remembered.rememberDefault(userId, currency, id);
  }
  return rows;
}

const homeWallet = ({ defaultWalletId }: Caller, rows: readonly OwnWallet[]): WalletId | null =>
  defaultWalletId ?? rows[0]?.id ?? null;

/** The refusal of a command that the ledger did not answer; throws when Postgres refused it. */
export function notPosted(
  outcome: Busy | Unknown | Faulty,
): Refused<"service_busy" | "outcome_unknown"> {
  if (outcome.kind === "faulty") throw new Error(`the ledger refused a command: ${outcome.fault}`);
  return refuse(outcome.kind === "busy" ? "service_busy" : "outcome_unknown");
}
