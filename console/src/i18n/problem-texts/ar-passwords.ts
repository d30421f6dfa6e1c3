/** Why a password is weak, in Arabic, by the service's own English sentence. */
export const AR_PASSWORDS: Readonly<Record<string, string>> = {
  "Use several uncommon words, or a password manager.":
    "استخدم عدة كلمات غير شائعة، أو برنامجًا لإدارة كلمات المرور.",
  "It is too close to your username or phone.": "إنها قريبة جدًا من اسمك أو رقم هاتفك.",
  "Straight rows of keys on your keyboard are easy to guess.":
    "صفوف المفاتيح المتجاورة في لوحة المفاتيح سهلة التخمين.",
  "Short keyboard patterns are easy to guess.": "أنماط لوحة المفاتيح القصيرة سهلة التخمين.",
  'Repeated characters like "aaa" are easy to guess.': "الأحرف المكررة مثل «ااا» سهلة التخمين.",
  'Repeated character patterns like "abcabcabc" are easy to guess.':
    "الأنماط المكررة مثل «\u2066abcabcabc\u2069» سهلة التخمين.",
  'Common character sequences like "abc" are easy to guess.':
    "تسلسلات الأحرف المعروفة مثل «\u2066abc\u2069» سهلة التخمين.",
  "Recent years are easy to guess.": "السنوات القريبة سهلة التخمين.",
  "Dates are easy to guess.": "التواريخ سهلة التخمين.",
  "This is a heavily used password.": "كلمة المرور هذه شائعة الاستخدام جدًا.",
  "This is a frequently used password.": "كلمة المرور هذه كثيرة الاستخدام.",
  "This is a commonly used password.": "كلمة المرور هذه شائعة الاستخدام.",
  "This is similar to a commonly used password.": "هذه تشبه كلمة مرور شائعة.",
  "Single words are easy to guess.": "الكلمة الواحدة سهلة التخمين.",
  "Single names or surnames are easy to guess.": "الاسم الواحد أو اللقب سهل التخمين.",
  "Common names and surnames are easy to guess.": "الأسماء والألقاب الشائعة سهلة التخمين.",
  "There should not be any personal or page related data.":
    "لا تستخدم بيانات تخصك أو تخص هذه الخدمة.",
  "Your password was exposed by a data breach on the Internet.":
    "ظهرت كلمة المرور هذه في تسريب على الإنترنت.",
  "Avoid predictable letter substitutions like '@' for 'a'.":
    "تجنّب استبدال الأحرف المتوقَّع، مثل «\u2066@\u2069» بدل «\u2066a\u2069».",
  "Avoid reversed spellings of common words.": "تجنّب كتابة الكلمات الشائعة بالعكس.",
  "Capitalize some, but not all letters.": "اجعل بعض الأحرف اللاتينية كبيرة، لا كلها.",
  "Capitalize more than the first letter.": "لا تكتفِ بتكبير الحرف اللاتيني الأول.",
  "Avoid dates and years that are associated with you.": "تجنّب التواريخ والسنوات المرتبطة بك.",
  "Avoid recent years.": "تجنّب السنوات القريبة.",
  "Avoid years that are associated with you.": "تجنّب السنوات المرتبطة بك.",
  "Avoid common character sequences.": "تجنّب تسلسلات الأحرف المعروفة.",
  "Avoid repeated words and characters.": "تجنّب تكرار الكلمات والأحرف.",
  "Use longer keyboard patterns and change typing direction multiple times.":
    "استخدم أنماطًا أطول، وغيّر اتجاه الكتابة أكثر من مرة.",
  "Add more words that are less common.": "أضف كلمات أخرى أقل شيوعًا.",
  "Use multiple words, but avoid common phrases.": "استخدم عدة كلمات، وتجنّب العبارات الشائعة.",
  "You can create strong passwords without using symbols, numbers, or uppercase letters.":
    "يمكن أن تكون كلمة المرور قوية من دون رموز أو أرقام أو أحرف كبيرة.",
  "If you use this password elsewhere, you should change it.":
    "إن كنت تستخدمها في مكان آخر، فغيّرها هناك أيضًا.",
};
