import { describe, expect, it } from "vitest";
import { MASKED_WORDS_MAX } from "../../../src/domain/bounds.ts";
import { maskedName } from "../../../src/domain/masked-name.ts";

describe("a masked name", () => {
  it.each([
    ["Amina Saleh", "A*** S***"],
    ["amina", "a***"],
    ["أمينة صالح", "أ*** ص***"],
    // The letter keeps its vowel marks: an Arabic letter with a shadda and a fatha is one character.
    ["مَّريم", "مَّ***"],
    ["مي", "م***"],
    ["李明", "李***"],
    ["Zoe\u0308 Müller", "Z*** M***"],
    ["E\u0301ric", "E\u0301***"],
    ["(Ali) Baba", "A*** B***"],
    ["@shop 24h", "s*** 2***"],
    ["🏪 Shop", "*** S***"],
    ["👨‍👩‍👧 ⭐", "*** ***"],
    ["a\u00A0b", "a*** b***"],
  ])("of %s is %s", (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  it("tells nothing of a word's length, and is always the same", () => {
    expect(maskedName("Al")).toBe(maskedName("Alexandros"));
    expect(maskedName("Al")).toBe(maskedName("Al"));
  });

  it(`shows at most ${MASKED_WORDS_MAX} words, so that blanks between letters spell no name`, () => {
    const words = (count: number) => Array.from({ length: count }, () => "b").join(" ");
    expect(maskedName(words(MASKED_WORDS_MAX)).split(" ")).toHaveLength(MASKED_WORDS_MAX);
    expect(maskedName(words(MASKED_WORDS_MAX + 1)).split(" ")).toHaveLength(MASKED_WORDS_MAX);
  });
});
