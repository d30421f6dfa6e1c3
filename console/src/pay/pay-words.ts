import { words } from "../i18n/words.ts";

/** What the forms of all payments say. */
export const payWords = words({
  en: {
    amount: "Amount",
    review: "Review",
    wallets: "See your wallets",
    fee: "Fee",
    none: "None",
    left: { day: "Left of today’s limit", month: "Left of this month’s limit" },
    change: "Change the amount",
    changeTo: "Change the recipient",
    /** The button of a review whose quote has lapsed. */
    renew: "Get a new rate",
  },
  ar: {
    amount: "المبلغ",
    review: "مراجعة",
    wallets: "عرض محافظك",
    fee: "الرسوم",
    none: "بلا رسوم",
    left: { day: "المتبقي من حد اليوم", month: "المتبقي من حد الشهر" },
    change: "تغيير المبلغ",
    changeTo: "تغيير المستلم",
    renew: "طلب سعر جديد",
  },
});
