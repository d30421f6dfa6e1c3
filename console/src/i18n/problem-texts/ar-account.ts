import { tryAgain } from "./ar-wait.ts";
import type { ProblemEntries } from "./table.ts";

const NOTHING = "لم يُنفَّذ شيء.";
const RELOAD = `${NOTHING} أعد تحميل الصفحة.`;

/** Refusals about the account, logins and factors, and those of the service itself, in Arabic. */
export const AR_ACCOUNT = {
  session_ended: ["انتهت جلستك", `${NOTHING} سجّل الدخول من جديد.`],
  token_missing: ["لم تسجّل الدخول", `${NOTHING} سجّل الدخول أولًا.`],
  token_invalid: ["لم تعد جلستك صالحة", `${NOTHING} سجّل الدخول من جديد.`],
  token_expired: ["انتهت صلاحية جلستك", `${NOTHING} أعد المحاولة، أو سجّل الدخول من جديد.`],
  step_up_required: ["يلزم عامل التحقق الثاني", `${NOTHING} أعد المحاولة، وأكّد أنك صاحب الحساب.`],
  account_suspended: [
    "حسابك موقوف",
    `${NOTHING} يمكنك الاطلاع على كل شيء، ولا يمكنك الدفع أو تغيير شيء. تواصل مع الدعم.`,
  ],
  invalid_credentials: [
    "الرقم أو كلمة المرور غير صحيح",
    "تحقّق من الاثنين. وإن نسيت كلمة المرور، فعيّن كلمة مرور جديدة.",
  ],
  wrong_password: ["كلمة المرور غير صحيحة", "لم يتغيّر شيء. أدخل كلمة المرور الحالية."],
  weak_password: ["كلمة المرور ضعيفة", ({ reason }) => reason ?? "استخدم عدة كلمات غير شائعة."],
  code_refused: ["الرمز غير صحيح", "قد يكون مستخدمًا أو قديمًا. راجع آخر رسالة، أو اطلب رمزًا آخر."],
  second_factor_wrong: [
    "الرمز غير صحيح",
    "يُستخدم الرمز مرة واحدة. انتظر الرمز التالي في التطبيق، أو استخدم رمز استرداد آخر.",
  ],
  passkey_invalid: ["لم يُقبل مفتاح المرور", "أعد المحاولة، أو أكّد هويتك بطريقة أخرى."],
  challenge_invalid: ["استغرق الأمر وقتًا طويلًا", `${NOTHING} ابدأ من جديد.`],
  too_many_attempts: [
    "محاولات كثيرة",
    ({ waitSeconds }) => `لم يتغيّر شيء. ${tryAgain(waitSeconds)}`,
  ],
  phone_taken: [
    "لهذا الرقم حساب بالفعل",
    "إن كان الحساب حسابك فسجّل الدخول، وإن كان الرقم رقمك فأثبت ذلك برمز.",
  ],
  email_taken: [
    "وثّق شخص آخر هذا العنوان",
    "استخدم عنوانًا آخر، أو سجّل الدخول إلى الحساب الذي له هذا العنوان.",
  ],
  contact_missing: ["لا يوجد ما يُوثَّق", "احفظ رقمك أو عنوانك أولًا."],
  contact_verified: ["تم توثيقه من قبل", "لا يلزمك فعل شيء."],
  session_not_found: ["انتهت هذه الجلسة من قبل", "لا يلزمك فعل شيء."],
  factor_not_found: ["عامل التحقق هذا غير موجود", "ربما أُزيلت. افتح الصفحة من جديد."],
  totp_enrolled: ["لديك تطبيق مصادقة بالفعل", "أزله أولًا، ثم أضف التطبيق الجديد."],
  passkey_taken: ["مفتاح المرور هذا مضاف بالفعل", "استخدمه، أو أنشئ مفتاحًا آخر."],
  passkey_limit_reached: [
    "بلغت أقصى عدد من مفاتيح المرور",
    "أزل مفتاحًا لا تستخدمه، ثم أعد المحاولة.",
  ],

  invalid_request: ["هناك خطأ في البيانات", `${NOTHING} راجع ما أدخلته.`],
  rate_limited: ["طلبات كثيرة", ({ waitSeconds }) => `${NOTHING} ${tryAgain(waitSeconds)}`],
  service_busy: ["الخدمة مشغولة", ({ waitSeconds }) => `${NOTHING} ${tryAgain(waitSeconds)}`],
  outcome_unknown: ["لا نعلم بعد إن كانت العملية قد تمّت", "ربما تمّت. راجع السجل قبل أن تعيدها."],
  internal_error: ["حدث خطأ لدينا", "أعد المحاولة. وإن تكرّر الخطأ، فأعطِ الدعم الرمز أدناه."],
  request_timeout: ["لم يصل طلبك في الوقت المناسب", `${NOTHING} تحقّق من الاتصال ثم أعد المحاولة.`],
  not_found: ["لا يوجد شيء هنا", "ربما لم يعد موجودًا. ارجع وافتحه من جديد."],
  origin_not_allowed: ["لا يُسمح لهذه الصفحة بذلك", `${NOTHING} افتح «محفظة» من عنوانها الأصلي.`],
  https_required: [
    "الاتصال غير آمن",
    `${NOTHING} افتح العنوان الذي يبدأ بـ \u2066https\u2069، وسجّل الدخول من جديد.`,
  ],
  malformed_json: ["أرسلت هذه الصفحة طلبًا خاطئًا", RELOAD],
  unsupported_media_type: ["أرسلت هذه الصفحة طلبًا خاطئًا", RELOAD],
  method_not_allowed: ["أرسلت هذه الصفحة طلبًا خاطئًا", RELOAD],
  body_too_large: ["النص طويل جدًا", `${NOTHING} أدخل نصًا أقصر.`],
  url_too_long: ["نص البحث طويل جدًا", "ابحث عن نص أقصر."],
} as const satisfies Partial<ProblemEntries>;
