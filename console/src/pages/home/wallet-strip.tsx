import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { WalletCard } from "../../ui/wallet-card.tsx";
import { homeWords as t } from "./words.ts";

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
    const wallet = wallets[now];
    if (wallet) onShown(wallet.id);
  };
  const hasDefaultMark = wallets.some(
    (one) => wallets.filter(({ currency }) => currency === one.currency).length > 1,
  );
  return (
    <div>
      <ul class="wallet-strip" aria-label={t().wallets} onScroll={onScroll}>
        {wallets.map((wallet) => (
          <li key={wallet.id}>
            <WalletCard
              wallet={wallet}
              href={`/wallets/${wallet.id}`}
              hasDefaultMark={hasDefaultMark}
            />
          </li>
        ))}
      </ul>
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
