import { describe, expect, it } from "vitest";
import { readPhone } from "../../../../../console/src/identity/read-phone.ts";
import { parsePhone } from "../../../../../src/domain/phone.ts";

describe("a typed phone", () => {
  it.each([
    ["771234567", "+967771234567"],
    ["0771 234 567", "+967771234567"],
    ["٧٧١٢٣٤٥٦٧", "+967771234567"],
    ["00967771234567", "+967771234567"],
    ["+20 100 123 4567", "+201001234567"],
  ])("%s is read as the service reads it", (typed, phone) => {
    expect(readPhone(typed)?.phone).toBe(phone);
    expect(parsePhone(typed, "YE")).toBe(phone);
  });

  it("is shown with blanks and its country", () => {
    expect(readPhone("771234567")).toEqual({
      phone: "+967771234567",
      shown: "+967 771 234 567",
      country: "YE",
    });
    expect(readPhone("+201001234567")?.country).toBe("EG");
  });

  it("is not read while it is too short, or with an extension", () => {
    expect(readPhone("77123")).toBeNull();
    expect(readPhone("+967 1 234567 ext. 12")).toBeNull();
    expect(readPhone("Amina")).toBeNull();
  });
});
