import type { Wallet } from "@mahfaza/client";
import { currencyName, formatDecimal } from "../i18n/amount.ts";
import { words } from "../i18n/words.ts";
import { Amount } from "./amount.tsx";
import { Star } from "./logo.tsx";

const t = words({
  en: {
    available: "Available",
    frozen: "Frozen",
    closed: "Closed",
    market: { aden: "Aden rial", sanaa: "Sana’a rial" },
  },
  ar: {
    available: "المتاح",
    frozen: "مجمّدة",
    closed: "مغلقة",
    market: { aden: "ريال عدن", sanaa: "ريال صنعاء" },
  },
});

/** The name of a wallet: its own label, or its currency; for the rial, whose rial it is. */
export function walletName({ label, currency, market }: Wallet): string {
  return label ?? (market ? t().market[market] : currencyName(currency));
}

const COLOURS: Readonly<Record<string, string>> = {
  YEM: "wallet-1",
  USD: "wallet-2",
  SAR: "wallet-3",
};
/** Above this length the figures of a balance are set smaller, so that none is cut. */
const LONG = 13;

/** A wallet as a card. */
export function WalletCard({ wallet, href }: { readonly wallet: Wallet; readonly href?: string }) {
  const { status, balance, available, currency } = wallet;
  const colour = COLOURS[currency] ?? "wallet-4";
  const isLong = formatDecimal(balance).length > LONG;
  const content = (
    <>
      <Star />
      <small>
        <bdi>{walletName(wallet)}</bdi>
        {status !== "active" && ` · ${status === "frozen" ? t().frozen : t().closed}`}
      </small>
      <span>
        <span class={isLong ? "wallet-balance wallet-balance-long" : "wallet-balance"}>
          <Amount value={balance} currency={currency} />
        </span>
        <br />
        <small>
          {t().available} <Amount value={available} />
        </small>
      </span>
    </>
  );
  const look = `wallet ${colour} ${status === "closed" ? "wallet-closed" : ""}`;
  return href === undefined ? (
    <div class={look}>{content}</div>
  ) : (
    <a class={look} href={href}>
      {content}
    </a>
  );
}
