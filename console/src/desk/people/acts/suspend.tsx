import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { ReasonActDialog } from "../../ui/reason-act-dialog.tsx";
import { optionsOf } from "../../words/name.ts";
import { FREEZE_REASON } from "../../words/people.ts";
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
  const path = { id: account.id };
  const options = optionsOf(FREEZE_REASON).filter(
    ([code]) => !isStronger || code === "legal_order",
  );
  return (
    <ReasonActDialog
      title={isStronger ? t().strengthen : t().title}
      onClose={onClose}
      reasons={options}
      start={isStronger ? "legal_order" : null}
      what={`${t().what} ${t().told}`}
      submit={isStronger ? t().strengthen : t().submit}
      isDanger
      send={(reason) =>
        api.PUT("/v1/admin/users/{id}/suspension", {
          params: { path },
          body: { reason },
        })
      }
      onDone={() => invalidate(`desk:person:${account.id}`)}
      outcome={() => t().done}
    />
  );
}
