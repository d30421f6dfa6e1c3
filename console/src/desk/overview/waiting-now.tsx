import type { components } from "@mahfaza/client";
import { relativeTime } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { Section } from "../../ui/page.tsx";
import { countText } from "../ui/count-text.ts";

const t = words({
  en: {
    title: "Waiting",
    roles: "Proposed roles",
    rates: "Proposed rates",
    money: "Proposed adjustments",
    deposits: "Deposits",
    pending: "Payouts to send",
    sent: "Payouts at the provider",
    events: "Provider’s events",
    suspended: "Events in suspense",
    messages: "Messages",
    holds: "Overdue holds",
    oldest: (age: string) => `Oldest ${age}`,
    nothing: "Nothing is waiting",
    second: "For a second admin",
  },
  ar: {
    title: "في الانتظار",
    roles: "أدوار مقترحة",
    rates: "أسعار مقترحة",
    money: "مبالغ مقترحة",
    deposits: "إيداعات",
    pending: "سحوبات للإرسال",
    sent: "سحوبات لدى المزوّد",
    events: "أحداث المزوّد",
    suspended: "أحداث معلّقة",
    messages: "رسائل",
    holds: "حجوزات فات موعدها",
    oldest: (age: string) => `أقدمها ${age}`,
    nothing: "لا شيء في الانتظار",
    second: "بانتظار مدير ثانٍ",
  },
});

type Health = components["schemas"]["ServiceHealth"];

interface Figure {
  readonly name: string;
  readonly count: number;
  readonly note: string;
  readonly href?: string | undefined;
}

/** What waits for somebody or for a job, as figures that lead to their lists. */
export function WaitingNow({
  health,
  isAdmin,
}: {
  readonly health: Health;
  readonly isAdmin: boolean;
}) {
  const { open_proposals: open, deposits, payouts, funding_events, messages } = health;
  const waiting = (
    name: string,
    of: { count: number; oldest_at: string | null },
    href?: string,
  ) => ({
    name,
    count: of.count,
    note: of.oldest_at === null ? t().nothing : t().oldest(relativeTime(of.oldest_at)),
    href,
  });
  const proposed = (name: string, count: number, kind: string) => ({
    name,
    count,
    note: count === 0 ? t().nothing : t().second,
    href: isAdmin ? `/desk/proposals/${kind}` : undefined,
  });
  return (
    <Section title={t().title}>
      <Figures
        of={[
          proposed(t().money, open.money, "money"),
          proposed(t().roles, open.roles, "roles"),
          proposed(t().rates, open.rates, "rates"),
          waiting(t().deposits, deposits, "/desk/funding/deposits"),
          waiting(t().pending, payouts.pending, "/desk/funding/withdrawals"),
          waiting(t().sent, payouts.sent, "/desk/funding/withdrawals"),
          waiting(t().suspended, health.suspended_events, "/desk/funding"),
          waiting(t().events, funding_events),
          waiting(t().messages, messages),
          waiting(t().holds, health.overdue_holds),
        ]}
      />
    </Section>
  );
}

function Figures({ of }: { readonly of: readonly Figure[] }) {
  return (
    <ul class="figures">
      {of.map((figure) => (
        <li key={figure.name} class="card figure">
          <span class="figure-name">
            {figure.href && figure.count > 0 ? (
              <a href={figure.href}>{figure.name}</a>
            ) : (
              figure.name
            )}
          </span>
          <span class={figure.count > 0 ? "figure-count" : "figure-count quiet"}>
            <bdi class="num">{countText(figure.count)}</bdi>
          </span>
          <span class="quiet small">{figure.note}</span>
        </li>
      ))}
    </ul>
  );
}
