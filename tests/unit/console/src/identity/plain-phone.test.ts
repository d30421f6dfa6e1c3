import { describe, expect, it } from "vitest";
import { plainPhone } from "../../../../../console/src/identity/plain-phone.ts";
import { readPhone } from "../../../../../console/src/identity/read-phone.ts";

describe("a typed phone to show", () => {
  it.each([
    [" tel: \u202a+967 771 234 567\u202c ", "+967 771 234 567"],
    ["٧٧٧ ٠٠٠ ١٠١", "777 000 101"],
    ["۷۷۷۰۰۰۱۰۱", "777000101"],
    ["\u200e\u2066777\u2069", "777"],
  ])("%j has Latin digits alone, without what cannot be read", (typed, plain) => {
    expect(plainPhone(typed)).toBe(plain);
  });

  it.each(["٧٧٧ ٠٠٠ ١٠١", "tel:+967-777-000-101", "0777 000101", "\u202a+967777000101\u202c"])(
    "%j is understood as the same number",
    (typed) => {
      expect(readPhone(plainPhone(typed))?.shown).toBe("+967 777 000 101");
    },
  );
});
