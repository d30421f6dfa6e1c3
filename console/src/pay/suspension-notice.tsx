import type { User } from "@mahfaza/client";
import { formatTime } from "../i18n/time.ts";
import { words } from "../i18n/words.ts";
import { Notice } from "../ui/notice.tsx";

const t = words({
  en: {
    title: "Your account is suspended",
    since: (time: string) => `Since ${time}.`,
    text: "You can see everything and end logins, but you cannot pay or change anything.",
    reasons: {
      owner_request: "You asked for it.",
      suspected_takeover: "Somebody else may have got into it.",
    },
    help: "Ask support to lift it.",
  },
  ar: {
    title: "حسابك موقوف",
    since: (time: string) => `منذ ${time}.`,
    text: "يمكنك الاطلاع على كل شيء وإنهاء الجلسات، ولا يمكنك الدفع أو تغيير شيء.",
    reasons: {
      owner_request: "أُوقف بناءً على طلبك.",
      suspected_takeover: "ربما دخل شخص آخر إلى حسابك.",
    },
    help: "تواصل مع الدعم لرفع الإيقاف.",
  },
});

interface SuspensionProps {
  readonly suspension: NonNullable<User["suspension"]>;
}

/** That an operator has suspended the account, and what still works. */
export function SuspensionNotice({ suspension }: SuspensionProps) {
  const { since, reason } = suspension;
  return (
    <Notice kind="warn" title={t().title}>
      <p>
        {t().since(formatTime(since, "long"))} {reason && t().reasons[reason]} {t().text} {t().help}
      </p>
    </Notice>
  );
}
