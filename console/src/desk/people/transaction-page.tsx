import { useRoute } from "preact-iso";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useProven } from "../proven.ts";
import { WhenProven } from "../ui/when-proven.tsx";
import { TransactionFacts } from "./transaction-facts.tsx";
import { TransactionLegs } from "./transaction-legs.tsx";
import { TransactionRefunds } from "./transaction-refunds.tsx";

const t = words({ en: { title: "Transaction" }, ar: { title: "عملية" } });

/** One transaction of any person, with the legs on all wallets. */
export function TransactionPage() {
  const { id = "" } = useRoute().params;
  return <Shown key={id} id={id} />;
}

function Shown({ id }: { readonly id: string }) {
  const transaction = useProven(`transaction:${id}`, () =>
    api.GET("/v1/admin/transactions/{id}", { params: { path: { id } } }),
  );
  return (
    <Page title={t().title} back="/desk/people">
      <WhenProven of={transaction} loading={<Skeleton form="details" count={8} />}>
        {(found) => (
          <>
            <TransactionFacts of={found} />
            <TransactionLegs of={found} />
            <TransactionRefunds of={found} />
          </>
        )}
      </WhenProven>
    </Page>
  );
}
