import type { Language } from "../i18n/language.ts";

/** A sentence of the service about a weak password, and how the console says it. */
type Advice = readonly [sentence: string, en: string, ar: string];

/** What the service says of its own. */
const OWN: readonly Advice[] = [
  [
    "It is too close to your username or phone.",
    "It is too close to your name or phone.",
    "هي قريبة جدًا من اسمك أو رقم هاتفك.",
  ],
  [
    "Use several uncommon words, or a password manager.",
    "Use several uncommon words, or a password manager.",
    "استخدم عدة كلمات غير شائعة، أو برنامجًا لإدارة كلمات السر.",
  ],
];

/** What its estimator says: first why a password is weak, then what would be better. */
const ESTIMATOR: readonly Advice[] = [
  [
    "Straight rows of keys on your keyboard are easy to guess.",
    "Rows of keys on a keyboard are easily found.",
    "صفوف الأزرار المتجاورة في لوحة المفاتيح سهلة الاكتشاف.",
  ],
  [
    "Short keyboard patterns are easy to guess.",
    "Short patterns on a keyboard are easily found.",
    "الأنماط القصيرة على لوحة المفاتيح سهلة الاكتشاف.",
  ],
  [
    'Repeated characters like "aaa" are easy to guess.',
    "Repeated characters like “aaa” are easily found.",
    "الأحرف المكررة مثل «aaa» سهلة الاكتشاف.",
  ],
  [
    'Repeated character patterns like "abcabcabc" are easy to guess.',
    "Repetitions like “abcabcabc” are easily found.",
    "التكرار مثل «abcabcabc» سهل الاكتشاف.",
  ],
  [
    'Common character sequences like "abc" are easy to guess.',
    "Sequences like “abc” are easily found.",
    "التسلسلات مثل «abc» سهلة الاكتشاف.",
  ],
  [
    "Recent years are easy to guess.",
    "Recent years are easily found.",
    "السنوات القريبة سهلة الاكتشاف.",
  ],
  ["Dates are easy to guess.", "Dates are easily found.", "التواريخ سهلة الاكتشاف."],
  [
    "This is a heavily used password.",
    "It is one of the most used passwords.",
    "هي من أكثر كلمات السر استخدامًا.",
  ],
  [
    "This is a frequently used password.",
    "Very many people use this password.",
    "يستخدم كثيرون جدًا كلمة السر هذه.",
  ],
  [
    "This is a commonly used password.",
    "Many people use this password.",
    "يستخدم كثيرون كلمة السر هذه.",
  ],
  [
    "This is similar to a commonly used password.",
    "It is similar to a password that many people use.",
    "هي قريبة من كلمة سر يستخدمها كثيرون.",
  ],
  [
    "Single words are easy to guess.",
    "Single words are easily found.",
    "الكلمات المفردة سهلة الاكتشاف.",
  ],
  [
    "Single names or surnames are easy to guess.",
    "Single names are easily found.",
    "الأسماء المفردة سهلة الاكتشاف.",
  ],
  [
    "Common names and surnames are easy to guess.",
    "Common names are easily found.",
    "الأسماء الشائعة سهلة الاكتشاف.",
  ],
  [
    "There should not be any personal or page related data.",
    "Leave out your name, your phone and the name of this service.",
    "لا تستخدم اسمك أو هاتفك أو اسم هذه الخدمة.",
  ],
  [
    "Your password was exposed by a data breach on the Internet.",
    "This password was leaked on the internet.",
    "سُرّبت كلمة السر هذه على الإنترنت.",
  ],
  [
    "Avoid predictable letter substitutions like '@' for 'a'.",
    "Replacing letters, such as “a” by “@”, helps little.",
    "استبدال حرف بعلامة مثل ‎@‎ بدل ‎a‎ لا يفيد كثيرًا.",
  ],
  [
    "Avoid reversed spellings of common words.",
    "Avoid common words written backwards.",
    "تجنّب الكلمات الشائعة المكتوبة بالعكس.",
  ],
  [
    "Capitalize some, but not all letters.",
    "Make some letters capital, not all.",
    "اجعل بعض الأحرف اللاتينية كبيرة لا كلها.",
  ],
  [
    "Capitalize more than the first letter.",
    "Make more than the first letter capital.",
    "لا تكتفِ بتكبير الحرف الأول.",
  ],
  [
    "Avoid dates and years that are associated with you.",
    "Avoid dates and years of your own life.",
    "تجنّب التواريخ والسنوات التي تخصّك.",
  ],
  ["Avoid recent years.", "Avoid recent years.", "تجنّب السنوات القريبة."],
  [
    "Avoid years that are associated with you.",
    "Avoid years of your own life.",
    "تجنّب السنوات التي تخصّك.",
  ],
  ["Avoid common character sequences.", "Avoid common sequences.", "تجنّب التسلسلات الشائعة."],
  [
    "Avoid repeated words and characters.",
    "Avoid repeated words and characters.",
    "تجنّب تكرار الكلمات والأحرف.",
  ],
  [
    "Use longer keyboard patterns and change typing direction multiple times.",
    "Use words instead of keyboard patterns.",
    "استخدم كلمات بدل أنماط لوحة المفاتيح.",
  ],
  [
    "Add more words that are less common.",
    "Add more words that are less common.",
    "أضف كلمات أخرى أقل شيوعًا.",
  ],
  [
    "Use multiple words, but avoid common phrases.",
    "Use several words, but no common phrase.",
    "استخدم عدة كلمات لا تكون عبارة شائعة.",
  ],
  [
    "You can create strong passwords without using symbols, numbers, or uppercase letters.",
    "Symbols, numbers and capitals are not needed for a strong one.",
    "لا تلزم رموز ولا أرقام ولا أحرف كبيرة لكلمة سر قوية.",
  ],
  [
    "If you use this password elsewhere, you should change it.",
    "If you use it elsewhere, change it there too.",
    "إن كنت تستخدمها في مكان آخر فغيّرها هناك أيضًا.",
  ],
];

/** Each sentence that the service can say, for the test that compares the two lists. */
export const KNOWN_SENTENCES: readonly string[] = [...OWN, ...ESTIMATOR].map(([text]) => text);

/**
 * Why a password was refused, in sentences of a language. A sentence that the console does not know
 * is given in English; in Arabic it is left out as long as another one is known.
 */
export function passwordAdvice(message: string, language: Language): readonly string[] {
  const found: string[] = [];
  let rest = message;
  for (const [sentence, en, ar] of [...OWN, ...ESTIMATOR]) {
    if (!rest.includes(sentence)) continue;
    rest = rest.replace(sentence, "");
    found.push(language === "ar" ? ar : en);
  }
  const unknown = rest.trim();
  if (unknown !== "" && (language === "en" || found.length === 0)) found.push(unknown);
  return found;
}
