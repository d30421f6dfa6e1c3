import type { ProblemEntries } from "./table.ts";

const NOTHING = "لم يُنفَّذ شيء.";

/** Refusals that operators meet, in Arabic. */
export const AR_DESK = {
  role_required: ["صلاحيتك لا تسمح بذلك", `${NOTHING} اطلب ذلك من مدير.`],
  own_account: ["هذا يخص حسابك أنت", `${NOTHING} يجب أن يقوم به مشغّل آخر.`],
  other_operator_required: ["يجب أن يقرر مشغّل ثانٍ", `${NOTHING} اطلب القرار من مشغّل آخر.`],
  proposal_not_found: [
    "لم يعد الاقتراح مفتوحًا",
    "تم البتّ فيه أو انتهت مدته. اقترحه من جديد إن كان ما زال مطلوبًا.",
  ],
  role_needs_factor: [
    "تتطلب الصلاحية وسيلة تأكيد ثانية",
    "لم يتغيّر شيء. على الشخص أن يضيف وسيلة تأكيد أولًا، وأن يبقيها ما دامت له الصلاحية.",
  ],
  user_not_found: ["لا يوجد هذا الشخص", "تحقّق من الرقم أو المعرّف."],
  wallet_not_frozen: ["المحفظة ليست مجمّدة", "لا يوجد تجميد يُرفع."],
  user_already_suspended: ["الشخص موقوف بالفعل", "لم يتغيّر شيء. ارفع الإيقاف أولًا إن أردت تغييره."],
  user_not_suspended: ["الشخص ليس موقوفًا", "لا يوجد إيقاف يُرفع."],
  adjustment_limit_exceeded: [
    "هذا فوق ما يمكن لمشغّل تسويته",
    `${NOTHING} اقترح مبلغًا أقل، أو انتظر يومًا، أو اطلب ذلك من مدير آخر.`,
  ],
  funding_event_not_found: ["لم يعد هذا الحدث معلّقًا", "تمت معالجته. افتح القائمة من جديد."],
  webhook_signature_invalid: [
    "توقيع الحدث غير صالح",
    `${NOTHING} يجب أن يوقّعه المرسل بالسر الحالي.`,
  ],
  not_reversible: [
    "لا يمكن عكس هذه العملية",
    `${NOTHING} لا تُعكس إلا دفعة أو إيداع ناجح، ما دام قد تبقّى منه شيء.`,
  ],
} as const satisfies Partial<ProblemEntries>;
