import { REMEMBERED_WALLETS_MAX } from "../../domain/bounds.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { UserId, WalletId } from "../../domain/ids.ts";

/**
 * A cache of one isolate: the owners of wallets and users' default wallets, so that a payment is
 * routed without a read. The owner of a wallet never changes. A default wallet can change: then the
 * ledger answers `misrouted` with the current one and posts nothing. No decision about money is
 * made from this cache.
 */
export class WalletCache {
  readonly #owners = new Map<WalletId, UserId>();
  readonly #defaults = new Map<string, WalletId>();

  isOwner(userId: UserId, walletId: WalletId): boolean {
    return this.#owners.get(walletId) === userId;
  }

  defaultWallet(userId: UserId, currency: CurrencyCode): WalletId | undefined {
    return this.#defaults.get(`${userId} ${currency}`);
  }

  rememberOwner(userId: UserId, walletId: WalletId): void {
    put(this.#owners, walletId, userId);
  }

  rememberDefault(userId: UserId, currency: CurrencyCode, walletId: WalletId): void {
    put(this.#defaults, `${userId} ${currency}`, walletId);
  }
}

/**
 * Sets a value, and deletes the oldest one at REMEMBERED_WALLETS_MAX: a Map keeps the order of
 * insertion.
 */
function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key);
  if (map.size >= REMEMBERED_WALLETS_MAX) map.delete(map.keys().next().value as Key);
  map.set(key, value);
}
