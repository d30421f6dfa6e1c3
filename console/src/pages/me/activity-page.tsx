import "../../styles/identity.css";
import type { AuditEvent } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { usePages } from "../../api/use-pages.ts";
import { dayKey, dayName } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { MorePages } from "../../problems/more-pages.tsx";
import { Empty } from "../../ui/empty.tsx";
import { groupNeighbours } from "../../ui/group-neighbours.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { eventDetail, eventIcon, eventTitle, isAlarming } from "./activity/event-text.ts";

const t = words({
  en: {
    title: "Activity",
    text: "What happened to your account, and who did it. Nobody can change this list.",
    unknown: "Was something not you? Change your password and end the other logins.",
    security: "Go to Security",
    none: "Nothing has happened yet",
    all: "That is everything since the account was opened.",
  },
  ar: {
    title: "النشاط",
    text: "ما حدث في حسابك ومن فعله. لا يستطيع أحد تغيير هذه القائمة.",
    unknown: "أمر لم تفعله؟ غيّر كلمة المرور وأنهِ الجلسات الأخرى.",
    security: "إلى صفحة الأمان",
    none: "لا يوجد نشاط بعد",
    all: "هذا كل شيء منذ فتح الحساب.",
  },
});

/** Events that one request asks for. */
const PAGE = 40;

/** The audit log of the account, the last event first. */
export function ActivityPage() {
  const pages = usePages<AuditEvent>("audit-events", {
    load: (cursor) =>
      api.GET("/v1/users/me/audit-events", {
        params: { query: { limit: PAGE, ...(cursor !== null && { cursor }) } },
      }),
    idOf: ({ id }) => id,
  });
  return (
    <Page title={t().title} back="/me" isNarrow>
      <p class="quiet">{t().text}</p>
      <p class="small quiet">
        {t().unknown} <a href="/me/security">{t().security}</a>
      </p>
      <WhenLoaded of={pages.loaded} loading={<Skeleton form="rows" count={6} />}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <Empty title={t().none} />}
            <Days events={items} />
            <MorePages pages={pages} />
            {items.length > 0 && next === null && <p class="under-button">{t().all}</p>}
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}

function Days({ events }: { readonly events: readonly AuditEvent[] }) {
  return groupNeighbours(events, ({ created_at }) => dayKey(created_at)).map(({ key, items }) => (
    <Section key={key} title={dayName(items[0]?.created_at ?? "")}>
      <Rows>
        {items.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </Rows>
    </Section>
  ));
}

function EventRow({ event }: { readonly event: AuditEvent }) {
  return (
    <Row
      icon={eventIcon(event)}
      tone={isAlarming(event) ? "wait" : "plain"}
      title={eventTitle(event)}
      detail={eventDetail(event)}
      end={
        <span class="small quiet">
          <Time at={event.created_at} form="time" />
        </span>
      }
    />
  );
}
