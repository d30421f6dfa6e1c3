import { describe, expect, it } from "vitest";
import { resetContact } from "../../../../../../console/src/pages/reset/reset-contact.ts";

describe("the contact of a reset", () => {
  it("is an e-mail address or a phone", () => {
    expect(resetContact(" amina@example.com ")).toEqual({ email: "amina@example.com" });
    expect(resetContact(" 771 234 567 ")).toEqual({ phone: "771 234 567" });
  });
});
