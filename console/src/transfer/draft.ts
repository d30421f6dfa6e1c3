import { exponentOf, type Money, money, type Recipient, type Wallet } from "@mahfaza/client";
import { readTypedAmount } from "../i18n/typed-amount.ts";
import { canPay, canReceive, firstWallet, isSameMoney } from "../pay/wallet-use.ts";

export const STEPS = ["recipient", "amount", "review"] as const;
export type SendStep = (typeof STEPS)[number];

/** What the form has so far. Texts are as they were typed. */
export interface SendDraft {
  readonly by: "phone" | "wallet" | "own";
  /** A phone, a wallet's id, or the id of an own wallet. */
  readonly to: string;
  /** The answer of the name check; null before it, and for an own wallet. */
  readonly recipient: Recipient | null;
  readonly fromId: string | null;
  /** The currency that a link asks for. */
  readonly currency: string | null;
  readonly amount: string;
  /** The currency in which the recipient is paid; null: that of the wallet. */
  readonly paidIn: string | null;
  /** Of a payment in another currency: whether the amount is what is paid, or what arrives. */
  readonly side: "source" | "target";
  /** The recipient's rial, for a payment into rials from another currency. */
  readonly market: "aden" | "sanaa";
  readonly note: string;
}

export const EMPTY_DRAFT: SendDraft = {
  by: "phone",
  to: "",
  recipient: null,
  fromId: null,
  currency: null,
  amount: "",
  paidIn: null,
  side: "source",
  market: "aden",
  note: "",
};

/** Whether the recipient is chosen: checked by name, or one of one's own wallets. */
export function hasRecipient({ by, to, recipient }: SendDraft): boolean {
  return to.trim() !== "" && (by === "own" || recipient !== null);
}

/** Whether a step has what the next one needs. */
export function isStepDone(draft: SendDraft, step: SendStep, wallets: readonly Wallet[]): boolean {
  if (step === "recipient") return hasRecipient(draft);
  return step === "amount" && sumOf(draft, wallets) !== null;
}

/** What is paid: from which wallet, and the typed amount. Null while either is missing. */
export function sumOf(draft: SendDraft, wallets: readonly Wallet[]) {
  const from = payerOf(draft, wallets);
  if (!from) return null;
  const currency = amountCurrency(draft, from);
  const { value } = readTypedAmount(draft.amount, exponentOf(currency));
  return value === null ? null : { from, currency, amount: money(value, currency) as Money };
}

/** The wallet that pays: the chosen one, or the one that the form begins with. */
export function payerOf(draft: SendDraft, wallets: readonly Wallet[]): Wallet | null {
  return firstWallet(payers(wallets, draft), { id: draft.fromId, currency: draft.currency });
}

/** The wallets that the payment can come from; to an own wallet, those of the same money. */
export function payers(wallets: readonly Wallet[], draft: SendDraft): readonly Wallet[] {
  const able = wallets.filter(canPay);
  const target = draft.by === "own" ? wallets.find(({ id }) => id === draft.to) : null;
  if (!target) return able;
  return able.filter((wallet) => wallet.id !== target.id && isSameMoney(wallet, target));
}

/** The own wallets that another own wallet can pay. */
export function ownTargets(wallets: readonly Wallet[]): readonly Wallet[] {
  return wallets.filter(canReceive);
}

/**
 * The currencies in which the recipient can be paid from a wallet, its own first if it arrives. A
 * recipient for whom the service opens a wallet can be paid in each.
 */
export function paidInOptions(draft: SendDraft, from: Wallet): readonly string[] {
  const { recipient } = draft;
  if (draft.by === "own" || !recipient) return [from.currency];
  const arrives = recipient.opens_wallets || recipient.currencies.includes(from.currency);
  const others = recipient.currencies.filter((currency) => currency !== from.currency);
  return arrives ? [from.currency, ...others] : others;
}

/** The currency in which the recipient is paid: the chosen one if it can be, else the first. */
export function paidInOf(draft: SendDraft, from: Wallet): string {
  const options = paidInOptions(draft, from);
  const wished = draft.paidIn ?? draft.currency;
  if (wished !== null && options.includes(wished)) return wished;
  return options[0] ?? from.currency;
}

/** The currency of the typed amount. */
export function amountCurrency(draft: SendDraft, from: Wallet): string {
  const paidIn = paidInOf(draft, from);
  return paidIn !== from.currency && draft.side === "target" ? paidIn : from.currency;
}
