import { describe, expect, it } from "vitest";
import { phoneShown } from "../../../../../console/src/i18n/phone.ts";

const shown = (phone: string) => phoneShown(phone).replaceAll("\u00a0", " ");

describe("a phone", () => {
  it("of Yemen is shown in groups of three", () => {
    expect(shown("+967771234567")).toBe("+967 771 234 567");
    expect(shown("+9671234567")).toBe("+967 1 234 567");
    expect(shown("+96712345678")).toBe("+967 12 345 678");
  });

  it("of another country keeps its digits together", () => {
    expect(shown("+201001234567")).toBe("+201001234567");
  });

  it("loses no digit", () => {
    for (const phone of ["+9671", "+96712", "+967123456", "+967771234567"]) {
      expect(shown(phone).replaceAll(" ", "")).toBe(phone);
    }
  });
});
