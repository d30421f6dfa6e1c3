import type { User, Wallet } from "@mahfaza/client";

/** The balances that a device keeps, to show them as old while it is offline. */
export interface LastBalances {
  /** Whose they are: nobody else sees them. */
  readonly userId: string;
  /** When the service answered them. */
  readonly at: string;
  readonly name: string;
  readonly wallets: readonly LastWallet[];
}

type LastWallet = Pick<Wallet, "label" | "currency" | "market" | "balance">;

const KEY = "mahfaza.last-balances";
/** The most wallets of a person. This console writes no longer list. */
const WALLETS_MAX = 50;

/** Keeps the balances of the open wallets, and nothing that a payment would need. */
export function keepLastBalances(
  storage: Pick<Storage, "setItem">,
  {
    user,
    wallets,
    at,
  }: { user: Pick<User, "id" | "username">; wallets: readonly Wallet[]; at: Date },
): void {
  const kept: LastBalances = {
    userId: user.id,
    at: at.toISOString(),
    name: user.username,
    wallets: wallets
      .filter(({ status }) => status !== "closed")
      .map(({ label, currency, market, balance }) => ({ label, currency, market, balance })),
  };
  storage.setItem(KEY, JSON.stringify(kept));
}

/** Reads what was kept of this person; null when there is nothing, or something else. */
export function readLastBalances(
  storage: Pick<Storage, "getItem">,
  userId: string | null,
): LastBalances | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isLastBalances(kept) && kept.userId === userId ? kept : null;
  } catch {
    // It is no JSON: an earlier release, or a hand, wrote it.
    return null;
  }
}

/** Forgets the last balances, of any person. */
export function forgetLastBalances(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(KEY);
}

function isLastBalances(value: unknown): value is LastBalances {
  const { userId, at, name, wallets } = (value ?? {}) as Partial<LastBalances>;
  return (
    typeof userId === "string" &&
    typeof at === "string" &&
    !Number.isNaN(Date.parse(at)) &&
    typeof name === "string" &&
    Array.isArray(wallets) &&
    wallets.length <= WALLETS_MAX &&
    wallets.every(isLastWallet)
  );
}

function isLastWallet(value: unknown): value is LastWallet {
  const { label, currency, market, balance } = (value ?? {}) as Partial<LastWallet>;
  return (
    (label === null || typeof label === "string") &&
    typeof currency === "string" &&
    /^[A-Z]{3}$/.test(currency) &&
    (market === null || market === "aden" || market === "sanaa") &&
    typeof balance === "string" &&
    /^-?\d{1,20}(?:\.\d{1,4})?$/.test(balance)
  );
}
