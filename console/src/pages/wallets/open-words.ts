import { words } from "../../i18n/words.ts";

/** The texts of opening a wallet. */
export const openWords = words({
  en: {
    title: "New wallet",
    find: "Find a currency",
    findHint: "By its name or code",
    currency: "Currency",
    none: "No currency fits. Try its code, like USD.",
    market: "Which rial",
    marketHint:
      "The rials of Aden and Sana’a have different values. A wallet holds one of them, for good.",
    label: "Name of the wallet",
    labelHint: "For you alone. You can leave it empty.",
    open: "Open the wallet",
  },
  ar: {
    title: "محفظة جديدة",
    find: "ابحث عن عملة",
    findHint: "باسمها أو رمزها",
    currency: "العملة",
    none: "لا توجد عملة مطابقة. جرّب رمزها، مثل \u2066USD\u2069.",
    market: "أي ريال",
    marketHint: "لريال عدن وريال صنعاء قيمتان مختلفتان. تحفظ المحفظة أحدهما دائمًا.",
    label: "اسم المحفظة",
    labelHint: "لك وحدك، ويمكنك تركه فارغًا.",
    open: "فتح المحفظة",
  },
});
