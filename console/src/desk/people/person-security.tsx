import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { deviceName, placeName } from "../../identity/session-name.ts";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { useProven } from "../proven.ts";
import { Nothing } from "../ui/nothing.tsx";
import { Table } from "../ui/table.tsx";
import { WhenProven } from "../ui/when-proven.tsx";
import { PersonFactors } from "./person-factors.tsx";

const t = words({
  en: {
    sessions: "Sessions",
    device: "Device",
    place: "Place",
    unknown: "Unknown",
    since: "Logged in",
    seen: "Last seen",
    ends: "Ends",
    none: "Not logged in anywhere",
    noneText: "The devices on which this person is logged in are listed here.",
  },
  ar: {
    sessions: "الجلسات",
    device: "الجهاز",
    place: "المكان",
    unknown: "غير معروف",
    since: "تسجيل الدخول",
    seen: "آخر ظهور",
    ends: "تنتهي",
    none: "لا توجد جلسات",
    noneText: "تظهر هنا الأجهزة التي سجّل هذا الشخص الدخول منها.",
  },
});

/** Where a person is logged in, and what second factors they have. */
export function PersonSecurity({ id }: { readonly id: string }) {
  return (
    <>
      <Section title={t().sessions}>
        <Sessions id={id} />
      </Section>
      <PersonFactors id={id} />
    </>
  );
}

function Sessions({ id }: { readonly id: string }) {
  const sessions = useProven(`sessions:${id}`, () =>
    api.GET("/v1/admin/users/{id}/sessions", { params: { path: { id } } }),
  );
  return (
    <WhenProven of={sessions} loading={<Skeleton form="rows" count={2} />}>
      {({ data }) =>
        data.length === 0 ? (
          <Nothing title={t().none} text={t().noneText} />
        ) : (
          <Table
            caption={t().sessions}
            rows={data}
            keyOf={({ id }) => id}
            columns={[
              { title: t().device, cell: deviceName },
              { title: t().place, cell: (session) => placeName(session) ?? t().unknown },
              { title: t().since, cell: ({ created_at }) => <Time at={created_at} /> },
              { title: t().seen, cell: ({ last_seen_at }) => <Time at={last_seen_at} /> },
              { title: t().ends, cell: ({ expires_at }) => <Time at={expires_at} /> },
            ]}
          />
        )
      }
    </WhenProven>
  );
}
