import "../../styles/identity.css";
import { api } from "../../api/client.ts";
import { me } from "../../api/session.ts";
import { useData } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { SuspensionNotice } from "../../pay/suspension-notice.tsx";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Factors } from "./security/factors.tsx";
import { Sessions } from "./security/sessions.tsx";

const t = words({ en: { title: "Security" }, ar: { title: "الأمان" } });

/** What protects the account, and where it is open. */
export function SecurityPage() {
  const factors = useData("factors", () => api.GET("/v1/factors"));
  const sessions = useData("sessions", () => api.GET("/v1/users/me/sessions"));
  const suspension = me.value?.suspension;
  return (
    <Page title={t().title} back="/me" isNarrow>
      {suspension && <SuspensionNotice suspension={suspension} />}
      <WhenLoaded of={factors} loading={<Skeleton form="rows" count={3} />}>
        {(data) => <Factors factors={data} />}
      </WhenLoaded>
      <WhenLoaded of={sessions} loading={<Skeleton form="rows" count={2} />}>
        {({ data }) => <Sessions sessions={data} />}
      </WhenLoaded>
    </Page>
  );
}
