import type { User } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Notice } from "../../ui/notice.tsx";

const t = words({
  en: {
    title: "Verify your phone number",
    text: "Then people can pay you by your number, and a code can set a new password.",
    verify: "Verify now",
    noneTitle: "Your account has no phone number",
    noneText: "Somebody has proven that the number was theirs. Add another one.",
    set: "Add a number",
  },
  ar: {
    title: "وثّق رقم هاتفك",
    text: "بعدها يستطيع الآخرون الدفع لك برقمك، ويمكنك تعيين كلمة مرور جديدة برمز.",
    verify: "توثيق الآن",
    noneTitle: "لا يوجد رقم هاتف لحسابك",
    noneText: "أثبت شخص آخر أن الرقم له. أضف رقمًا آخر.",
    set: "إضافة رقم",
  },
});

/** Offers to verify the phone, after the account is open; nothing once it is done. */
export function VerifyOffer({ user }: { readonly user: User }) {
  if (user.phone_verified) return null;
  const hasPhone = user.phone !== null;
  return (
    <Notice kind="info" title={hasPhone ? t().title : t().noneTitle}>
      <p>{hasPhone ? t().text : t().noneText}</p>
      <a class="button button-quiet" href={hasPhone ? "/me/profile?verify=phone" : "/me/profile"}>
        {hasPhone ? t().verify : t().set}
      </a>
    </Notice>
  );
}
