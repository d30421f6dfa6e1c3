import { describe, expect, it } from "vitest";
import { PHONE_INPUT_LENGTH_MAX } from "../../../src/domain/bounds.ts";
import {
  canReceiveCodes,
  type Phone,
  parseAccountPhone,
  parsePhone,
} from "../../../src/domain/phone.ts";

describe("a phone number", () => {
  it.each([
    ["771234567", "+967771234567"],
    ["+967 77 123-4567", "+967771234567"],
    ["00967771234567", "+967771234567"],
    ["+4312345", "+4312345"],
    ["+496912345678901", "+496912345678901"],
  ])("%s is read as %s", (text, phone) => {
    expect(parsePhone(text, "YE")).toBe(phone);
  });

  it.each([
    "\u202A+967771234567\u202C",
    "\u202D+967 771 234 567\u202C",
    "\u2066+967771234567\u2069",
    "\u2068+967 77 123 4567\u2069",
    "\u200E+967771234567\u200E",
    "\u200F771234567",
    "\u061C00967771234567",
    "\uFEFF+967771234567",
    "+967\u200E771\u200F234\u200B567",
    " +967771234567",
    "\t+967771234567\r\n",
    "+967771234567\t",
    "+ 967 771 234 567",
    "+967\u00A0771\u2009234\u2007567",
    "\u202F771\u3000234\u205F567",
    "＋９６７７７１２３４５６７",
    "٧٧١٢٣٤٥٦٧",
    "+٩٦٧٧٧١٢٣٤٥٦٧",
    "٠٠٩٦٧٧٧١٢٣٤٥٦٧",
    "۷۷۱۲۳۴۵۶۷",
    "७७१२३४५६७",
    "+967\u2010771\u2011234\u2012567",
    "+967\u2013771\u2014234\u2015567",
    "+967\u2212771\u2212234567",
    "(+967) 771 234 567",
    "+967 (0) 771-234-567",
    "tel:+967-77-123-4567",
    "TEL: 0771234567",
    `\u2068\u200E+\u200E967771234567${" ".repeat(PHONE_INPUT_LENGTH_MAX)}`,
  ])("%j is the same phone as it was pasted", (text) => {
    expect(parsePhone(text, "YE")).toBe("+967771234567");
  });

  it.each([
    ["is shorter than the database accepts", "+431234"],
    ["is one digit longer than E.164 allows", "+4969123456789012"],
    ["is two digits longer", "+49301234567890123"],
    ["has an extension", "+967771234567 ext. 5"],
    ["has an extension of RFC 3966", "tel:+967771234567;ext=5"],
    ["is part of a text", "call +967771234567"],
    ["is two numbers", "+967771234567\n+967771234568"],
    ["is longer than the input bound", `+${" ".repeat(PHONE_INPUT_LENGTH_MAX)}967771234567`],
    ["has a superscript for a digit", "+96777123456\u2077"],
    ["is nothing but marks", "\u200E\u2068\u2069"],
  ])("is refused when it %s", (_, text) => {
    expect(parsePhone(text, "YE")).toBeNull();
  });

  it("is read at the input bound, and refused one character above it", () => {
    const grouped = (length: number) => `+967${" ".repeat(length - 13)}771234567`;
    expect(parsePhone(grouped(PHONE_INPUT_LENGTH_MAX), "YE")).toBe("+967771234567");
    expect(parsePhone(grouped(PHONE_INPUT_LENGTH_MAX + 1), "YE")).toBeNull();
  });

  it.each([
    ["a mobile number two digits too short", "7712345", "YE"],
    ["the same with its country code", "+9677712345", "YE"],
    ["a mobile prefix that nobody has", "+967721234567", "YE"],
    ["another one", "+967791234567", "YE"],
    ["an area that has no such numbers", "+96712345678", "YE"],
    ["a German number of no kind", "+4990012345678", "YE"],
    ["a Saudi mobile number too short", "+96651234567", "YE"],
    ["a national number of another country", "51234567", "SA"],
    ["an American number with an area code from 0", "+10155550123", "US"],
  ])("is refused when no number can be so: %s", (_, text, country) => {
    expect(parsePhone(text, country)).toBeNull();
  });

  it.each(["+967701234567", "+967711234567", "+967731234567", "+967781234567", "01234567"])(
    "%s is one of the service's own country",
    (text) => {
      expect(parsePhone(text, "YE")).toMatch(/^\+967[1-7]/);
    },
  );

  it("of an account is still read when newer numbering plans do not have it", () => {
    expect(parseAccountPhone("7712345", "YE")).toBe("+9677712345");
    expect(parseAccountPhone("\u2068+967 72 123 4567\u2069", "YE")).toBe("+967721234567");
    for (const text of ["", "12", "+967", "not a phone", "+967771234567 ext. 5"]) {
      expect(parseAccountPhone(text, "YE")).toBeNull();
    }
  });
});

describe("codes", () => {
  it.each([
    ["premium-rate", "+19002345678"],
    ["premium-rate, British", "+449012345678"],
    ["premium-rate, French", "+33899123456"],
    ["shared-cost, Saudi", "+966920012345"],
    ["shared-cost", "+491801234567"],
    ["freephone", "+18005551234"],
    ["freephone, British", "+448081570000"],
    ["freephone without a country", "+80012345678"],
    ["company", "+443012345678"],
    ["voicemail", "+49177991234567"],
    ["pager", "+447640123456"],
    ["personal", "+447012345678"],
    ["personal, American", "+15002345678"],
    ["satellite", "+870773111632"],
    ["international network", "+883510012345"],
  ])("are not sent to a %s number", (_, phone) => {
    expect(parsePhone(phone, "YE")).toBe(phone);
    expect(canReceiveCodes(phone as Phone)).toBe(false);
  });

  it.each(["775\u202E759938\u202C", "\u202E771234567"])(
    "%j shows its digits in another order and is none",
    (text) => {
      expect(parsePhone(text, "YE")).toBeNull();
      expect(parseAccountPhone(text, "YE")).toBeNull();
    },
  );

  it.each(["+967771234567", "+9671234567", "+14155550100", "+447911123456"])(
    "are sent to %s",
    (phone) => {
      expect(canReceiveCodes(phone as Phone)).toBe(true);
    },
  );
});
