import type { Account } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import { Choice } from "../../../ui/choice.tsx";
import { ReasonedAct } from "../../ui/reasoned-act.tsx";
import { nameOf, optionsOf } from "../../words/name.ts";
import { TIER, TIER_REASON, type Tier } from "../../words/people.ts";
import type { PersonActProps } from "../person-acts.tsx";

const t = words({
  en: {
    title: "Change the tier",
    what: "The tier decides which limits apply, from the next payment on. What was used of them stays used.",
    tier: "New tier",
    submit: (tier: string) => `Set the tier to ${tier}`,
    done: (tier: string) => `The tier is ${tier} now.`,
  },
  ar: {
    title: "تغيير الفئة",
    what: "تحدد الفئة الحدود المطبقة من الدفعة التالية، ويبقى ما استُخدم منها محسوبًا.",
    tier: "الفئة الجديدة",
    submit: (tier: string) => `تعيين الفئة: ${tier}`,
    done: (tier: string) => `الفئة الآن: ${tier}.`,
  },
});

export function SetTier({ account, onClose }: PersonActProps) {
  const { id } = account;
  const options = optionsOf(TIER).filter(([code]) => code !== account.tier);
  const [tier, setTier] = useState<Tier>(options[0]?.[0] ?? "basic");
  const { title, what, submit, done } = t();
  return (
    <ReasonedAct
      texts={{
        title,
        what,
        submit: submit(nameOf(TIER, tier)),
        done: (changed: Account) => done(nameOf(TIER, changed.tier)),
      }}
      reasons={optionsOf(TIER_REASON)}
      send={(reason) =>
        api.PUT("/v1/admin/users/{id}/tier", {
          params: { path: { id } },
          body: { tier, reason },
        })
      }
      changes={[`desk:person:${id}`, `desk:limits:${id}`]}
      onClose={onClose}
    >
      <Choice label={t().tier} value={tier} options={options} onValue={setTier} />
    </ReasonedAct>
  );
}
