import { words } from "../i18n/words.ts";

/** What a button does once a quote has lapsed. */
export const quoteWords = words({
  en: { renew: "Get a new rate" },
  ar: { renew: "طلب سعر جديد" },
});
