import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { isWide } from "../../device/wide.ts";
import { WalletCard } from "../../ui/wallet-card.tsx";
import { firstWithMoney } from "./first-with-money.ts";
import { homeWords as t } from "./words.ts";

/** Two rows of a wide screen. More would push the actions below its edge. */
const CARDS_MAX = 6;

interface WalletStripProps {
  readonly wallets: readonly Wallet[];
  /** The card that a strip has come to rest at. */
  readonly onShown: (walletId: string) => void;
}

/** The wallets as cards: a strip on a phone, a grid on a wide screen. */
export function WalletStrip({ wallets, onShown }: WalletStripProps) {
  const [place, setPlace] = useState(0);
  const onScroll = (event: Event) => {
    const now = placeOf(event.currentTarget as HTMLElement);
    if (now === place) return;
    setPlace(now);
    const wallet = shown[now];
    if (wallet) onShown(wallet.id);
  };
  const shown = isWide.value ? firstWithMoney(wallets, CARDS_MAX) : wallets;
  const isOnly = ({ currency }: Wallet) =>
    wallets.filter((one) => one.currency === currency).length === 1;
  return (
    <div>
      <ul class="wallet-strip" aria-label={t().wallets} onScroll={onScroll}>
        {shown.map((wallet) => (
          <li key={wallet.id}>
            <WalletCard
              wallet={wallet}
              href={`/wallets/${wallet.id}`}
              hasDefaultMark={!isOnly(wallet)}
            />
          </li>
        ))}
      </ul>
      {shown.length < wallets.length && (
        <p class="all-wallets">
          <a href="/wallets">{t().allWallets(wallets.length)}</a>
        </p>
      )}
      {wallets.length > 1 && (
        <div class="dots" aria-hidden="true">
          {wallets.map(({ id }, dot) => (
            <i key={id} class={dot === place ? "dot-on" : undefined} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The card that is nearest to the start of a strip; its last one when it cannot scroll further. */
function placeOf(strip: HTMLElement): number {
  const cards = [...strip.children] as HTMLElement[];
  const left = Math.abs(strip.scrollLeft);
  if (left + strip.clientWidth >= strip.scrollWidth - 1) return cards.length - 1;
  const step = strip.scrollWidth / cards.length;
  return Math.min(cards.length - 1, Math.round(left / step));
}
