import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { act } from "../../proven.ts";
import { ActDialog } from "../../ui/act-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { optionsOf } from "../../words/name.ts";
import { FREEZE_REASON, type FreezeReason } from "../../words/people.ts";
import type { PersonActProps } from "../person-acts.tsx";

const t = words({
  en: {
    title: "Suspend the account",
    strengthen: "Make it a legal order",
    what: "Payments and changes are refused from now on. Reading, logging in and a password reset still work, and money that others send still arrives.",
    told: "A message tells them, unless the reason is an investigation or a legal order. You cannot lift a legal order that you set.",
    submit: "Suspend",
    done: "The account is suspended.",
  },
  ar: {
    title: "إيقاف الحساب",
    strengthen: "جعل الإيقاف أمرًا قضائيًا",
    what: "تُرفض المدفوعات والتغييرات من الآن. يبقى الاطلاع وتسجيل الدخول وتعيين كلمة مرور جديدة، ويصل ما يرسله الآخرون.",
    told: "تصله رسالة بذلك، إلا إذا كان السبب تحقيقًا أو أمرًا قضائيًا. ولا يمكنك رفع أمر قضائي وضعته بنفسك.",
    submit: "إيقاف الحساب",
    done: "أُوقف الحساب.",
  },
});

/** Suspends a person, or makes a suspension a legal order. */
export function Suspend({ account, onClose }: PersonActProps) {
  const isStronger = account.suspension !== null;
  const [reason, setReason] = useState<FreezeReason | null>(isStronger ? "legal_order" : null);
  const [isMissing, setMissing] = useState(false);
  const path = { id: account.id };
  const options = optionsOf(FREEZE_REASON).filter(
    ([code]) => !isStronger || code === "legal_order",
  );
  return (
    <ActDialog
      title={isStronger ? t().strengthen : t().title}
      onClose={onClose}
      what={`${t().what} ${t().told}`}
      submit={isStronger ? t().strengthen : t().submit}
      isDanger
      isComplete={() => {
        setMissing(true);
        return reason !== null;
      }}
      send={() =>
        act(() =>
          api.PUT("/v1/admin/users/{id}/suspension", {
            params: { path },
            body: { reason: reason as FreezeReason },
          }),
        )
      }
      onDone={() => invalidate(`desk:person:${account.id}`)}
      outcome={() => t().done}
    >
      <ReasonField value={reason} onValue={setReason} options={options} isMissing={isMissing} />
    </ActDialog>
  );
}
