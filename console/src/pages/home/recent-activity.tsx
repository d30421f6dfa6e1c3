import type { Wallet } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { TransactionDays } from "../../transactions/transaction-days.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { homeWords as t } from "./words.ts";

const SHOWN = 5;

/** The last transactions, and the way to all of them. */
export function RecentActivity({ wallets }: { readonly wallets: readonly Wallet[] }) {
  const recent = useData("transactions:recent", () =>
    api.GET("/v1/transactions", { params: { query: { limit: SHOWN } } }),
  );
  return (
    <WhenLoaded of={recent} loading={<Skeleton form="rows" count={SHOWN} />}>
      {({ data }) =>
        data.length === 0 ? (
          <Section title={t().recent}>
            <Empty
              title={t().emptyTitle}
              action={<LinkButton href="/deposit">{t().emptyAction}</LinkButton>}
            >
              {t().emptyText}
            </Empty>
          </Section>
        ) : (
          <TransactionDays
            transactions={data}
            wallets={wallets}
            more={<a href="/history">{t().all}</a>}
          />
        )
      }
    </WhenLoaded>
  );
}
