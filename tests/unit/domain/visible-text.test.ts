import { describe, expect, it } from "vitest";
import { visibleLength, withoutInvisible, withoutMarks } from "../../../src/domain/visible-text.ts";

/** Text whose invisible characters the script or the emoji needs, with its visible length. */
const NEEDED: readonly (readonly [what: string, text: string, length: number])[] = [
  ["a Persian word with ZWNJ", "می\u200Cخواهم", 7],
  ["a Persian plural", "کتاب\u200Cها", 6],
  ["an Arabic abbreviation that ends with ZWJ", "ه\u200D", 1],
  ["a Malayalam word that ends with ZWJ", "അവന്\u200D", 3],
  ["a Sinhala conjunct", "ශ්\u200Dරී", 2],
  ["Devanagari with ZWNJ", "क्\u200Cष", 2],
  ["a Devanagari name of a letter and a vowel sign", "ली", 2],
  ["an ideographic variant", "葛\u{E0100}城", 2],
  ["a standardized variant", "\u2229\uFE00x", 2],
  ["Mongolian with a variation selector and a vowel separator", "ᠭ\u180B\u180Eᠠ", 2],
  ["a family of emoji", "👨\u200D👩\u200D👧", 3],
  ["an emoji with a skin tone and a joiner", "👩🏽\u200D💻", 3],
  ["the presentation of an emoji", "❤\uFE0F ☎\uFE0E", 2],
  ["an emoji with a presentation and a joiner", "🏳\uFE0F\u200D🌈", 2],
  ["a keycap", "1\uFE0F\u20E3", 1],
  ["the flag of a country", "🇾🇪", 2],
  ["the flag of a region", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", 1],
  ["two Arabic letters", "مي", 2],
  ["two Chinese characters", "李明", 2],
  ["Braille with a blank between words", "⠓⠊\u2800⠽⠕⠥", 5],
];

/** Text in which nothing can be seen; joiners, selectors and tags without what they belong to too. */
const INVISIBLE: readonly string[] = [
  "",
  " \t\n\u00A0\u1680\u2000\u2007\u2009\u202F\u205F\u3000\u0085",
  "\u3164\u3164\u3164",
  "\u115F\u1160",
  "\uFFA0",
  "\u200B\u200B",
  "\u2800\u2800\u2800",
  "\u{1D159}",
  "\u00AD\u00AD",
  "\u034F",
  "\u180E\u180B\u180F",
  "\u17B4\u17B5",
  "\u{E0001}\u{E0041}\u{E007F}",
  "\uFE00\uFE0F\u{E0100}\u{E01EF}",
  "\u200C\u200D\u200C",
  "\u2060\u2061\u2062\u2063\u2064\u2065\u206A\u206F",
  "\uFEFF",
  "\uFFF9\uFFFA\uFFFB\uFFFC",
  "\u{1BCA0}\u{1D173}",
  "\u200E\u200F\u061C\u202A\u202E\u202C\u2066\u2068\u2069",
];

describe("invisible characters", () => {
  it.each(NEEDED)("stay where they are needed: %s", (_, text, length) => {
    expect(withoutInvisible(text)).toBe(text);
    expect(visibleLength(text)).toBe(length);
  });

  it.each(INVISIBLE)("%j is removed, and nothing visible is left", (text) => {
    expect(withoutInvisible(text)).toBe("");
    expect(withoutMarks(text)).toBe("");
    expect(visibleLength(text)).toBe(0);
  });

  it.each([
    ["Ami\u200Bna", "Amina"],
    ["Ami\u200Cna", "Amina"],
    ["Am\u00ADina\u{E0041}", "Amina"],
    ["\uFEFF\u200B Amina \u3164", "Amina"],
    ["\u2068Amina Saleh\u2069", "Amina Saleh"],
    ["\u200Fأمينة\u200F", "أمينة"],
    ["\u061C\u202Bأمينة\u202C\u200E\n", "أمينة"],
    ["a\uFE0F1\uFE0F", "a1"],
    ["می\u200C\u200Cخواهم", "می\u200Cخواهم"],
    ["می\u200Bخواهم\u200C", "میخواهم"],
    ["ه\u200D\u200D\u200D", "ه\u200D"],
    ["🏴\u{E0067}\u{E0062}", "🏴"],
    ["👨\u200D", "👨"],
    ["Amina\u2800\uFE00", "Amina"],
    ["\u17B4\u200Dក", "ក"],
    ["\u061C\u200Dأمينة", "أمينة"],
    ["김\u3164철수", "김철수"],
  ])("%j becomes %j", (text, clean) => {
    expect(withoutInvisible(text)).toBe(clean);
    expect(withoutInvisible(clean)).toBe(clean);
  });

  it("that give a direction stay inside, so that the caller can refuse them", () => {
    for (const mark of "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069") {
      expect(withoutInvisible(`Ami${mark}na`)).toBe(`Ami${mark}na`);
      expect(withoutMarks(`Ami${mark}na`)).toBe("Amina");
    }
  });
});

describe("the visible length", () => {
  it.each([
    ["marks without a letter", "\u0301\u0302\u0303", 0],
    ["vowel signs without a letter", "\u0903\u093E", 0],
    ["unassigned characters", "\u0378\u0379", 0],
    ["a letter with two marks", "e\u0301\u0302", 1],
    ["an ideographic blank between letters", "李\u3000明", 2],
    ["signs", "-;", 2],
  ])("of %s", (_, text, length) => {
    expect(visibleLength(text)).toBe(length);
  });
});
