import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { act } from "../../proven.ts";
import { ActDialog } from "../../ui/act-dialog.tsx";
import type { PersonActProps } from "../person-acts.tsx";

const t = words({
  en: {
    title: "End all sessions",
    what: "They are logged out everywhere and must log in again. A payment that has started is not stopped.",
    submit: "End all sessions",
    done: "All sessions have ended.",
  },
  ar: {
    title: "إنهاء كل الجلسات",
    what: "يُسجَّل خروجه من كل مكان ويلزمه تسجيل الدخول من جديد. لا تُلغى دفعة بدأ تنفيذها.",
    submit: "إنهاء كل الجلسات",
    done: "انتهت كل الجلسات.",
  },
});

export function EndSessions({ account: { id }, onClose }: PersonActProps) {
  const path = { id };
  return (
    <ActDialog
      title={t().title}
      onClose={onClose}
      what={t().what}
      submit={t().submit}
      send={() => act(() => api.DELETE("/v1/admin/users/{id}/sessions", { params: { path } }))}
      onDone={() => invalidate(`desk:sessions:${id}`)}
      outcome={() => t().done}
    />
  );
}
