import { words } from "../../i18n/words.ts";
import type { ProblemText } from "../../problems/problem-text.ts";

/** What the service refuses to operators, in words for an operator. */
const refusals = words({
  en: {
    role_required: {
      title: "Your role does not include this",
      action:
        "Support does not act on operators, and some acts are for admins. Your attempt is in your audit log.",
    },
    own_account: {
      title: "Not on your own account",
      action: "Another operator must do this.",
    },
    other_operator_required: {
      title: "Another operator must decide",
      action: "Nobody approves what they proposed, or lifts a legal order that they set.",
    },
    role_needs_factor: {
      title: "They have no second factor",
      action:
        "A role needs one. Ask them to add an authenticator app or a passkey, then try again.",
    },
    too_many_attempts: {
      title: "Too many attempts",
      action:
        "You have used your look-ups, or this was done too often. Nothing was done. Wait a few minutes.",
    },
    user_not_found: {
      title: "Nobody was found",
      action: "Check the number with its country code, or the id. The look-up counts all the same.",
    },
    proposal_not_found: {
      title: "The proposal is no longer open",
      action: "It was decided, replaced, or it expired.",
    },
    wallet_frozen: {
      title: "The wallet is frozen",
      action: "A freeze is only replaced by a stronger one. Lift it first.",
    },
    wallet_closed: {
      title: "The wallet is closed",
      action: "Reopen it first. The wallet of a deleted account stays closed.",
    },
    wallet_not_frozen: {
      title: "The wallet is not frozen",
      action: "The freeze has ended, or somebody lifted it. Nothing was changed.",
    },
    wallet_not_closed: { title: "The wallet is open", action: "Nothing was changed." },
    wallet_limit_reached: {
      title: "The owner has too many open wallets",
      action: "They must close another one first.",
    },
    user_already_suspended: {
      title: "The account is suspended",
      action: "Lift the suspension first. Only a legal order replaces another reason.",
    },
    user_not_suspended: { title: "The account is not suspended", action: "Nothing was changed." },
    factor_not_found: {
      title: "They have no second factor",
      action: "There is nothing to remove.",
    },
    not_reversible: {
      title: "This cannot be reversed",
      action:
        "Only a transfer or capture between two people, or a deposit, can be, and only what is left of it.",
    },
    adjustment_limit_exceeded: {
      title: "Above what adjustments allow",
      action: "One adjustment, or all of yours today, would be too high.",
    },
    funding_event_not_found: {
      title: "The event is no longer in suspense",
      action: "Somebody has resolved it.",
    },
    insufficient_funds: {
      title: "The wallet has too little",
      action: "The proposal stays open until it expires.",
    },
  },
  ar: {
    role_required: {
      title: "دورك لا يشمل هذا الإجراء",
      action:
        "لا يتصرف الدعم في حسابات المشغّلين، وبعض الإجراءات للمديرين وحدهم. سُجّلت محاولتك في سجل أحداثك.",
    },
    own_account: { title: "لا يجوز على حسابك", action: "يجب أن يقوم بذلك مشغّل آخر." },
    other_operator_required: {
      title: "يجب أن يبتّ فيه مشغّل آخر",
      action: "لا يوافق أحد على ما اقترحه، ولا يرفع أمرًا قضائيًا وضعه بنفسه.",
    },
    role_needs_factor: {
      title: "ليس لديه عامل تحقق ثانٍ",
      action: "الدور يحتاج إليه. اطلب منه إضافة تطبيق مصادقة أو مفتاح مرور، ثم أعد المحاولة.",
    },
    too_many_attempts: {
      title: "محاولات كثيرة",
      action: "استنفدت عمليات البحث، أو تكرّر الإجراء كثيرًا. لم يُنفَّذ شيء. انتظر بضع دقائق.",
    },
    user_not_found: {
      title: "لم نجد أحدًا",
      action: "تحقّق من الرقم مع رمز البلد، أو من المعرّف. يُحتسب البحث في كل الأحوال.",
    },
    proposal_not_found: {
      title: "لم يعد الاقتراح مفتوحًا",
      action: "بُتّ فيه، أو حلّ غيره محله، أو انتهت مدته.",
    },
    wallet_frozen: {
      title: "المحفظة مجمّدة",
      action: "لا يحل محل التجميد إلا تجميد أشد منه. ارفعه أولًا.",
    },
    wallet_closed: {
      title: "المحفظة مغلقة",
      action: "أعد فتحها أولًا. أما محفظة الحساب المحذوف فتبقى مغلقة.",
    },
    wallet_not_frozen: {
      title: "المحفظة غير مجمّدة",
      action: "انتهى التجميد أو رفعه غيرك. لم يتغيّر شيء.",
    },
    wallet_not_closed: { title: "المحفظة مفتوحة", action: "لم يتغيّر شيء." },
    wallet_limit_reached: {
      title: "لصاحبها محافظ مفتوحة كثيرة",
      action: "عليه أن يغلق محفظة أخرى أولًا.",
    },
    user_already_suspended: {
      title: "الحساب موقوف",
      action: "ارفع الإيقاف أولًا. الأمر القضائي وحده يحل محل سبب آخر.",
    },
    user_not_suspended: { title: "الحساب غير موقوف", action: "لم يتغيّر شيء." },
    factor_not_found: { title: "ليس لديه عامل تحقق ثانٍ", action: "لا يوجد ما يُزال." },
    not_reversible: {
      title: "لا يمكن عكس هذه العملية",
      action: "لا يُعكس إلا تحويل أو تحصيل بين شخصين، أو إيداع، وما بقي منه فقط.",
    },
    adjustment_limit_exceeded: {
      title: "أعلى من المسموح به للتسويات",
      action: "هذه التسوية، أو مجموع تسوياتك اليوم، أعلى من المسموح.",
    },
    funding_event_not_found: {
      title: "لم يعد الحدث معلّقًا",
      action: "عالجه غيرك.",
    },
    insufficient_funds: {
      title: "رصيد المحفظة لا يكفي",
      action: "يبقى الاقتراح مفتوحًا حتى تنتهي مدته.",
    },
  },
});

/** A refusal in words for an operator; null when it has none of its own. */
export function refusalText(code: string): ProblemText | null {
  const table: Readonly<Record<string, ProblemText>> = refusals();
  return Object.hasOwn(table, code) ? (table[code] ?? null) : null;
}
