import { describe, expect, it } from "vitest";
import { dateFormat, numberFormat } from "../../../../../console/src/i18n/formats.ts";

describe("a formatter", () => {
  it("is made once for a language and its options", () => {
    const format = numberFormat("en-GB", { minimumFractionDigits: 2 });
    expect(numberFormat("en-GB", { minimumFractionDigits: 2 })).toBe(format);
    expect(format.format(5)).toBe("5.00");
  });

  it("is another one for another language, other options and another kind", () => {
    const format = numberFormat("en-GB", {});
    expect(numberFormat("ar-YE-u-nu-arab", {}).format(5)).toBe("٥");
    expect(numberFormat("en-GB", { minimumFractionDigits: 1 }).format(5)).toBe("5.0");
    expect(numberFormat("en-GB", {})).toBe(format);
    expect(dateFormat("en-GB", {})).not.toBe(format);
  });
});
