import "../../styles/identity.css";
import type { AuditEvent } from "@mahfaza/client";
import { useEffect, useRef } from "preact/hooks";
import { dayKey, dayName } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { groupByDay } from "./activity/event-groups.ts";
import { eventDetail, eventIcon, eventTitle, isAlarming } from "./activity/event-text.ts";
import { useEvents } from "./activity/use-events.ts";

const t = words({
  en: {
    title: "Activity",
    text: "What happened to your account, and who did it. Nobody can change this list.",
    unknown: "Something that was not you? Change your password and end the other logins.",
    security: "Go to Security",
    none: "Nothing has happened yet",
    more: "Show more",
    all: "That is all, since the account was opened.",
  },
  ar: {
    title: "النشاط",
    text: "ما جرى لحسابك ومن فعله. لا يستطيع أحد تغيير هذه القائمة.",
    unknown: "أمر لم تفعله؟ غيّر كلمة المرور وأنهِ الجلسات الأخرى.",
    security: "إلى صفحة الأمان",
    none: "لم يحدث شيء بعد",
    more: "عرض المزيد",
    all: "هذا كل شيء منذ فتح الحساب.",
  },
});

/** The audit log of the account, the last event first. */
export function ActivityPage() {
  const { events, failure, isLoading, hasMore, more } = useEvents();
  return (
    <Page title={t().title} back="/me" isNarrow>
      <p class="quiet">{t().text}</p>
      <p class="small quiet">
        {t().unknown} <a href="/me/security">{t().security}</a>
      </p>
      {events?.length === 0 && <Empty title={t().none} />}
      {groupByDay(events ?? [], dayKey).map(({ key, items }) => (
        <Section key={key} title={dayName(items[0]?.created_at ?? "")}>
          <Rows>
            {items.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </Rows>
        </Section>
      ))}
      {failure && <FailureNotice failure={failure} onAgain={more} />}
      {isLoading && <Skeleton form="rows" count={events ? 2 : 6} />}
      {events && hasMore && !isLoading && !failure && <More onMore={more} />}
      {events && events.length > 0 && !hasMore && <p class="under-button">{t().all}</p>}
    </Page>
  );
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

/** Loads the next page when its button comes into view, or is pressed. */
function More({ onMore }: { readonly onMore: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && onMore(),
      { rootMargin: "400px" },
    );
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} class="centered">
      <Button onClick={onMore}>{t().more}</Button>
    </div>
  );
}
