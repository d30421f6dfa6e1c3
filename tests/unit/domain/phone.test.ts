import { describe, expect, it } from "vitest";
import { PHONE_INPUT_LENGTH_MAX } from "../../../src/domain/bounds.ts";
import { parsePhone } from "../../../src/domain/phone.ts";

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
    ["is shorter than the database accepts", "+431234"],
    ["is one digit longer than E.164 allows", "+4969123456789012"],
    ["is two digits longer", "+49301234567890123"],
    ["has an extension", "+967771234567 ext. 5"],
    ["is part of a text", "call +967771234567"],
    ["is longer than the input bound", `+967771234567${" ".repeat(PHONE_INPUT_LENGTH_MAX)}`],
  ])("is refused when it %s", (_, text) => {
    expect(parsePhone(text, "YE")).toBeNull();
  });
});
