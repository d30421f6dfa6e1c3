import { describe, expect, it } from "vitest";
import { roleOf } from "../../../../../../console/src/pages/me/role.ts";
import { initialOf } from "../../../../../../console/src/ui/initial.ts";

const user = (extra: object) => ({ ...extra }) as never;

describe("the role of a person", () => {
  it("opens the desk for operators only", () => {
    expect(roleOf(user({ role: "support" }))).toBe("support");
    expect(roleOf(user({ role: "admin" }))).toBe("admin");
    expect(roleOf(user({ role: null }))).toBeNull();
    expect(roleOf(user({}))).toBeNull();
  });
});

describe("the initial of a name", () => {
  it("is its first character as a reader sees it", () => {
    expect(initialOf(" samira")).toBe("S");
    expect(initialOf("بُشرى")).toBe("بُ");
    expect(initialOf("👩‍👧 Amal")).toBe("👩‍👧");
    expect(initialOf("")).toBe("");
  });
});
