import type { components, Rate } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Proposed } from "../proposals/proposed.tsx";
import { OperatorAct } from "../ui/operator-act.tsx";
import { RateFields } from "./rate-fields.tsx";
import { pairTitle, rateText } from "./rate-terms.tsx";
import { useRateForm } from "./use-rate-form.ts";

const t = words({
  en: {
    title: "Set a rate",
    of: (pair: string) => `Set the rate of ${pair}`,
    what: "A rate within 5% of every rate of the last day is in force at once. A larger jump, the first rate of a pair and a higher largest quote are proposed, and another admin decides within 24 hours.",
    submit: "Set the rate",
    done: (rate: string) => `In force: ${rate}`,
    proposed: (rate: string) =>
      `Proposed: ${rate}. Another admin must approve it; the present rate stays.`,
  },
  ar: {
    title: "تحديد سعر",
    of: (pair: string) => `تحديد سعر \u2068${pair}\u2069`,
    what: "يسري فورًا سعر لا يبعد أكثر من 5٪ عن كل أسعار اليوم الأخير. أما القفزة الأكبر وأول سعر للزوج ورفع أقصى عرض، فتُقترح ليبتّ فيها مدير آخر خلال 24 ساعة.",
    submit: "تحديد السعر",
    done: (rate: string) => `السعر الساري: ${rate}`,
    proposed: (rate: string) => `اقتُرح: ${rate}. يجب أن يوافق مدير آخر؛ يبقى السعر الحالي.`,
  },
});

interface SetRateProps {
  /** The rate in force that is changed; null for a new pair. */
  readonly rate: Rate | null;
  readonly onClose: () => void;
}

/** Sets a rate, or proposes one that jumps. */
export function SetRate({ rate, onClose }: SetRateProps) {
  const form = useRateForm(rate);
  const { title, of, what, submit } = t();
  return (
    <OperatorAct
      texts={{ title: rate ? of(pairTitle(rate)) : title, what, submit, done: outcomeOf }}
      isComplete={form.faults.length === 0}
      send={() => api.PUT("/v1/admin/rates", { body: form.body() })}
      changes={["rates", "desk:rates", "desk:proposals:rates", "desk:health"]}
      onClose={onClose}
      fields={(isTried) => (
        <RateFields form={form} rate={rate} faults={isTried ? form.faults : []} />
      )}
    />
  );
}

function outcomeOf(answer: Rate | components["schemas"]["RateProposal"]) {
  if (!("proposed_by" in answer)) return t().done(rateText(answer));
  return <Proposed kind="rates">{t().proposed(rateText(answer))}</Proposed>;
}
