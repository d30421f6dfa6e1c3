import { api } from "../../api/client.ts";
import { relativeTime } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { Time } from "../../ui/time.tsx";
import { amountColumn } from "../ui/columns.tsx";
import { Id, PersonId } from "../ui/id.tsx";
import { List } from "../ui/list.tsx";
import { Table } from "../ui/table.tsx";
import { usePages } from "../use-pages.ts";

const t = words({
  en: {
    title: "Deposits that wait",
    made: "Made",
    reference: "Reference",
    owner: "Person",
    wallet: "Wallet",
    expires: "Expires",
    amount: "Amount",
    none: "No deposit waits",
    noneText: "Deposits that are not paid in yet are here, the oldest first.",
  },
  ar: {
    title: "إيداعات في الانتظار",
    made: "وقت الطلب",
    reference: "المرجع",
    owner: "الشخص",
    wallet: "المحفظة",
    expires: "ينتهي",
    amount: "المبلغ",
    none: "لا توجد إيداعات في الانتظار",
    noneText: "تظهر هنا الإيداعات التي لم تُدفع بعد، الأقدم أولًا.",
  },
});

/** Deposits that wait for the provider. */
export function WaitingDeposits() {
  const pages = usePages("funding:deposits", (page) =>
    api.GET("/v1/admin/deposits", { params: { query: page } }),
  );
  return (
    <List of={pages} empty={{ title: t().none, text: t().noneText }}>
      {(items) => (
        <Table
          caption={t().title}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { title: t().made, cell: ({ created_at }) => <Time at={created_at} /> },
            { title: t().reference, cell: ({ reference }) => <Id of={reference} /> },
            { title: t().owner, cell: ({ user_id }) => <PersonId id={user_id} /> },
            { title: t().wallet, cell: ({ wallet_id }) => <Id of={wallet_id} /> },
            {
              title: t().expires,
              cell: ({ expires_at }) => (expires_at ? relativeTime(expires_at) : "–"),
            },
            amountColumn(t().amount),
          ]}
        />
      )}
    </List>
  );
}
