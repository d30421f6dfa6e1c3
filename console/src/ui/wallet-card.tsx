import type { Wallet } from "@mahfaza/client";
import { currencyName, formatDecimal } from "../i18n/amount.ts";
import { words } from "../i18n/words.ts";
import { Amount } from "./amount.tsx";
import { Star } from "./logo.tsx";

const t = words({
  en: {
    available: "Available",
    standard: "Default",
    frozen: "Frozen",
    closed: "Closed",
    market: { aden: "Aden rial", sanaa: "Sana’a rial" },
  },
  ar: {
    available: "المتاح",
    standard: "الأساسية",
    frozen: "مجمّدة",
    closed: "مغلقة",
    market: { aden: "ريال عدن", sanaa: "ريال صنعاء" },
  },
});

/** The name of a wallet: its own label, or its currency; for the rial, whose rial it is. */
export function walletName({
  label,
  currency,
  market,
}: Pick<Wallet, "label" | "currency" | "market">): string {
  return label ?? moneyName({ currency, market });
}

/** The name of a currency; for the rial, whose rial it is. */
export function moneyName({ currency, market }: Pick<Wallet, "currency" | "market">): string {
  return market ? t().market[market] : currencyName(currency);
}

const COLOURS: Readonly<Record<string, string>> = {
  YEM: "wallet-1",
  USD: "wallet-2",
  SAR: "wallet-3",
};
/** Above these lengths the figures of a balance are set smaller, so that none is cut. */
const LONG = 11;
const VERY_LONG = 16;

function sizeOf(balance: string): string {
  const { length } = formatDecimal(balance);
  if (length > VERY_LONG) return "wallet-balance wallet-balance-very-long";
  return length > LONG ? "wallet-balance wallet-balance-long" : "wallet-balance";
}

interface WalletCardProps {
  readonly wallet: Wallet;
  readonly href?: string;
  /** Says which wallet receives payments by phone: where there are several of a currency. */
  readonly hasDefaultMark?: boolean;
}

/** A wallet as a card. */
export function WalletCard({ wallet, href, hasDefaultMark = false }: WalletCardProps) {
  const { status, balance, available, currency, label, is_default } = wallet;
  const marks = [
    label !== null && moneyName(wallet),
    hasDefaultMark && is_default && status !== "closed" && t().standard,
    status === "frozen" && t().frozen,
    status === "closed" && t().closed,
  ].filter((mark) => mark !== false);
  const content = (
    <>
      <Star />
      <span class="wallet-head">
        <span class="wallet-name">
          <bdi dir="auto">{walletName(wallet)}</bdi>
        </span>
        {marks.length > 0 && <small>{marks.join(" · ")}</small>}
      </span>
      <span>
        <span class={sizeOf(balance)}>
          <Amount value={balance} currency={currency} />
        </span>
        <small>
          {t().available} <Amount value={available} />
        </small>
      </span>
    </>
  );
  const look = `wallet ${COLOURS[currency] ?? "wallet-4"} wallet-${status}`;
  return href === undefined ? (
    <div class={look}>{content}</div>
  ) : (
    <a class={look} href={href}>
      {content}
    </a>
  );
}
