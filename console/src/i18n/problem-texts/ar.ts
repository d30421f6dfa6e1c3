import { plural } from "../words.ts";
import { AR_ACCOUNT } from "./ar-account.ts";
import { AR_DESK } from "./ar-desk.ts";
import { AR_MONEY } from "./ar-money.ts";
import { AR_PASSWORDS } from "./ar-passwords.ts";
import type { ProblemEntries, ProblemTable } from "./table.ts";

const LETTERS = { one: "حرف واحد", two: "حرفان", few: "# أحرف", many: "# حرفًا", other: "# حرف" };
const DIGITS = { one: "رقم واحد", two: "رقمين", few: "# أرقام", many: "# رقمًا", other: "# رقم" };

// A code that is missing does not compile.
const PROBLEMS = { ...AR_MONEY, ...AR_ACCOUNT, ...AR_DESK } satisfies ProblemEntries;

export const TABLE: ProblemTable = {
  problems: PROBLEMS,
  fields: {
    conflicting_fields: "أدخل واحدًا فقط من الاثنين",
    currency_not_offered: "هذه العملة غير متاحة",
    invalid_amount: "أدخل مبلغًا أكبر من صفر، مثل 1500.50",
    invalid_code: (digits) =>
      digits === null ? "تحقّق من الرمز" : `يتكوّن الرمز من ${plural(digits, DIGITS)}`,
    invalid_cursor: "افتح القائمة من بدايتها",
    invalid_email: "أدخل بريدًا إلكترونيًا، مثل \u2066name@example.com\u2069",
    invalid_id: "هذا ليس معرّف محفظة أو عملية",
    invalid_idempotency_key: "أعد تحميل الصفحة",
    invalid_limit: "اختر عددًا أصغر",
    invalid_phone: "أدخل رقم هاتف محمول يستقبل الرسائل، مثل \u2066+967 771 234 567\u2069",
    invalid_range: "يجب ألّا تسبق النهاية البداية",
    invalid_rate: "أدخل سعرًا أكبر من صفر، من 12 رقمًا على الأكثر",
    invalid_text: "احذف الأحرف غير المرئية",
    invalid_time: "اختر وقتًا آخر",
    invalid_value: "هذه القيمة غير ممكنة",
    market_required: "اختر سوق الريال",
    no_market: "السوق للريال فقط",
    not_exchanged: "لا يوجد سعر لهذه العملة",
    repeated: "أدخل هذا مرة واحدة فقط",
    required: "هذا الحقل مطلوب",
    same_currency: "اختر عملتين مختلفتين",
    too_long: (most) => (most === null ? "النص طويل جدًا" : `${plural(most, LETTERS)} على الأكثر`),
    too_short: (least) =>
      least === null ? "النص قصير جدًا" : `${plural(least, LETTERS)} على الأقل`,
    unknown_field: "هذا غير معروف هنا",
    unsupported_currency: "هذه العملة غير ممكنة هنا",
    weak_password: "استخدم عدة كلمات غير شائعة",
    wrong_type: "هذه القيمة غير ممكنة",
  },
  passwords: AR_PASSWORDS,
  weakPassword: "استخدم عدة كلمات غير شائعة.",
};
