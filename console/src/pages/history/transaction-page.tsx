import "../../styles/history.css";
import { useRoute } from "preact-iso";
import { Page } from "../../ui/page.tsx";
import { lastHistory } from "./last-history.ts";
import { TransactionDetail } from "./transaction-detail.tsx";
import { historyWords as t } from "./words.ts";

/** One transaction, which is also its receipt. */
export function TransactionPage() {
  const id = useRoute().params.id ?? "";
  return (
    <Page key={id} title={t().details} back={lastHistory.value} isNarrow>
      <TransactionDetail id={id} />
    </Page>
  );
}
