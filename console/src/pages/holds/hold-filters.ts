import type { Hold } from "@mahfaza/client";

/** Which holds are listed. The address has them, so that back and a reload keep them. */
export interface HoldFilters {
  readonly state: Hold["state"] | "all";
  readonly role: Hold["role"] | "all";
  /** One of the person's wallets; null: all. */
  readonly wallet: string | null;
}

export const STATE_FILTERS = ["open", "all", "captured", "voided", "expired"] as const;
export const ROLE_FILTERS = ["all", "payer", "payee"] as const;

type Query = Readonly<Record<string, string | undefined>>;

/** The filters of an address. Without any, and for values that do not exist: the open holds. */
export function filtersOf({ state, role, wallet }: Query): HoldFilters {
  return {
    state: STATE_FILTERS.find((one) => one === state) ?? "open",
    role: ROLE_FILTERS.find((one) => one === role) ?? "all",
    wallet: wallet !== undefined && /^wal_[0-9a-z]{26}$/.test(wallet) ? wallet : null,
  };
}

/** The address of a list with these filters. */
export function holdsUrl({ state, role, wallet }: HoldFilters): string {
  const query = new URLSearchParams();
  if (state !== "open") query.set("state", state);
  if (role !== "all") query.set("role", role);
  if (wallet !== null) query.set("wallet", wallet);
  const text = query.toString();
  return text === "" ? "/holds" : `/holds?${text}`;
}

/** Whether the list is another one than that of the open holds. */
export function isFiltered(filters: HoldFilters): boolean {
  return holdsUrl(filters) !== "/holds";
}
