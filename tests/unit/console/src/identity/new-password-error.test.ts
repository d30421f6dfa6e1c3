import "../browser.ts";
import { describe, expect, it } from "vitest";
import {
  newPasswordFault,
  PASSWORD_LENGTH_MIN,
  refusedPassword,
} from "../../../../../console/src/identity/new-password-error.ts";
import * as bounds from "../../../../../src/domain/bounds.ts";

describe("a new password", () => {
  it("says how many characters are missing", () => {
    expect(PASSWORD_LENGTH_MIN).toBe(bounds.PASSWORD_LENGTH_MIN);
    expect(newPasswordFault("")).toBe("Choose a password");
    expect(newPasswordFault("12345678")).toBe("2 more characters are needed");
    expect(newPasswordFault("123456789")).toBe("One character more is needed");
    expect(newPasswordFault("1234567890")).toBeNull();
  });

  it("that was not refused has no words of a refusal", () => {
    expect(refusedPassword(null)).toBeNull();
    expect(refusedPassword({ kind: "offline" })).toBeNull();
  });
});
