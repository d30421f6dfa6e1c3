import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { isAdmin } from "../operator.ts";
import { FindForm } from "../people/find-form.tsx";
import { useProven } from "../proven.ts";
import { WhenProven } from "../ui/when-proven.tsx";
import { LedgerHealth } from "./ledger-health.tsx";
import { Refusals } from "./refusals.tsx";
import { WaitingNow } from "./waiting-now.tsx";

const t = words({
  en: { title: "Overview", again: "Refresh" },
  ar: { title: "نظرة عامة", again: "تحديث" },
});

/** The first page of the desk: a person to find, and the service's state in numbers. */
export function OverviewPage() {
  const health = useProven("health", () => api.GET("/v1/admin/health"));
  return (
    <Page
      title={t().title}
      actions={
        <Button kind="quiet" isBusy={health.isLoading} onClick={() => void health.reload()}>
          {t().again}
        </Button>
      }
    >
      <FindForm />
      <WhenProven of={health} loading={<Skeleton form="card" count={3} />}>
        {(data) => (
          <>
            <LedgerHealth health={data} />
            <WaitingNow health={data} isAdmin={isAdmin()} />
            <Refusals health={data} />
          </>
        )}
      </WhenProven>
    </Page>
  );
}
