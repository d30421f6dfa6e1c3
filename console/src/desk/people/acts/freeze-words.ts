import { words } from "../../../i18n/words.ts";

/** The texts of a freeze. */
export const freezeWords = words({
  en: {
    title: "Freeze the wallet",
    stronger: "Strengthen the freeze",
    what: "No money moves in the chosen direction until the freeze ends. The owner sees that the wallet is frozen, but not why.",
    replaces: "It replaces the freeze in force, and may not be weaker in any way.",
    legal: "You cannot lift a legal order that you set.",
    scope: "What it stops",
    until: "Last day (optional)",
    untilHint: "The freeze ends after this day. Without it, it lasts until an operator lifts it.",
    wrong: "Choose a day within the next year",
    early: "Choose a day not before the present end",
    submit: "Freeze",
    done: "The wallet is frozen.",
  },
  ar: {
    title: "تجميد المحفظة",
    stronger: "تشديد التجميد",
    what: "لا ينتقل المال في الاتجاه المختار حتى ينتهي التجميد. يرى صاحبها أنها مجمّدة من دون السبب.",
    replaces: "يحل محل التجميد الحالي، ولا يجوز أن يكون أخف منه في شيء.",
    legal: "لا يمكنك رفع أمر قضائي وضعته بنفسك.",
    scope: "ما الذي يوقفه",
    until: "آخر يوم (اختياري)",
    untilHint: "ينتهي التجميد بعد هذا اليوم. ومن دونه يبقى حتى يرفعه مشغّل.",
    wrong: "اختر يومًا خلال السنة القادمة",
    early: "اختر يومًا لا يسبق النهاية الحالية",
    submit: "تجميد المحفظة",
    done: "المحفظة مجمّدة.",
  },
});
