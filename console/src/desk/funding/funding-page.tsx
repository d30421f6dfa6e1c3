import type { ComponentType } from "preact";
import { useRoute } from "preact-iso";
import { DESK_PARTS } from "../../../paths.ts";
import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";
import { NoSuchDeskPage } from "../no-such-desk-page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { LapsedHolds } from "./lapsed-holds.tsx";
import { SuspendedEvents } from "./suspended-events.tsx";
import { WaitingDeposits } from "./waiting-deposits.tsx";
import { WaitingWithdrawals } from "./waiting-withdrawals.tsx";

const t = words({
  en: {
    title: "Funding",
    lists: "Lists",
    events: "In suspense",
    deposits: "Deposits",
    withdrawals: "Withdrawals",
    holds: "Holds",
  },
  ar: {
    title: "الإيداع والسحب",
    lists: "القوائم",
    events: "أحداث معلّقة",
    deposits: "الإيداعات",
    withdrawals: "السحوبات",
    holds: "الحجوزات",
  },
});

const NAMES = DESK_PARTS.list;
type ListName = (typeof NAMES)[number];
const LISTS: Readonly<Record<ListName, ComponentType>> = {
  events: SuspendedEvents,
  deposits: WaitingDeposits,
  withdrawals: WaitingWithdrawals,
  holds: LapsedHolds,
};

/** Money on its way in and out, and what waits for somebody. */
export function FundingPage() {
  const { list = "events" } = useRoute().params;
  const known = NAMES.find((name) => name === list);
  if (!known) return <NoSuchDeskPage />;
  const Shown = LISTS[known];
  const hrefOf = (name: ListName) =>
    name === "events" ? "/desk/funding" : `/desk/funding/${name}`;
  return (
    <Page title={t().title}>
      <Tabs
        label={t().lists}
        tabs={NAMES.map((name) => [hrefOf(name), t()[name]])}
        current={hrefOf(known)}
      />
      <Shown />
    </Page>
  );
}
