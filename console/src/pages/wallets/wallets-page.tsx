import "../../styles/wallet-pages.css";
import type { Wallet } from "@mahfaza/client";
import { useWallets } from "../../api/use-wallets.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Amount } from "../../ui/amount.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { groupNeighbours } from "../../ui/group-neighbours.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { moneyName, WalletCard, walletName } from "../../ui/wallet-card.tsx";
import { orderWallets } from "../../wallets/order-wallets.ts";
import { totalsOf } from "../../wallets/totals.ts";
import { walletWords as t } from "./words.ts";

/** All wallets of a person: the open ones by their currency, then the closed ones. */
export function WalletsPage() {
  const wallets = useWallets();
  return (
    <Page title={t().title} actions={<LinkButton href="/wallets/new">{t().open}</LinkButton>}>
      <WhenLoaded of={wallets} loading={<Skeleton form="wallets" count={2} />}>
        {({ data }) => <WalletLists wallets={data} />}
      </WhenLoaded>
    </Page>
  );
}

function WalletLists({ wallets }: { readonly wallets: readonly Wallet[] }) {
  const { open, closed } = orderWallets(wallets);
  const moneys = groupNeighbours(open, ({ currency, market }) => `${currency} ${market ?? ""}`);
  const isPlain = moneys.length === open.length;
  return (
    <>
      {open.length === 0 && <Empty title={t().emptyTitle}>{t().emptyText}</Empty>}
      {isPlain ? (
        <WalletCards wallets={open} />
      ) : (
        moneys.map(({ key, items }) => (
          <Section key={key} title={moneyName(items[0])} more={<Total wallets={items} />}>
            <WalletCards wallets={items} />
          </Section>
        ))
      )}
      {closed.length > 0 && <ClosedWallets wallets={closed} />}
    </>
  );
}

function WalletCards({ wallets }: { readonly wallets: readonly Wallet[] }) {
  return (
    <ul class="wallet-grid wallet-grid-low">
      {wallets.map((wallet) => (
        <li key={wallet.id}>
          <WalletCard
            wallet={wallet}
            href={`/wallets/${wallet.id}`}
            hasDefaultMark={wallets.length > 1}
          />
        </li>
      ))}
    </ul>
  );
}

function Total({ wallets }: { readonly wallets: readonly Wallet[] }) {
  const [total] = totalsOf(wallets);
  if (!total) return null;
  return (
    <span class="small">
      <span class="quiet">{t().total}</span>{" "}
      <strong>
        <Amount value={total.balance} currency={total.currency} />
      </strong>
    </span>
  );
}

function ClosedWallets({ wallets }: { readonly wallets: readonly Wallet[] }) {
  return (
    <details class="closed-wallets">
      <summary>{t().closed(wallets.length)}</summary>
      <Rows>
        {wallets.map((wallet) => (
          <Row
            key={wallet.id}
            icon="card"
            href={`/wallets/${wallet.id}`}
            title={<bdi dir="auto">{walletName(wallet)}</bdi>}
            detail={moneyName(wallet)}
          />
        ))}
      </Rows>
    </details>
  );
}
