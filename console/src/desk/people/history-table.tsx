import type { Transaction } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { Id } from "../ui/id.tsx";
import { Table } from "../ui/table.tsx";
import { FAILURE, TRANSACTION_TYPE } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import { sideOf } from "./side-of.ts";

const t = words({
  en: {
    when: "When",
    what: "What",
    reference: "Reference",
    note: "Note",
    state: "State",
    amount: "Amount",
    done: "Done",
  },
  ar: {
    when: "الوقت",
    what: "العملية",
    reference: "المرجع",
    note: "الملاحظة",
    state: "الحالة",
    amount: "المبلغ",
    done: "تمّت",
  },
});

interface HistoryTableProps {
  readonly caption: string;
  readonly transactions: readonly Transaction[];
}

export function HistoryTable({ caption, transactions }: HistoryTableProps) {
  return (
    <Table
      caption={caption}
      rows={transactions}
      keyOf={({ id }) => id}
      columns={[
        { title: t().when, cell: ({ posted_at }) => <Time at={posted_at} /> },
        { title: t().what, cell: ({ type }) => nameOf(TRANSACTION_TYPE, type) },
        {
          title: t().reference,
          cell: ({ id, reference }) => <Id of={reference} href={`/desk/transactions/${id}`} />,
        },
        { title: t().note, cell: ({ note }) => <bdi dir="auto">{note}</bdi> },
        { title: t().state, cell: (transaction) => <TransactionState of={transaction} /> },
        {
          title: t().amount,
          isEnd: true,
          cell: (transaction) => <HistoryAmount of={transaction} />,
        },
      ]}
    />
  );
}

type Outcome = Pick<Transaction, "status" | "failure_code">;

export function TransactionState({ of }: { readonly of: Outcome }) {
  return of.status === "success" ? (
    <Tag kind="good">{t().done}</Tag>
  ) : (
    <Tag kind="bad">{nameOf(FAILURE, of.failure_code ?? "")}</Tag>
  );
}

/** The amount as the person's wallets saw it: in, out, or between their own. */
function HistoryAmount({ of }: { readonly of: Transaction }) {
  const { amount, currency, status } = of;
  const side = sideOf(of);
  return (
    <Amount
      value={side === "out" ? `-${amount}` : amount}
      currency={currency}
      sign={side === "between" ? "none" : "both"}
      isVoid={status === "failed"}
    />
  );
}
