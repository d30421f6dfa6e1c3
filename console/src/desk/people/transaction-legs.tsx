import type { components } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Section } from "../../ui/page.tsx";
import { countText } from "../ui/count-text.ts";
import { Id, PersonId } from "../ui/id.tsx";
import { Table } from "../ui/table.tsx";

const t = words({
  en: {
    parties: "Parties",
    legs: "Legs on people’s wallets",
    wallet: "Wallet",
    owner: "Owner",
    amount: "Amount",
    after: "Balance after",
    seq: "No.",
    nobody: "No wallet of a person is in it.",
  },
  ar: {
    parties: "الأطراف",
    legs: "القيود على محافظ الأشخاص",
    wallet: "المحفظة",
    owner: "صاحبها",
    amount: "المبلغ",
    after: "الرصيد بعدها",
    seq: "الرقم",
    nobody: "لا تشمل محفظة شخص.",
  },
});

type Watched = components["schemas"]["WatchedTransaction"];

/** The legs of a transaction with their owners; of one that moved nothing, whom it was about. */
export function TransactionLegs({ of: { legs, parties } }: { readonly of: Watched }) {
  if (parties.length === 0) return <p class="quiet">{t().nobody}</p>;
  const ownerOf = (id: string) => parties.find(({ wallet_id }) => wallet_id === id)?.user_id;
  const owner = (id: string | undefined) => id && <PersonId id={id} />;
  if (legs.length === 0) {
    return (
      <Section title={t().parties}>
        <Table
          caption={t().parties}
          rows={parties}
          keyOf={({ wallet_id }) => wallet_id}
          columns={[
            { title: t().wallet, cell: ({ wallet_id }) => <Id of={wallet_id} /> },
            { title: t().owner, cell: ({ user_id }) => owner(user_id) },
          ]}
        />
      </Section>
    );
  }
  return (
    <Section title={t().legs}>
      <Table
        caption={t().legs}
        rows={legs}
        keyOf={({ wallet_id, seq }) => `${wallet_id}:${seq}`}
        columns={[
          { title: t().wallet, cell: ({ wallet_id }) => <Id of={wallet_id} /> },
          { title: t().owner, cell: ({ wallet_id }) => owner(ownerOf(wallet_id)) },
          {
            title: t().seq,
            isEnd: true,
            cell: ({ seq }) => <bdi class="num">{countText(seq)}</bdi>,
          },
          {
            title: t().amount,
            isEnd: true,
            cell: ({ amount, currency }) => (
              <Amount value={amount} currency={currency} sign="both" />
            ),
          },
          {
            title: t().after,
            isEnd: true,
            cell: ({ balance_after, currency }) => (
              <Amount value={balance_after} currency={currency} />
            ),
          },
        ]}
      />
    </Section>
  );
}
