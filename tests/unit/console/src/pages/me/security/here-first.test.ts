import { describe, expect, it } from "vitest";
import { hereFirst } from "../../../../../../../console/src/pages/me/security/here-first.ts";

describe("the list of open sessions", () => {
  it("begins with this device, and keeps the order of the others", () => {
    const [one, here, two] = [
      { id: "1", is_current: false },
      { id: "2", is_current: true },
      { id: "3", is_current: false },
    ] as const;
    expect(hereFirst([one, here, two])).toEqual([here, one, two]);
    expect(hereFirst([])).toEqual([]);
  });
});
