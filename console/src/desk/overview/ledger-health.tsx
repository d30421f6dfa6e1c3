import type { components } from "@mahfaza/client";
import { plural, words } from "../../i18n/words.ts";
import { Section } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { ledgerState } from "./ledger-state.ts";

const t = words({
  en: {
    title: "Ledger",
    state: "State",
    verified: "Verified",
    late: "The check is late",
    broken: (count: number) => plural(count, { one: "# violation", other: "# violations" }),
    never: "Not since this release",
    last: "Last check",
    until: "Checked up to",
    clock: "Clock of the database",
  },
  ar: {
    title: "دفتر الحسابات",
    state: "الحالة",
    verified: "متحقَّق منه",
    late: "تأخر التحقق",
    broken: (count: number) =>
      plural(count, {
        one: "مخالفة واحدة",
        two: "مخالفتان",
        few: "# مخالفات",
        other: "# مخالفة",
      }),
    never: "لم يجرِ منذ هذا الإصدار",
    last: "آخر تحقق",
    until: "متحقَّق حتى",
    clock: "ساعة قاعدة البيانات",
  },
});

type Health = components["schemas"]["ServiceHealth"];

/** Whether the ledger was checked, until when, and what the checks found. */
export function LedgerHealth({ health }: { readonly health: Health }) {
  const { verified_at, verified_until, problems } = health.ledger;
  const state = ledgerState(health);
  const kind = state === "verified" ? "good" : state === "broken" ? "bad" : "wait";
  return (
    <Section title={t().title}>
      <Facts>
        <Fact name={t().state}>
          <Tag kind={kind}>{state === "broken" ? t().broken(problems) : t()[state]}</Tag>
        </Fact>
        <Fact name={t().last}>
          {verified_at ? <Time at={verified_at} form="long" /> : t().never}
        </Fact>
        {verified_until && (
          <Fact name={t().until}>
            <Time at={verified_until} form="long" />
          </Fact>
        )}
        <Fact name={t().clock}>
          <Time at={health.database_time} form="long" />
        </Fact>
      </Facts>
    </Section>
  );
}
