import { describe, expect, it } from "vitest";
import { codesText } from "../../../../../../../console/src/pages/me/security/codes-text.ts";

describe("the file of recovery codes", () => {
  it("has a heading and each code on its own line", () => {
    expect(codesText("Codes", ["AA-1", "BB-2"])).toBe("Codes\n\nAA-1\nBB-2\n");
  });
});
