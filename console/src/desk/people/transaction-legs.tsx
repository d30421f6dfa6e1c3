import type { components } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Section } from "../../ui/page.tsx";
import { amountColumn } from "../ui/columns.tsx";
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
export function TransactionLegs({ of }: { readonly of: Watched }) {
  if (of.parties.length === 0) return <p class="quiet">{t().nobody}</p>;
  return of.legs.length === 0 ? <Parties of={of} /> : <Legs of={of} />;
}

function Parties({ of: { parties } }: { readonly of: Watched }) {
  return (
    <Section title={t().parties}>
      <Table
        caption={t().parties}
        rows={parties}
        keyOf={({ wallet_id }) => wallet_id}
        columns={[
          { title: t().wallet, cell: ({ wallet_id }) => <Id of={wallet_id} /> },
          { title: t().owner, cell: ({ user_id }) => <PersonId id={user_id} /> },
        ]}
      />
    </Section>
  );
}

function Legs({ of: { legs, parties } }: { readonly of: Watched }) {
  const ownerOf = (id: string) => parties.find(({ wallet_id }) => wallet_id === id)?.user_id;
  return (
    <Section title={t().legs}>
      <Table
        caption={t().legs}
        rows={legs}
        keyOf={({ wallet_id, seq }) => `${wallet_id}:${seq}`}
        columns={[
          { title: t().wallet, cell: ({ wallet_id }) => <Id of={wallet_id} /> },
          { title: t().owner, cell: ({ wallet_id }) => <Owner id={ownerOf(wallet_id)} /> },
          {
            title: t().seq,
            isEnd: true,
            cell: ({ seq }) => <bdi class="num">{countText(seq)}</bdi>,
          },
          amountColumn(t().amount, { sign: "both" }),
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

function Owner({ id }: { readonly id: string | undefined }) {
  return id === undefined ? null : <PersonId id={id} />;
}
