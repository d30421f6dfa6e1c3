import { describe, expect, it } from "vitest";
import { passwordWords } from "../../../../../scripts/password-words.ts";
import { wordsOf } from "../../../../../src/services/identity/passwords/password-estimator.ts";
import { textOf } from "../../../../tidy/tree.ts";

describe("the words that passwords are made of", () => {
  it("are those of the packages, each once", () => {
    // Not compared by toBe, which would print a megabyte.
    expect(textOf("src/services/identity/passwords/password-words.ts") === passwordWords()).toBe(
      true,
    );
  });

  it("are read as they were written", () => {
    expect(wordsOf("AaarenAaarikaBbbaEc")).toEqual(["aaren", "aarika", "abba", "abbac"]);
    expect(wordsOf("")).toEqual([]);
  });
});
