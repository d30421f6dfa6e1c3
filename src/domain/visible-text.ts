// Characters that show nothing: which of them a script needs where they stand, and which can go.
// Sources: Unicode 16 §23.2 and §23.5, UAX #44 (Default_Ignorable_Code_Point), UTS #51 §1.4.9 and
// §2.2 (emoji sequences), RFC 5892 appendix A (joiners).

/**
 * Embeddings, overrides, isolates and the three implicit marks: they order text, and show nothing.
 */
const DIRECTION = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
// Interlinear annotation, and the placeholder that dictation leaves behind, are not in the
// property.
const INVISIBLE = "\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFC";
// White space is what Unicode calls so. The blank of Braille and the empty note head are symbols.
const BLANK = "\\p{White_Space}\\u2800\\u{1D159}";

// Scripts whose letters take another form beside a joiner.
const JOINING = [
  ["Arabic", "Syriac", "Mandaic", "Nko", "Mongolian", "Adlam", "Hanifi_Rohingya"],
  ["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada"],
  ["Malayalam", "Sinhala", "Myanmar", "Khmer", "Tibetan", "Javanese", "Balinese"],
]
  .flat()
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join("");
const LETTER = `(?![${INVISIBLE}])[${JOINING}]`;
const JOINER = "[\\u200C\\u200D]*";
const EMOJI = "[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F\\u{E007F}]";

/** Places where an invisible character is needed; each captures what is kept of it. */
const NEEDED = [
  // Persian «می‌خواهم», and one joiner where somebody typed two.
  `(?<=${LETTER})(\\u200C)${JOINER}(?=${LETTER})`,
  // Malayalam «അവന്‍» and the Arabic abbreviation «ه‍» also end with it.
  `(?<=${LETTER})(\\u200D)${JOINER}`,
  `(?<=${EMOJI})(\\u200D)(?=\\p{Extended_Pictographic})`,
  // The presentation of an emoji; of a digit only in a keycap.
  "(?<=(?![0-9#*])[\\p{Emoji}\\p{Extended_Pictographic}])([\\uFE0E\\uFE0F])",
  "(?<=[0-9#*])(\\uFE0F)(?=\\u20E3)",
  // Standardized and ideographic variants.
  `(?<=(?![${BLANK}])[\\p{Script=Han}\\p{Script=Myanmar}\\p{Script=Phags_Pa}\\p{S}])([\\uFE00-\\uFE0D\\u{E0100}-\\u{E01EF}])`,
  "(?<=(?=\\p{L})\\p{Script=Mongolian})([\\u180B-\\u180D\\u180F])",
  "(?<=(?=\\p{L})\\p{Script=Mongolian}[\\u180B-\\u180D\\u180F]?)(\\u180E)(?=\\p{Script=Mongolian})",
  // The flags of regions: a black flag, the tags of a region, and the tag that ends them.
  "(?<=\\u{1F3F4})([\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F})",
];
const INVISIBLE_OR_NEEDED = new RegExp(
  `${NEEDED.join("|")}|(?![${DIRECTION}])[${INVISIBLE}]`,
  "gu",
);
const KEPT = NEEDED.map((_, i) => `$${i + 1}`).join("");

// The lookbehind lets a run of blanks be tried once, not once for each blank: the time stays
// linear.
const edges = (set: string) => new RegExp(`^[${set}]+|(?<![${set}])[${set}]+$`, "gu");
const EDGES = edges(BLANK + DIRECTION);
const BLANK_EDGES = edges(BLANK);
// A blank of Braille outside Braille, and an empty note head: a plain blank is meant.
const LOST_BLANK = /(?<![\u2801-\u28FF])\u2800(?![\u2801-\u28FF])|\u{1D159}/gu;
const UNNEEDED = new RegExp(`[${INVISIBLE}]`, "gu");
// A vowel sign of its own width counts as a character, a mark above or below a letter does not.
const VISIBLE = new RegExp(
  `(?![${INVISIBLE}${BLANK}])[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Mc}\\p{Extended_Pictographic}]`,
  "gu",
);
const BASE = /[\p{L}\p{N}\p{P}\p{S}\p{Extended_Pictographic}]/u;

/**
 * The text without invisible characters that no script needs where they stand, and without blanks
 * and direction marks around it; a blank that looks like none is a plain one. Direction marks inside are left: without them the text would be
 * shown in another order, so the caller refuses them.
 */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE_OR_NEEDED, KEPT).replace(EDGES, "").replace(LOST_BLANK, " ");
}

/** The text without any invisible character, and without blanks around it: for text in ASCII. */
export function withoutMarks(text: string): string {
  return text.replace(UNNEEDED, "").replace(BLANK_EDGES, "");
}

/** The number of characters that can be seen: blanks, invisible characters and marks are not. */
export function visibleLength(text: string): number {
  const visible = text.match(VISIBLE) ?? [];
  return visible.some((character) => BASE.test(character)) ? visible.length : 0;
}
