import { words } from "../i18n/words.ts";

/** The button of a review whose quote has lapsed. */
export const quoteWords = words({
  en: { renew: "Get a new rate" },
  ar: { renew: "طلب سعر جديد" },
});
