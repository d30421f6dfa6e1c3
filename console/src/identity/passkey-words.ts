import { words } from "../i18n/words.ts";
import type { PasskeyFault } from "./passkey-fault.ts";

const t = words({
  en: {
    given_up: "No passkey was used. Try again, or choose another way.",
    exists: "This device already has a passkey for your account.",
    unsupported: "This device or browser cannot use passkeys.",
    failed: "The passkey did not work here. Choose another way.",
  },
  ar: {
    given_up: "لم يُستخدم مفتاح مرور. أعد المحاولة أو اختر طريقة أخرى.",
    exists: "في هذا الجهاز مفتاح مرور لحسابك بالفعل.",
    unsupported: "لا يدعم هذا الجهاز أو المتصفح مفاتيح المرور.",
    failed: "لم يعمل مفتاح المرور هنا. اختر طريقة أخرى.",
  },
});

/** Why no passkey was used, in words. */
export function passkeyFaultText(fault: PasskeyFault): string {
  return t()[fault];
}
