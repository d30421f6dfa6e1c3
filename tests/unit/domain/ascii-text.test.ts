import { describe, expect, it } from "vitest";
import { asciiText, readDigits } from "../../../src/domain/ascii-text.ts";
import { TYPED_LENGTH_MAX } from "../../../src/domain/bounds.ts";
import { parseEmail } from "../../../src/domain/email.ts";
import { parsePhone } from "../../../src/domain/phone.ts";
import { visibleLength, withoutInvisible } from "../../../src/domain/visible-text.ts";
import { cpuMs } from "../cpu-ms.ts";

describe("text in ASCII", () => {
  it("has the value of each digit of each script", () => {
    const zeros = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0x17e0, 0x1810, 0xff10, 0x104a0];
    // Mathematical digits: five rows without a gap between them.
    const mathematical = [0, 1, 2, 3, 4].map((row) => 0x1d7ce + 10 * row);
    for (const zero of [...zeros, ...mathematical]) {
      const row = Array.from({ length: 10 }, (_, i) => String.fromCodePoint(zero + i)).join("");
      expect(asciiText(row)).toBe("0123456789");
    }
  });

  it("has hyphens for dashes, and blanks for blanks", () => {
    expect(asciiText("1\u20102\u20113\u20124\u20135\u20146\u20157\u22128\uFF0D9")).toBe(
      "1-2-3-4-5-6-7-8-9",
    );
    expect(asciiText("1\u00A02\u20073\u20094\u202F5\u30006\t7")).toBe("1 2 3 4 5 6 7");
  });
});

describe("a long text", () => {
  it("is converted up to its bound, marks not counted, and left as it is above", () => {
    const longest = "٣".repeat(TYPED_LENGTH_MAX);
    expect(asciiText(`\u2068${longest}\u2069`)).toBe("3".repeat(TYPED_LENGTH_MAX));
    expect(asciiText(`${longest}٣`)).toBe(`${longest}٣`);
  });

  it.each(["\u{1D7FF}", "٩", "\u200F", " ", "a@", "\u2068 "])(
    "of %j is refused in linear time",
    (part) => {
      const text = `7${part.repeat(200_000)}7`;
      const ms = cpuMs(() => {
        expect(readDigits(text, 6)).toBeNull();
        expect(parsePhone(text, "YE")).toBeNull();
        expect(parseEmail(text)).toBeNull();
        expect(visibleLength(withoutInvisible(text))).toBeGreaterThan(0);
      });
      // It takes 50 ms at most; quadratic work would take tens of seconds.
      expect(ms).toBeLessThan(2_000);
    },
  );
});

describe("a code of digits", () => {
  it.each([
    "123456",
    "123 456",
    " 123456\n",
    "123-456",
    "123\u2013456",
    "123\u2011456",
    "123\u2212456",
    "123\u00A0456",
    "123\u2009456",
    "١٢٣٤٥٦",
    "۱۲۳۴۵۶",
    "١٢٣ ٤٥٦",
    "१२३४५६",
    "１２３４５６",
    "\u2068123456\u2069",
    "\u202A123\u200E456\u202C",
    "\uFEFF1\u200B23456",
    "1 2 3 4 5 6",
  ])("%j is 123456", (text) => {
    expect(readDigits(text, 6)).toBe("123456");
  });

  it.each(["", "12345", "1234567", "12345a", "123.456", "+123456", "½23456", "²23456", "٫١٢٣٤٥٦"])(
    "%j is none of six digits",
    (text) => {
      expect(readDigits(text, 6)).toBeNull();
    },
  );
});
