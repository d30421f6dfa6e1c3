import { useRoute } from "preact-iso";
import { DESK_PARTS } from "../../../paths.ts";
import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";
import { NoSuchDeskPage } from "../no-such-desk-page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { MoneyProposals } from "./money-proposals.tsx";
import { RateProposals } from "./rate-proposals.tsx";
import { RoleProposals } from "./role-proposals.tsx";

const t = words({
  en: {
    title: "Proposals",
    text: "What one admin has proposed, for another one to decide within 24 hours. Nobody approves what they proposed.",
    kinds: "Kinds of proposals",
    money: "Money",
    roles: "Roles",
    rates: "Rates",
  },
  ar: {
    title: "الاقتراحات",
    text: "ما اقترحه مدير ليبتّ فيه مدير آخر خلال 24 ساعة. لا يوافق أحد على ما اقترحه.",
    kinds: "أنواع الاقتراحات",
    money: "المبالغ",
    roles: "الأدوار",
    rates: "الأسعار",
  },
});

const KINDS = DESK_PARTS.kind;
const LISTS = { money: MoneyProposals, roles: RoleProposals, rates: RateProposals };

/** What waits for a second pair of eyes. */
export function ProposalsPage() {
  const { kind = "money" } = useRoute().params;
  const known = KINDS.find((one) => one === kind);
  if (!known) return <NoSuchDeskPage />;
  const Shown = LISTS[known];
  const hrefOf = (one: string) => (one === "money" ? "/desk/proposals" : `/desk/proposals/${one}`);
  return (
    <Page title={t().title}>
      <p class="quiet small">{t().text}</p>
      <Tabs
        label={t().kinds}
        tabs={KINDS.map((one) => [hrefOf(one), t()[one]])}
        current={hrefOf(known)}
      />
      <Shown />
    </Page>
  );
}
