import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bestLists, LISTS, packedWords } from "../../../../../scripts/password-words.ts";
import { PACKED_WORDS } from "../../../../../src/services/identity/passwords/packed-words.ts";
import {
  makeEstimator,
  wordsOf,
} from "../../../../../src/services/identity/passwords/password-estimator.ts";
import { textOf } from "../../../../tidy/tree.ts";

describe("the word list of the password estimator", () => {
  it("has each word of the packages once", () => {
    const unpacked = brotliDecompressSync(Buffer.from(PACKED_WORDS, "base64")).toString();
    // To pack them again takes seconds.
    const text = packedWords((words) => (words === unpacked ? PACKED_WORDS : ""));
    // Not compared by toBe, which would print a megabyte on failure.
    expect(textOf("src/services/identity/passwords/packed-words.ts") === text).toBe(true);
  });

  it("is decoded to the words that were encoded", () => {
    expect([...wordsOf("AaarenAaarikaBbbaEc")]).toEqual(["aaren", "aarika", "abba", "abbac"]);
    expect([...wordsOf("")]).toEqual([]);
  });

  it("ranks each word in one list only, to the power of two that it has in the packages", () => {
    const made = makeEstimator();
    let step = made.next();
    while (!step.done) step = made.next();
    // biome-ignore lint/complexity/useLiteralKeys: the property is private, so TypeScript refuses the dot.
    const { "months-en": _, ...ranked } = step.value["options"].rankedDictionaries as Record<
      string,
      Record<string, number>
    >;
    expect(Object.keys(ranked)).toEqual(Object.keys(LISTS));
    const best = bestLists();
    const words = Object.entries(ranked).flatMap(([list, ranks]) =>
      Object.entries(ranks).map(([word, rank]) => ({ list, word, rank })),
    );
    expect(words).toHaveLength(best.size);
    const wrong = words.filter(({ list, word, rank }) => {
      const place = best.get(word);
      return place?.name !== list || Math.floor(Math.log2(rank)) > place.magnitude;
    });
    expect(wrong).toEqual([]);
  });
});
