import { plural } from "../../i18n/words.ts";
import { tryAgain } from "./ar-wait.ts";
import type { LimitValues, ProblemEntries } from "./table.ts";

const NOTHING = "لم يُخصم أي مبلغ.";

const PAYMENTS = { one: "عملية واحدة", two: "عمليتان", few: "# عمليات", other: "# عملية" };

/** The limit, what is left of it, and when it begins again. */
function limitText({ name, most, count, left, resets }: LimitValues): string {
  const again = resets === null ? "" : ` يتجدّد الحد ${resets}.`;
  const many = plural(count ?? 0, PAYMENTS);
  const rest = left === null ? "وقد استُخدم كله." : `والمتبقي منه ${left}.`;
  const texts: Readonly<Record<LimitValues["name"], string>> = {
    out_operation_sum: `أقصى مبلغ للدفعة الواحدة ${most}.`,
    out_day_sum: `حد مدفوعاتك اليومي ${most}، ${rest}${again}`,
    out_day_count: `حد مدفوعاتك اليومي ${many}، وقد بلغته.${again}`,
    out_month_sum: `حد مدفوعاتك الشهري ${most}، ${rest}${again}`,
    out_month_count: `حد مدفوعاتك الشهري ${many}، وقد بلغته.${again}`,
    in_operation_sum: `أقصى مبلغ يمكنك استلامه في المرة الواحدة ${most}.`,
    in_day_sum: `حد استلامك اليومي ${most}، ${rest}${again}`,
    in_day_count: `حد استلامك اليومي ${many}، وقد بلغته.${again}`,
    in_month_sum: `حد استلامك الشهري ${most}، ${rest}${again}`,
    in_month_count: `حد استلامك الشهري ${many}، وقد بلغته.${again}`,
    balance: `أقصى رصيد لمحافظك بهذه العملة مجتمعةً ${most}، ${rest}`,
  };
  return texts[name];
}

