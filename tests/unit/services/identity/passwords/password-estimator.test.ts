import { describe, expect, it } from "vitest";
import { passwordWords } from "../../../../../scripts/password-words.ts";
import { wordsOf } from "../../../../../src/services/identity/passwords/password-estimator.ts";
import { textOf } from "../../../../tidy/tree.ts";

describe("the word list of the password estimator", () => {
  it("has each word of the packages once", () => {
    // Not compared by toBe, which would print a megabyte on failure.
    expect(textOf("src/services/identity/passwords/password-words.ts") === passwordWords()).toBe(
      true,
    );
  });

  it("is decoded to the words that were encoded", () => {
    expect(wordsOf("AaarenAaarikaBbbaEc")).toEqual(["aaren", "aarika", "abba", "abbac"]);
    expect(wordsOf("")).toEqual([]);
  });
});
