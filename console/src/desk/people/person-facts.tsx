import type { Account } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Copy } from "../../ui/copy.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { nameOf } from "../words/name.ts";
import { FREEZE_REASON, ROLE, TIER } from "../words/people.ts";

const t = words({
  en: {
    phone: "Phone",
    noPhone: "None",
    tier: "Tier",
    role: "Role",
    since: "Since",
    id: "Id",
    state: "State",
    active: "Active",
    suspended: "Suspended",
    deleted: "Deleted",
  },
  ar: {
    phone: "الهاتف",
    noPhone: "لا يوجد",
    tier: "الفئة",
    role: "الدور",
    since: "منذ",
    id: "المعرّف",
    state: "الحالة",
    active: "نشط",
    suspended: "موقوف",
    deleted: "محذوف",
  },
});

/** Who a person is, in a few lines above everything else. */
export function PersonFacts({ account }: { readonly account: Account }) {
  const { phone, tier, role, created_at, id } = account;
  return (
    <Facts>
      <Fact name={t().state}>
        <PersonState account={account} />
      </Fact>
      <Fact name={t().phone}>{phone ? <bdi class="num">{phone}</bdi> : t().noPhone}</Fact>
      <Fact name={t().tier}>{nameOf(TIER, tier)}</Fact>
      <Fact name={t().role}>{nameOf(ROLE, role)}</Fact>
      <Fact name={t().since}>
        <Time at={created_at} form="long" />
      </Fact>
      <Fact name={t().id}>
        <Copy text={id} label={t().id} />
      </Fact>
    </Facts>
  );
}

function PersonState({ account }: { readonly account: Account }) {
  const { deleted_at, suspension } = account;
  if (deleted_at) {
    return (
      <>
        <Tag>{t().deleted}</Tag> <Time at={deleted_at} />
      </>
    );
  }
  if (!suspension) return <Tag kind="good">{t().active}</Tag>;
  return (
    <>
      <Tag kind="bad">{t().suspended}</Tag>{" "}
      <span class="small">
        {nameOf(FREEZE_REASON, suspension.reason)} · <Time at={suspension.since} />
      </span>
    </>
  );
}
