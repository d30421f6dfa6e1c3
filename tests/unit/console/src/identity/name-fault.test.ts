import "../browser.ts";
import { describe, expect, it } from "vitest";
import {
  NAME_LENGTH_MAX,
  NAME_LENGTH_MIN,
  nameFault,
} from "../../../../../console/src/identity/name-fault.ts";
import * as bounds from "../../../../../src/domain/bounds.ts";

describe("a name", () => {
  it("has the bounds of the service", () => {
    expect(NAME_LENGTH_MIN).toBe(bounds.USERNAME_LENGTH_MIN);
    expect(NAME_LENGTH_MAX).toBe(bounds.USERNAME_LENGTH_MAX);
  });

  it("is sent from two characters to fifty, as a reader counts them", () => {
    expect(nameFault("مي")).toBeNull();
    expect(nameFault("مُي")).toBeNull();
    expect(nameFault("x".repeat(50))).toBeNull();
    expect(nameFault("x")).toMatch(/two/);
    expect(nameFault("x".repeat(51))).toMatch(/fifty/);
    expect(nameFault("   ")).toMatch(/Enter/);
  });
});
