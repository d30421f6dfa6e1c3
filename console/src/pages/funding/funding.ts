import {
  type Deposit,
  exponentOf,
  type Money,
  money,
  type Wallet,
  type Withdrawal,
} from "@mahfaza/client";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import { canPay, canReceive, firstWallet } from "../../pay/wallet-use.ts";

export type FundingKind = "deposit" | "withdrawal";
/** Both have the same members, except for their statuses and instructions. */
export type Funding = Deposit | Withdrawal;

export const STEPS = ["amount", "review"] as const;
export type FundingStep = (typeof STEPS)[number];

export interface FundingDraft {
  readonly walletId: string | null;
  readonly currency: string | null;
  /** As it was typed. */
  readonly amount: string;
}

export const EMPTY_DRAFT: FundingDraft = { walletId: null, currency: null, amount: "" };

/** The form as a link fills it in: ?wallet=&currency=&amount= */
export function prefilled(query: Readonly<Record<string, string>>): FundingDraft | null {
  const { wallet, currency, amount } = query;
  if (!wallet && !currency && !amount) return null;
  return {
    walletId: wallet ?? null,
    currency: currency?.toUpperCase() ?? null,
    amount: amount ?? "",
  };
}

/** The wallets that can take or give money. No deposits are taken in YER. */
export function fundable(kind: FundingKind, wallets: readonly Wallet[]): readonly Wallet[] {
  return kind === "deposit"
    ? wallets.filter((wallet) => canReceive(wallet) && wallet.currency !== "YER")
    : wallets.filter(canPay);
}

/** What is asked for; null while something is missing. */
export function sumOf(kind: FundingKind, draft: FundingDraft, wallets: readonly Wallet[]) {
  const wallet = firstWallet(fundable(kind, wallets), {
    id: draft.walletId,
    currency: draft.currency,
  });
  if (!wallet) return null;
  const { value } = readTypedAmount(draft.amount, exponentOf(wallet.currency));
  return value === null ? null : { wallet, amount: money(value, wallet.currency) as Money };
}

const REQUEST_IDS = { deposit: "dpi_", withdrawal: "pay_" } as const;

/** Whether an id is that of a request to a provider; a payment made at once has another one. */
export function isRequestId(kind: FundingKind, id: string): boolean {
  return id.startsWith(REQUEST_IDS[kind]);
}

const OPEN: ReadonlySet<string> = new Set(["pending", "sent"]);

/** Whether its last state is still to come. */
export function isOpen({ status }: Pick<Funding, "status">): boolean {
  return OPEN.has(status);
}

/** Whether it has ended without moving money. */
export function hasFailed({ status }: Pick<Funding, "status">): boolean {
  return !isOpen({ status }) && status !== "succeeded";
}

/** Open requests first; both parts in the order of the service, the newest first. */
export function openFirst<F extends Pick<Funding, "status">>(list: readonly F[]): readonly F[] {
  return [...list.filter(isOpen), ...list.filter((each) => !isOpen(each))];
}
