import type { HoldDetails, Transaction } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Time } from "../../ui/time.tsx";
import { stateAt } from "./hold-acts.ts";

const t = words({
  en: {
    title: "What happened",
    HOLD: "Reserved",
    AMENDMENT: "Changed to",
    CAPTURE: "Paid",
    RELEASE: "Cancelled, free again",
    lapsed: "Expired, the rest is free again",
  },
  ar: {
    title: "ما حدث",
    HOLD: "حُجز",
    AMENDMENT: "عُدّل إلى",
    CAPTURE: "دُفع",
    RELEASE: "أُلغي، وعاد المبلغ متاحًا",
    lapsed: "انتهت مدته، وعاد الباقي متاحًا",
  },
});

const ICONS = {
  HOLD: "lock",
  AMENDMENT: "pencil",
  CAPTURE: "tick",
  RELEASE: "undo",
} as const satisfies Record<string, IconName>;

type EventType = keyof typeof ICONS;

interface HoldEventsProps {
  readonly hold: HoldDetails;
  readonly now: number;
}

/** The transactions of a hold, and its end by time, which is none. */
export function HoldEvents({ hold, now }: HoldEventsProps) {
  return (
    <Section title={t().title}>
      <Rows>
        {hold.transactions.map((transaction) => (
          <HoldEvent key={transaction.id} transaction={transaction} />
        ))}
        {stateAt(hold, now) === "expired" && (
          <Row
            icon="clock"
            tone="bad"
            title={t().lapsed}
            detail={<Time at={hold.closed_at ?? hold.expires_at} />}
          />
        )}
      </Rows>
    </Section>
  );
}

function HoldEvent({ transaction }: { readonly transaction: Transaction }) {
  const { id, type, amount, currency, created_at, note } = transaction;
  const event = type as EventType;
  return (
    <Row
      icon={ICONS[event]}
      title={t()[event]}
      detail={
        <>
          <Time at={created_at} />
          {note !== null && event === "CAPTURE" && (
            <>
              {" · "}
              <bdi dir="auto">{note}</bdi>
            </>
          )}
        </>
      }
      end={<Amount value={amount} currency={currency} />}
      {...(event === "CAPTURE" && { href: `/history/${id}` })}
    />
  );
}
