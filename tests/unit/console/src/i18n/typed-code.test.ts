import { describe, expect, it } from "vitest";
import { readTypedCode } from "../../../../../console/src/i18n/typed-code.ts";

describe("a typed code", () => {
  it("is read in digits of Latin, Arabic and Persian", () => {
    expect(readTypedCode("492039", 6)).toBe("492039");
    expect(readTypedCode("٤٩٢٠٣٩", 6)).toBe("492039");
    expect(readTypedCode("۴۹۲۰۳۹", 6)).toBe("492039");
  });

  it("is read without the blanks, dashes and marks of direction around and in it", () => {
    expect(readTypedCode(" 4815 1623\n", 8)).toBe("48151623");
    expect(readTypedCode("4815-1623", 8)).toBe("48151623");
    expect(readTypedCode("4815–1623", 8)).toBe("48151623");
    expect(readTypedCode("\u200f\u206648151623\u2069", 8)).toBe("48151623");
  });

  it("is refused with a digit too few or too many, or with a letter", () => {
    expect(readTypedCode("49203", 6)).toBeNull();
    expect(readTypedCode("4920399", 6)).toBeNull();
    expect(readTypedCode("49203a", 6)).toBeNull();
    expect(readTypedCode("", 6)).toBeNull();
  });
});
