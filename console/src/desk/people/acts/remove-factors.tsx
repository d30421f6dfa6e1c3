import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { Notice } from "../../../ui/notice.tsx";
import { ReasonActDialog } from "../../ui/reason-act-dialog.tsx";
import { optionsOf } from "../../words/name.ts";
import { FACTOR_REASON } from "../../words/people.ts";
import type { PersonActProps } from "../person-acts.tsx";

const t = words({
  en: {
    title: "Remove second factors",
    what: "The authenticator app, all passkeys and recovery codes are removed, all sessions end, and a message tells them.",
    warning:
      "After that the password is all that a login asks for. Make sure who they are, and that they reset the password.",
    submit: "Remove all second factors",
    done: "The second factors are removed, and all sessions have ended.",
  },
  ar: {
    title: "إزالة عوامل التحقق",
    what: "يُزال تطبيق المصادقة وكل مفاتيح المرور ورموز الاسترداد، وتنتهي كل الجلسات، وتصله رسالة بذلك.",
    warning: "بعد ذلك تكفي كلمة المرور لتسجيل الدخول. تأكّد من هويته، ومن أنه عيّن كلمة مرور جديدة.",
    submit: "إزالة كل عوامل التحقق",
    done: "أُزيلت عوامل التحقق وانتهت كل الجلسات.",
  },
});

export function RemoveFactors({ account: { id }, onClose }: PersonActProps) {
  const path = { id };
  return (
    <ReasonActDialog
      title={t().title}
      onClose={onClose}
      reasons={optionsOf(FACTOR_REASON)}
      what={t().what}
      submit={t().submit}
      isDanger
      send={(reason) =>
        api.POST("/v1/admin/users/{id}/factors/delete", {
          params: { path },
          body: { reason },
        })
      }
      onDone={() => invalidate(`desk:sessions:${id}`, `desk:factors:${id}`)}
      outcome={() => t().done}
    >
      <Notice kind="warn">{t().warning}</Notice>
    </ReasonActDialog>
  );
}
