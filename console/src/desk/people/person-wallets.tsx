import type { Account, components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { currencyName } from "../../i18n/amount.ts";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useProven } from "../proven.ts";
import { Id } from "../ui/id.tsx";
import { Nothing } from "../ui/nothing.tsx";
import { Table } from "../ui/table.tsx";
import { WhenProven } from "../ui/when-proven.tsx";
import { MARKET } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import { type OpenAct, WalletActDialog, WalletActs } from "./wallet-acts.tsx";
import { WalletState } from "./wallet-state.tsx";

const t = words({
  en: {
    title: "Wallets",
    wallet: "Wallet",
    state: "State",
    balance: "Balance",
    available: "Available",
    held: "Held",
    acts: "Acts",
    isDefault: "default",
    none: "No wallets",
    noneText: "Wallets that this person opens are listed here.",
  },
  ar: {
    title: "المحافظ",
    wallet: "المحفظة",
    state: "الحالة",
    balance: "الرصيد",
    available: "المتاح",
    held: "المحجوز",
    acts: "الإجراءات",
    isDefault: "الأساسية",
    none: "لا توجد محافظ",
    noneText: "تظهر هنا المحافظ التي يفتحها هذا الشخص.",
  },
});

export type WatchedWallet = components["schemas"]["OperatorWalletView"];

/** A person's wallets, with what can be done with each. */
export function PersonWallets({ account }: { readonly account: Account }) {
  const { id } = account;
  const [open, setOpen] = useState<OpenAct | null>(null);
  const wallets = useProven(`wallets:${id}`, () =>
    api.GET("/v1/admin/users/{id}/wallets", { params: { path: { id } } }),
  );
  return (
    <WhenProven of={wallets} loading={<Skeleton form="rows" count={3} />}>
      {({ data }) => (
        <>
          {data.length === 0 ? (
            <Nothing title={t().none} text={t().noneText} />
          ) : (
            <WalletTable account={account} wallets={data} onAct={setOpen} />
          )}
          {open && <WalletActDialog open={open} account={account} onClose={() => setOpen(null)} />}
        </>
      )}
    </WhenProven>
  );
}

interface WalletTableProps {
  readonly account: Account;
  readonly wallets: readonly WatchedWallet[];
  readonly onAct: (open: OpenAct) => void;
}

function WalletTable({ account, wallets, onAct }: WalletTableProps) {
  const amount = (value: string) => <Amount value={value} />;
  return (
    <Table
      caption={t().title}
      rows={wallets}
      keyOf={({ id }) => id}
      columns={[
        { title: t().wallet, cell: (wallet) => <WalletName wallet={wallet} /> },
        { title: t().state, cell: (wallet) => <WalletState wallet={wallet} /> },
        {
          title: t().balance,
          isEnd: true,
          cell: ({ balance, currency }) => <Amount value={balance} currency={currency} />,
        },
        { title: t().available, isEnd: true, cell: ({ available }) => amount(available) },
        { title: t().held, isEnd: true, cell: ({ held }) => amount(held) },
        {
          title: t().acts,
          isTitleHidden: true,
          isEnd: true,
          cell: (wallet) => <WalletActs account={account} wallet={wallet} onAct={onAct} />,
        },
      ]}
    />
  );
}

function WalletName({ wallet }: { readonly wallet: WatchedWallet }) {
  const { label, currency, market, is_default, id } = wallet;
  const place = market ? ` · ${nameOf(MARKET, market)}` : "";
  const money = `${currencyName(currency)}${place}`;
  return (
    <span class="two-lines">
      <span>
        <bdi dir="auto">{label ?? money}</bdi>
        {is_default && <span class="quiet small"> · {t().isDefault}</span>}
      </span>
      {label && <span class="quiet small">{money}</span>}
      <Id of={id} />
    </span>
  );
}
