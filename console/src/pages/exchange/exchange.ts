import { exponentOf, type Money, money, type Rate, type Wallet } from "@mahfaza/client";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import { canPay, canReceive, firstWallet } from "../../pay/wallet-use.ts";

export const STEPS = ["amount", "review"] as const;
export type ExchangeStep = (typeof STEPS)[number];

export interface ExchangeDraft {
  readonly fromId: string | null;
  /** An own wallet's id, or the key of money that no own wallet holds. */
  readonly to: string | null;
  /** As it was typed. */
  readonly amount: string;
  readonly side: "source" | "target";
}

export const EMPTY_DRAFT: ExchangeDraft = { fromId: null, to: null, amount: "", side: "source" };

/** Money of one kind: a currency, and of the rial its market. */
export interface Kind {
  readonly currency: string;
  readonly market: "aden" | "sanaa" | null;
}

/** What money can be exchanged into: an own wallet, or money for which a wallet must be opened. */
export type Target =
  | { readonly key: string; readonly wallet: Wallet; readonly kind: Kind }
  | { readonly key: string; readonly wallet: null; readonly kind: Kind };

/** The form as a link fills it in: ?from=&to=&amount= */
export function prefilled(query: Readonly<Record<string, string>>): ExchangeDraft | null {
  const { from, to, amount } = query;
  if (!from && !to && !amount) return null;
  return {
    ...EMPTY_DRAFT,
    fromId: from ?? null,
    to: to ?? null,
    amount: amount ?? "",
  };
}

/** ISO 4217's rial from before: it is exchanged into YEM, one to one, without a rate. */
const OLD_RIAL = "YER";
const RIAL = "YEM";

/** The other money of a rate; null when the rate is not of this money. */
function otherOf({ base_currency, counter_currency, market }: Rate, from: Kind): Kind | null {
  if (from.currency === RIAL && from.market !== market) return null;
  const pairs = [
    [base_currency, counter_currency],
    [counter_currency, base_currency],
  ];
  const other = pairs.find(([own]) => own === from.currency)?.[1];
  if (other === undefined) return null;
  return { currency: other, market: other === RIAL ? market : null };
}

const isSame = (one: Kind, other: Kind) =>
  one.currency === other.currency && one.market === other.market;

const keyOf = ({ currency, market }: Kind) => `new:${currency}:${market ?? ""}`;

/** The rate between two kinds of money; null when there is none. */
export function rateBetween(rates: readonly Rate[], from: Kind, to: Kind): Rate | null {
  return (
    rates.find((rate) => {
      const other = otherOf(rate, from);
      return other !== null && isSame(other, to);
    }) ?? null
  );
}

/** What a wallet's money can be exchanged into by the rates: own wallets first. */
export function targetsOf(
  from: Wallet,
  wallets: readonly Wallet[],
  rates: readonly Rate[],
): readonly Target[] {
  const kinds: readonly Kind[] =
    from.currency === OLD_RIAL
      ? [
          { currency: RIAL, market: "aden" },
          { currency: RIAL, market: "sanaa" },
        ]
      : rates.flatMap((rate) => otherOf(rate, from) ?? []);
  const own = kinds.flatMap((kind) =>
    wallets
      .filter((wallet) => canReceive(wallet) && isSame(wallet, kind))
      .map((wallet): Target => ({ key: wallet.id, wallet, kind })),
  );
  const missing = kinds
    .filter((kind) => !wallets.some((w) => w.status !== "closed" && isSame(w, kind)))
    .map((kind): Target => ({ key: keyOf(kind), wallet: null, kind }));
  return [...own, ...missing];
}

/** The wallets that can pay. */
export function payers(wallets: readonly Wallet[]): readonly Wallet[] {
  return wallets.filter(canPay);
}

/** What the form asks for, as far as it is chosen. */
export function pairOf(
  draft: ExchangeDraft,
  wallets: readonly Wallet[],
  rates: readonly Rate[],
): {
  readonly from: Wallet | null;
  readonly targets: readonly Target[];
  readonly to: Target | null;
} {
  const able = payers(wallets);
  // A link may name the target alone: then the payer is a wallet that can be exchanged into it.
  const isAlone = draft.fromId === null && draft.to !== null;
  const fitting = able.filter((each) =>
    targetsOf(each, wallets, rates).some(({ key }) => key === draft.to),
  );
  const from = firstWallet(isAlone && fitting.length > 0 ? fitting : able, { id: draft.fromId });
  if (!from) return { from, targets: [], to: null };
  const targets = targetsOf(from, wallets, rates);
  const to = targets.find(({ key }) => key === draft.to) ?? targets[0] ?? null;
  return { from, targets, to };
}

export type Pair = ReturnType<typeof pairOf>;

/** The amount, and whose currency it has; null while it is no amount, or a wallet is missing. */
export function sumOf(draft: ExchangeDraft, { from, to }: Pair) {
  if (!from || !to?.wallet) return null;
  const currency = draft.side === "source" ? from.currency : to.kind.currency;
  const { value } = readTypedAmount(draft.amount, exponentOf(currency));
  if (value === null) return null;
  return { from, to: to.wallet, side: draft.side, amount: money(value, currency) as Money };
}

export type ExchangeSum = NonNullable<ReturnType<typeof sumOf>>;
