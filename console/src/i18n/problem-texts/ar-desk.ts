import type { ProblemEntries } from "./table.ts";

const NOTHING = "لم يُنفَّذ شيء.";

/** Refusals that operators meet, in Arabic. */
export const AR_DESK = {
  role_required: ["دورك لا يسمح بذلك", `${NOTHING} اطلب ذلك من مدير.`],
  own_account: ["هذا يخص حسابك أنت", `${NOTHING} يجب أن يقوم به مشغّل آخر.`],
  other_operator_required: ["يجب أن يبتّ فيه مشغّل ثانٍ", `${NOTHING} اطلب القرار من مشغّل آخر.`],
  proposal_not_found: [
    "لم يعد الاقتراح مفتوحًا",
    "بُتّ فيه أو انتهت مدته. اقترحه من جديد إن كان ما زال مطلوبًا.",
  ],
  role_needs_factor: [
    "الدور يتطلب عامل تحقق ثانيًا",
    "لم يتغيّر شيء. على الشخص أن يضيف عامل تحقق ثانيًا أولًا، وأن يبقيه ما دام له الدور.",
  ],
  user_not_found: ["الشخص غير موجود", "تحقّق من الرقم أو المعرّف."],
  wallet_not_frozen: ["المحفظة غير مجمّدة", "لا يوجد تجميد يُرفع."],
  user_already_suspended: [
    "الحساب موقوف بالفعل",
    "لم يتغيّر شيء. ارفع الإيقاف أولًا إن أردت تغييره.",
  ],
  user_not_suspended: ["الحساب غير موقوف", "لا يوجد إيقاف يُرفع."],
  adjustment_limit_exceeded: [
    "هذا أعلى من المسموح به للتسويات",
    `${NOTHING} اقترح مبلغًا أقل، أو انتظر يومًا، أو اطلب ذلك من مدير آخر.`,
  ],
  funding_event_not_found: ["لم يعد هذا الحدث معلّقًا", "تمّت معالجته. افتح القائمة من جديد."],
  webhook_signature_invalid: [
    "توقيع الحدث غير صالح",
    `${NOTHING} يجب أن يوقّعه المرسل بالسر الحالي.`,
  ],
  not_reversible: [
    "لا يمكن عكس هذه العملية",
    `${NOTHING} لا تُعكس إلا دفعة أو إيداع ناجح، ما دام قد تبقّى منه شيء.`,
  ],
} as const satisfies Partial<ProblemEntries>;
