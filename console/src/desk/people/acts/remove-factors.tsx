import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import { Notice } from "../../../ui/notice.tsx";
import { ReasonedAct } from "../../ui/reasoned-act.tsx";
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
  return (
    <ReasonedAct
      texts={t()}
      reasons={optionsOf(FACTOR_REASON)}
      isDanger
      send={(reason) =>
        api.POST("/v1/admin/users/{id}/factors/delete", {
          params: { path: { id } },
          body: { reason },
        })
      }
      changes={[`desk:sessions:${id}`, `desk:factors:${id}`]}
      onClose={onClose}
    >
      <Notice kind="warn">{t().warning}</Notice>
    </ReasonedAct>
  );
}
