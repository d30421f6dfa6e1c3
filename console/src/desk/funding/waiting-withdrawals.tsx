import type { components } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { relativeTime } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { amountColumn } from "../ui/columns.tsx";
import { countText } from "../ui/count-text.ts";
import { Id, PersonId } from "../ui/id.tsx";
import { List } from "../ui/list.tsx";
import { Table } from "../ui/table.tsx";
import { usePages } from "../use-pages.ts";

const t = words({
  en: {
    title: "Withdrawals that wait",
    made: "Made",
    state: "State",
    pending: "To send",
    sent: "At the provider",
    reference: "Reference",
    owner: "Person",
    attempts: "Attempts",
    next: "Next attempt",
    expires: "Times out",
    amount: "Amount",
    hint: "A payout is not sent while its wallet is frozen for what leaves it, or its owner is suspended.",
    none: "No withdrawal waits",
    noneText:
      "Payouts to send, and those that the provider has accepted, are here, the oldest first.",
  },
  ar: {
    title: "سحوبات في الانتظار",
    made: "وقت الطلب",
    state: "الحالة",
    pending: "للإرسال",
    sent: "لدى المزوّد",
    reference: "المرجع",
    owner: "الشخص",
    attempts: "المحاولات",
    next: "المحاولة التالية",
    expires: "تنتهي المهلة",
    amount: "المبلغ",
    hint: "لا يُرسل السحب ما دام الصادر من محفظته مجمّدًا أو حساب صاحبها موقوفًا.",
    none: "لا توجد سحوبات في الانتظار",
    noneText: "تظهر هنا السحوبات التي لم تُرسل بعد والتي قبلها المزوّد، الأقدم أولًا.",
  },
});

type Withdrawal = components["schemas"]["WaitingWithdrawal"];

/** Payouts that wait for the provider. */
export function WaitingWithdrawals() {
  const pages = usePages("funding:withdrawals", (page) =>
    api.GET("/v1/admin/withdrawals", { params: { query: page } }),
  );
  return (
    <List of={pages} empty={{ title: t().none, text: t().noneText }}>
      {(items) => (
        <>
          <p class="quiet small">{t().hint}</p>
          <WithdrawalTable items={items} />
        </>
      )}
    </List>
  );
}

function WithdrawalTable({ items }: { readonly items: readonly Withdrawal[] }) {
  const ahead = (at: string | null) => (at ? relativeTime(at) : "–");
  return (
    <Table
      caption={t().title}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { title: t().made, cell: ({ created_at }) => <Time at={created_at} /> },
        {
          title: t().state,
          cell: ({ status }) => (
            <Tag kind="wait">{status === "pending" ? t().pending : t().sent}</Tag>
          ),
        },
        { title: t().reference, cell: ({ reference }) => <Id of={reference} /> },
        { title: t().owner, cell: ({ user_id }) => <PersonId id={user_id} /> },
        {
          title: t().attempts,
          isEnd: true,
          cell: ({ attempts }) => <bdi class="num">{countText(attempts)}</bdi>,
        },
        { title: t().next, cell: ({ next_attempt_at }) => ahead(next_attempt_at) },
        { title: t().expires, cell: ({ expires_at }) => ahead(expires_at) },
        amountColumn(t().amount),
      ]}
    />
  );
}
