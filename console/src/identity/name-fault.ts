import { words } from "../i18n/words.ts";

/** The characters of a name, as the service counts them. */
export const NAME_LENGTH_MIN = 2;
export const NAME_LENGTH_MAX = 50;

const t = words({
  en: {
    empty: "Enter your name",
    short: "Enter at least two characters",
    long: "Enter at most fifty characters",
  },
  ar: {
    empty: "أدخل اسمك",
    short: "أدخل حرفين على الأقل",
    long: "أدخل خمسين حرفًا على الأكثر",
  },
});

/** What is wrong with a name before it is sent; null when the service is to judge it. */
export function nameFault(name: string): string | null {
  const length = [...new Intl.Segmenter().segment(name.trim())].length;
  if (length === 0) return t().empty;
  if (length < NAME_LENGTH_MIN) return t().short;
  return length > NAME_LENGTH_MAX ? t().long : null;
}
