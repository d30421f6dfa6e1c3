import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { me } from "../../api/session.ts";
import { WalletChart } from "../../chart/wallet-chart.tsx";
import { isZero } from "../../pay/amount-sign.ts";
import { Amount } from "../../ui/amount.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Card, Section } from "../../ui/page.tsx";
import { moneyName, walletName } from "../../ui/wallet-card.tsx";
import { MoneyActions } from "../../wallets/money-actions.tsx";
import { orderWallets } from "../../wallets/order-wallets.ts";
import { totalsOf } from "../../wallets/totals.ts";
import { RecentActivity } from "./recent-activity.tsx";
import { Waiting } from "./waiting.tsx";
import { WalletStrip } from "./wallet-strip.tsx";
import { homeWords as t } from "./words.ts";

const CHART_DAYS = 30;

/** What the first page shows once the wallets are there. */
export function HomeContent({ wallets }: { readonly wallets: readonly Wallet[] }) {
  const { open } = orderWallets(wallets);
  const [chosen, choose] = useState<string | null>(null);
  const [first] = open;
  const shown = open.find(({ id }) => id === chosen) ?? first;
  if (!shown) return <NoWallets />;
  return (
    <>
      <WalletStrip wallets={open} onShown={choose} />
      <Totals wallets={open} />
      <MoneyActions label={t().actions} isDisabled={Boolean(me.value?.suspension)} />
      <div class="home-columns">
        <div class="home-column">
          <RecentActivity wallets={wallets} />
        </div>
        <div class="home-column">
          <Waiting />
          <Section
            title={t().balance}
            more={open.length > 1 && <ChartWallet {...{ open, shown, choose }} />}
          >
            <Card>
              <WalletChart key={shown.id} wallet={shown} days={CHART_DAYS} />
            </Card>
          </Section>
        </div>
      </div>
    </>
  );
}

interface ChartWalletProps {
  readonly open: readonly Wallet[];
  readonly shown: Wallet;
  readonly choose: (id: string) => void;
}

function ChartWallet({ open, shown, choose }: ChartWalletProps) {
  return (
    <select
      class="small-select"
      aria-label={t().chartWallet}
      value={shown.id}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {open.map((wallet) => (
        <option key={wallet.id} value={wallet.id}>
          {walletName(wallet)}
        </option>
      ))}
    </select>
  );
}

function Totals({ wallets }: { readonly wallets: readonly Wallet[] }) {
  const totals = totalsOf(wallets).filter(({ balance }) => !isZero(balance));
  if (totals.length === 0) return null;
  return (
    <dl class="totals" aria-label={t().totals}>
      {totals.map(({ currency, market, balance, count }) => (
        <div key={`${currency} ${market}`}>
          <dt>
            {t().totals} · {moneyName({ currency, market })} · {t().walletCount(count)}
          </dt>
          <dd>
            <Amount value={balance} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NoWallets() {
  return (
    <Empty
      title={t().noWallets}
      action={
        <LinkButton href="/wallets/new" kind="main">
          {t().openWallet}
        </LinkButton>
      }
    >
      {t().noWalletsText}
    </Empty>
  );
}
