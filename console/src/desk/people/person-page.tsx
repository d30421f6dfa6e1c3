import { useRoute } from "preact-iso";
import { DESK_PARTS } from "../../../paths.ts";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { NoSuchDeskPage } from "../no-such-desk-page.tsx";
import { useProven } from "../proven.ts";
import { Tabs } from "../ui/tabs.tsx";
import { WhenProven } from "../ui/when-proven.tsx";
import { takeFound } from "./found.ts";
import { PersonActs } from "./person-acts.tsx";
import { PersonAudit } from "./person-audit.tsx";
import { PersonFacts } from "./person-facts.tsx";
import { PersonHistory } from "./person-history.tsx";
import { PersonLimits } from "./person-limits.tsx";
import { PersonSecurity } from "./person-security.tsx";
import { PersonWallets } from "./person-wallets.tsx";

const t = words({
  en: {
    person: "Person",
    deleted: "Deleted account",
    parts: "Parts of the account",
    wallets: "Wallets",
    history: "History",
    limits: "Limits",
    security: "Security",
    audit: "Audit log",
  },
  ar: {
    person: "شخص",
    deleted: "حساب محذوف",
    parts: "أقسام الحساب",
    wallets: "المحافظ",
    history: "السجل",
    limits: "الحدود",
    security: "الأمان",
    audit: "سجل الأحداث",
  },
});

const TABS = DESK_PARTS.tab;
type Tab = (typeof TABS)[number];

const isTab = (text: string): text is Tab => TABS.some((tab) => tab === text);

/** A person, as operators see them: who they are, what can be done, and the parts of the account. */
export function PersonPage() {
  const { id = "", tab = "wallets" } = useRoute().params;
  return isTab(tab) ? <Person key={id} id={id} tab={tab} /> : <NoSuchDeskPage />;
}

function Person({ id, tab }: { readonly id: string; readonly tab: Tab }) {
  const person = useProven(`person:${id}`, async () => {
    const data = takeFound(id);
    return data ? { data } : api.GET("/v1/admin/users/{id}", { params: { path: { id } } });
  });
  const account = person.data;
  const title = account ? (account.username ?? t().deleted) : t().person;
  const hrefOf = (name: Tab) => `/desk/people/${id}${name === "wallets" ? "" : `/${name}`}`;
  return (
    <Page title={title} back="/desk/people">
      <WhenProven of={person} loading={<Skeleton form="details" count={5} />}>
        {(found) => (
          <>
            <PersonFacts account={found} />
            <PersonActs account={found} />
            <Tabs
              label={t().parts}
              tabs={TABS.map((name) => [hrefOf(name), t()[name]])}
              current={hrefOf(tab)}
            />
            {tab === "wallets" && <PersonWallets account={found} />}
            {tab === "history" && <PersonHistory id={id} />}
            {tab === "limits" && <PersonLimits id={id} />}
            {tab === "security" && <PersonSecurity id={id} />}
            {tab === "audit" && <PersonAudit id={id} />}
          </>
        )}
      </WhenProven>
    </Page>
  );
}
