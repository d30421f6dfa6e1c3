import type { operations } from "@mahfaza/client";
import { dayText, midnightOf, readDay } from "../../i18n/local-day.ts";

export const SHOWN = ["all", "sent", "received", "failed"] as const;
type Shown = (typeof SHOWN)[number];

/** The kinds of transactions that a history has: those that move money, and what was refused. */
export const TYPES = [
  "TRANSFER",
  "DEPOSIT",
  "WITHDRAW",
  "EXCHANGE",
  "CAPTURE",
  "REFUND",
  "REVERSAL",
  "ADJUSTMENT",
] as const;
type FilterType = (typeof TYPES)[number];

/** The longest text that the service searches for. */
export const SEARCH_LENGTH_MAX = 100;

/** What a history shows. The days are in the person's zone, and both are included. */
export interface Filters {
  readonly show: Shown;
  readonly type: FilterType | null;
  readonly wallet: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string;
}

export const NO_FILTERS: Filters = {
  show: "all",
  type: null,
  wallet: null,
  from: null,
  to: null,
  q: "",
};

type Query = Readonly<Record<string, string | undefined>>;

/** Reads the filters of an address; what it does not know is left out. */
export function readFilters({ show, type, wallet, from, to, q }: Query): Filters {
  return {
    show: SHOWN.find((one) => one === show) ?? "all",
    type: TYPES.find((one) => one === type) ?? null,
    wallet: /^wal_[a-z0-9]{26}$/.test(wallet ?? "") ? (wallet ?? null) : null,
    from: readDay(from),
    to: readDay(to),
    q: (q ?? "").slice(0, SEARCH_LENGTH_MAX),
  };
}

/** The address of a history with these filters; `open` is the transaction beside the list. */
export function historyAddress(filters: Filters, open: string | null = null): string {
  const { show, type, wallet, from, to, q } = filters;
  const search = new URLSearchParams();
  const named = { show: show === "all" ? null : show, type, wallet, from, to, q: q.trim(), open };
  for (const [name, value] of Object.entries(named)) if (value) search.set(name, value);
  return search.size === 0 ? "/history" : `/history?${search}`;
}

type ListQuery = NonNullable<operations["listTransactions"]["parameters"]["query"]>;

/** The filters as the service's own query. */
export function listQuery({ show, type, wallet, from, to, q }: Filters): ListQuery {
  const text = q.trim();
  return {
    ...(show === "failed" && { status: "failed" }),
    ...((show === "sent" || show === "received") && { direction: show, status: "success" }),
    ...(type && { type }),
    ...(wallet && { wallet_id: wallet }),
    ...(from && { from: midnightOf(from).toISOString() }),
    ...(to && { to: midnightOf(to, 1).toISOString() }),
    ...(text && { q: text }),
  };
}

/** Whether the last day is before the first: such a history would be refused. */
export function isReversed({ from, to }: Filters): boolean {
  return from !== null && to !== null && to < from;
}

export function hasFilters(filters: Filters): boolean {
  return historyAddress(filters) !== "/history";
}

/** The first and the last day of a month; `monthsAgo` 0 is the present one. */
export function monthDays(
  now: Date,
  monthsAgo: number,
): { readonly from: string; readonly to: string } {
  const first = new Date(now.getFullYear(), now.getMonth() - monthsAgo, 1);
  const last = new Date(first.getFullYear(), first.getMonth() + 1, 0);
  return { from: dayText(first), to: dayText(last) };
}
