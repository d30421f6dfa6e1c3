import type { Rate } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { invalidate } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { act } from "../proven.ts";
import { ActDialog } from "../ui/act-dialog.tsx";
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
    list: "Open the proposals",
  },
  ar: {
    title: "تحديد سعر",
    of: (pair: string) => `تحديد سعر \u2068${pair}\u2069`,
    what: "يسري فورًا سعر لا يبعد أكثر من 5٪ عن كل أسعار اليوم الأخير. أما القفزة الأكبر وأول سعر للزوج ورفع أقصى عرض، فتُقترح ليبتّ فيها مدير آخر خلال 24 ساعة.",
    submit: "تحديد السعر",
    done: (rate: string) => `السعر الساري: ${rate}`,
    proposed: (rate: string) => `اقتُرح: ${rate}. يجب أن يوافق مدير آخر؛ يبقى السعر الحالي.`,
    list: "فتح الاقتراحات",
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
  return (
    <ActDialog
      title={rate ? t().of(pairTitle(rate)) : t().title}
      onClose={onClose}
      what={t().what}
      submit={t().submit}
      isComplete={form.check}
      send={() => act(() => api.PUT("/v1/admin/rates", { body: form.body() }))}
      onDone={() => invalidate("rates", "desk:rates", "desk:proposals:rates", "desk:health")}
      outcome={(answer) =>
        "proposed_by" in answer ? (
          <>
            {t().proposed(rateText(answer))} <a href="/desk/proposals/rates">{t().list}</a>
          </>
        ) : (
          t().done(rateText(answer))
        )
      }
    >
      <RateFields form={form} rate={rate} />
    </ActDialog>
  );
}
