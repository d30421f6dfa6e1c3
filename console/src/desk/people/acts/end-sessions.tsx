import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import { OperatorAct } from "../../ui/operator-act.tsx";
import type { PersonActProps } from "../person-acts.tsx";

const t = words({
  en: {
    title: "End all sessions",
    what: "They are logged out everywhere and must log in again. A payment that has started is not stopped.",
    done: "All sessions have ended.",
  },
  ar: {
    title: "إنهاء كل الجلسات",
    what: "يُسجَّل خروجه من كل مكان ويلزمه تسجيل الدخول من جديد. لا تُلغى دفعة بدأ تنفيذها.",
    done: "انتهت كل الجلسات.",
  },
});

export function EndSessions({ account: { id }, onClose }: PersonActProps) {
  return (
    <OperatorAct
      texts={t()}
      send={() => api.DELETE("/v1/admin/users/{id}/sessions", { params: { path: { id } } })}
      changes={[`desk:sessions:${id}`]}
      onClose={onClose}
    />
  );
}
