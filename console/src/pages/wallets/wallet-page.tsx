import "../../styles/wallet-pages.css";
import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { codeOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { WalletChart } from "../../chart/wallet-chart.tsx";
import { useUnfinished } from "../../pay/use-unfinished.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Card, Page, Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { WalletCard, walletName } from "../../ui/wallet-card.tsx";
import { MoneyActions } from "../../wallets/money-actions.tsx";
import { CloseWalletDialog, closeFormName } from "./close-wallet-dialog.tsx";
import { WalletDetails } from "./wallet-details.tsx";
import { WalletEntries } from "./wallet-entries.tsx";
import { walletWords as t } from "./words.ts";

/** One wallet: its card, its chart, its entries, and what can be done with it. */
export function WalletPage() {
  const id = useRoute().params.id ?? "";
  return <OneWallet key={id} id={id} />;
}

const MISSING: ReadonlySet<string | null> = new Set([
  "wallet_not_found",
  "not_wallet_owner",
  "invalid_request",
]);

function OneWallet({ id }: { readonly id: string }) {
  const wallet = useData(`wallet:${id}`, () =>
    api.GET("/v1/wallets/{id}", { params: { path: { id } } }),
  );
  if (MISSING.has(codeOf(wallet.failure))) return <MissingWallet />;
  return (
    <Page title={wallet.data ? walletName(wallet.data) : t().one} back="/wallets">
      <WhenLoaded of={wallet} loading={<Skeleton form="wallets" count={1} />}>
        {(data) => <WalletContent wallet={data} />}
      </WhenLoaded>
    </Page>
  );
}

function WalletContent({ wallet }: { readonly wallet: Wallet }) {
  const isClosed = wallet.status === "closed";
  return (
    <div class="wallet-parts">
      <div class="wallet-head-part">
        <WalletCard wallet={wallet} hasDefaultMark />
        {wallet.status === "frozen" && (
          <Notice kind="warn" title={t().frozenTitle}>
            {t().freeze} {t().scopes[wallet.freeze_scope ?? "both"]}.
          </Notice>
        )}
        {isClosed ? (
          <Notice kind="info" title={t().closedTitle}>
            {t().closedText}
          </Notice>
        ) : (
          <MoneyActions label={t().actions} walletId={wallet.id} />
        )}
      </div>
      <BalanceOverTime wallet={wallet} />
      <WalletDetails wallet={wallet} />
      <WalletEntries wallet={wallet} />
      <UnfinishedClosing wallet={wallet} />
    </div>
  );
}

/** A closing that was sent and has no outcome: its dialog asks for it, also of a wallet that is closed. */
function UnfinishedClosing({ wallet }: { readonly wallet: Wallet }) {
  const [isOpen, setOpen] = useState(false);
  useUnfinished([closeFormName(wallet.id)], () => setOpen(true));
  return isOpen ? <CloseWalletDialog wallet={wallet} onClose={() => setOpen(false)} /> : null;
}

const RANGES = ["7", "30", "90", "365"] as const;

function BalanceOverTime({ wallet }: { readonly wallet: Wallet }) {
  const [days, setDays] = useState<(typeof RANGES)[number]>("30");
  return (
    <Section title={t().balance}>
      <Card>
        <div class="stack">
          <Choice
            label={t().range}
            isLabelHidden
            value={days}
            onValue={setDays}
            options={RANGES.map((range) => [range, t().days(+range)] as const)}
          />
          <WalletChart wallet={wallet} days={+days} />
        </div>
      </Card>
    </Section>
  );
}

function MissingWallet() {
  return (
    <Page title={t().missing} isTitleHidden>
      <Empty title={t().missing} action={<LinkButton href="/wallets">{t().toWallets}</LinkButton>}>
        {t().missingText}
      </Empty>
    </Page>
  );
}