/** Refusals about wallets and payments, in Arabic. */
export const AR_MONEY = {
  insufficient_funds: ["الرصيد لا يكفي", `${NOTHING} أدخل مبلغًا أقل، أو أضف مالًا أولًا.`],
  limit_exceeded: [
    "المبلغ يتجاوز حدّك",
    ({ limit }) => `${NOTHING} ${limit ? limitText(limit) : "راجع حدودك لمعرفة المتبقي."}`,
  ],
  balance_limit_exceeded: ["لا تتسع المحفظة لهذا المبلغ", `${NOTHING} أدخل مبلغًا أقل.`],
  recipient_not_found: [
    "لا يمكن الدفع لهذا الشخص هنا",
    ({ currencies }) =>
      currencies === null
        ? `${NOTHING} تأكّد معه من الرقم أو المحفظة.`
        : `${NOTHING} لا يصله الدفع بهذه العملة، ويمكنك الدفع له بـ: ${currencies}.`,
  ],
  recipient_unavailable: ["لا يمكن الدفع لهذا الشخص الآن", `${NOTHING} حاول مرة أخرى لاحقًا.`],
  same_wallet: ["المحفظتان هما نفس المحفظة", `${NOTHING} اختر محفظة أخرى لتستلم المبلغ.`],
  wallet_frozen: ["المحفظة مجمّدة", `${NOTHING} استخدم محفظة أخرى، أو اسأل الدعم عن التجميد.`],
  wallet_closed: ["المحفظة مغلقة", `${NOTHING} استخدم محفظة أخرى.`],
  wallet_not_found: [
    "لا توجد هذه المحفظة",
    `${NOTHING} اختر إحدى محافظك، أو افتح محفظة بهذه العملة.`,
  ],
  not_wallet_owner: ["هذا الرقم ليس رقمك", `${NOTHING} استخدم محفظة من محافظك.`],
  currency_mismatch: ["عملة المحفظة مختلفة", `${NOTHING} اختر محفظة بعملة الدفعة.`],
  market_mismatch: [
    "هذان ريالان مختلفان",
    `${NOTHING} ريال عدن وريال صنعاء عملتان مختلفتان. اصرف أحدهما أولًا.`,
  ],
  invalid_amount: [
    "هذا المبلغ غير ممكن",
    `${NOTHING} أدخل مبلغًا أكبر من صفر، بالمنازل العشرية لعملته.`,
  ],
  idempotency_key_reused: [
    "تغيّرت هذه الدفعة بعد إرسالها",
    "لم يُخصم أي مبلغ الآن. تحقّق في السجل هل تمّت الأولى، ثم ابدأ من جديد.",
  ],
  transaction_not_found: ["لا توجد هذه العملية", "ابحث عنها في السجل."],
  wallet_limit_reached: ["بلغت أقصى عدد من المحافظ", "أغلق محفظة لا تحتاجها، ثم حاول مرة أخرى."],
  wallet_not_closed: ["المحفظة ليست مغلقة", "لا يلزمك شيء."],
  last_wallet: ["هذه محفظتك المفتوحة الوحيدة", "افتح محفظة أخرى أولًا. ولإغلاق كل شيء، احذف حسابك."],
  holds_open: ["في هذه المحفظة مبلغ محجوز", "يمكنك إغلاقها عندما تنتهي حجوزاتها."],
  deposit_pending: [
    "هناك إيداع في طريقه إلى هذه المحفظة",
    "يمكنك إغلاقها عندما يصل الإيداع أو ينتهي.",
  ],
  balance_not_zero: ["ما زال فيها رصيد", "اسحب الرصيد أو أرسله كله أولًا."],

  hold_not_found: ["لا يوجد هذا الحجز", "ابحث عنه في قائمة الحجوزات."],
  hold_expired: ["انتهت مدة الحجز", `${NOTHING} عاد مبلغه متاحًا لصاحبه. يلزم حجز جديد.`],
  hold_voided: ["أُلغي الحجز", `${NOTHING} عاد مبلغه متاحًا لصاحبه. يلزم حجز جديد.`],
  hold_captured: ["انتهى الحجز", `${NOTHING} تم آخر سحب منه، ولم يتبقَّ منه شيء.`],
  void_not_allowed: ["لا يلغيه إلا المستلم", "اطلب منه إلغاءه، أو انتظر حتى تنتهي مدته."],
  hold_limit_reached: [
    "في هذه المحفظة حجوزات مفتوحة كثيرة",
    `${NOTHING} انتظر حتى ينتهي أحدها، أو ألغِ واحدًا.`,
  ],
  hold_amendment_limit_reached: ["بلغ الحجز أقصى عدد من التعديلات", `${NOTHING} أنشئ حجزًا جديدًا.`],
  hold_not_higher: [
    "المجموع الجديد ليس أعلى",
    `${NOTHING} لا يمكن إلا رفع مبلغ الحجز. أدخل أكثر من مجموعه.`,
  ],
  hold_not_later: ["لن ينتهي في وقت أبعد", `${NOTHING} اختر مدة أطول.`],
  hold_too_long: [
    "مدة الحجز أطول من المسموح",
    `${NOTHING} يستمر الحجز 90 يومًا على الأكثر. اختر مدة أقصر، أو أنشئ حجزًا جديدًا.`,
  ],
  capture_exceeds_hold: [
    "هذا أكثر من المتبقي",
    ({ left }) =>
      left === null ? `${NOTHING} أدخل مبلغًا أقل.` : `${NOTHING} المتبقي من الحجز ${left}.`,
  ],
  capture_limit_reached: [
    "يجب أن يكون السحب التالي هو الأخير",
    `${NOTHING} اختر أن ينتهي الحجز بهذا السحب.`,
  ],
  payer_unavailable: [
    "محفظة الدافع لا تستطيع الدفع الآن",
    `${NOTHING} يبقى الحجز مفتوحًا. حاول لاحقًا، أو اسأل الدافع.`,
  ],

  not_refundable: [
    "لا يمكن ردّ هذه العملية",
    `${NOTHING} يمكنك ردّ الدفعات التي استلمتها فقط. وللدفع لشخص، أرسل له مبلغًا.`,
  ],
  refund_exceeds_original: [
    "هذا أكثر مما تبقّى للرد",
    ({ left }) =>
      left === null ? `${NOTHING} أدخل مبلغًا أقل.` : `${NOTHING} يمكنك ردّ ${left} بعد.`,
  ],
  refund_limit_reached: ["بلغت أقصى عدد من مرات الرد", `${NOTHING} أرسل الباقي كدفعة عادية.`],
  refund_too_small: [
    "لا يساوي هذا المبلغ شيئًا بعملة الدافع",
    `${NOTHING} ردّ مبلغًا أكبر، أو كل المتبقي.`,
  ],
  refund_unavailable: ["لا يمكن الرد إلى الدافع الآن", `${NOTHING} اسأله، وحاول لاحقًا.`],

  quote_not_found: ["لا يوجد هذا السعر المعروض", `${NOTHING} اطلب سعرًا جديدًا.`],
  quote_expired: ["انتهت مدة السعر", `${NOTHING} اطلب سعرًا جديدًا.`],
  quote_used: ["استُخدم هذا السعر من قبل", `${NOTHING} اطلب سعرًا جديدًا.`],
  quote_limit_exceeded: ["المبلغ كبير على عملية صرف واحدة", `${NOTHING} أدخل مبلغًا أقل.`],
  open_quotes_limit_reached: [
    "لديك عروض أسعار مفتوحة كثيرة",
    ({ waitSeconds }) => `${NOTHING} ${tryAgain(waitSeconds)}`,
  ],
  rate_unavailable: [
    "لا يوجد سعر لهذا الصرف الآن",
    `${NOTHING} اختر عملتين أخريين، أو حاول لاحقًا.`,
  ],
  amount_too_small: [
    "لن ينتج عن هذا الصرف شيء",
    `${NOTHING} الناتج أقل من أصغر وحدة. أدخل مبلغًا أكبر.`,
  ],
  liquidity_exhausted: [
    "لا يمكننا صرف هذا القدر الآن",
    `${NOTHING} أدخل مبلغًا أقل، أو حاول لاحقًا بسعر جديد.`,
  ],

  deposit_not_found: ["لا يوجد هذا الإيداع", "ابحث عنه في قائمة الإيداعات."],
  deposit_limit_reached: [
    "بلغت أقصى عدد من الإيداعات المفتوحة",
    "ادفع أحدها، أو انتظر حتى ينتهي أحدها.",
  ],
  withdrawal_not_found: ["لا يوجد هذا السحب", "ابحث عنه في قائمة عمليات السحب."],
} as const satisfies Partial<ProblemEntries>;
