import { REMEMBERED_WALLETS_MAX } from "../../domain/bounds.ts";
import type { UserId, WalletId } from "../../domain/ids.ts";

/**
 * What one isolate has learnt about whose wallets are whose, so that a payment is routed without a read.
 * An owner never changes. A default wallet may: then the ledger says which wallet it is, and nothing was
 * posted. Nothing here decides about money.
 */
export class KnownWallets {
  readonly #owners = new Map<WalletId, UserId>();
  readonly #defaults = new Map<string, WalletId>();

  isOwner(userId: UserId, walletId: WalletId): boolean {
    return this.#owners.get(walletId) === userId;
  }

  defaultWallet(userId: UserId, currency: string): WalletId | undefined {
    return this.#defaults.get(`${userId} ${currency}`);
  }

  rememberOwner(userId: UserId, walletId: WalletId): void {
    put(this.#owners, walletId, userId);
  }

  rememberDefault(userId: UserId, currency: string, walletId: WalletId): void {
    put(this.#defaults, `${userId} ${currency}`, walletId);
  }
}

/** Sets a value; the oldest goes when there are REMEMBERED_WALLETS_MAX. A Map keeps its keys in order. */
function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key);
  if (map.size >= REMEMBERED_WALLETS_MAX) map.delete(map.keys().next().value as Key);
  map.set(key, value);
}
