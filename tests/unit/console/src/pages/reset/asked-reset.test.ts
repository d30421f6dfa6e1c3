import { describe, expect, it } from "vitest";
import {
  forgetAskedReset,
  keepAskedReset,
  readAskedReset,
} from "../../../../../../console/src/pages/reset/asked-reset.ts";

const UNTIL = Date.parse("2026-11-28T12:10:00Z");
const ASKED = { to: "771 234 567", token: "mpr_abc", until: UNTIL };

function memory(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
  };
}

describe("a reset whose code was asked for", () => {
  it("is kept until its code expires", () => {
    const storage = memory();
    keepAskedReset(storage, ASKED);
    expect(readAskedReset(storage, UNTIL - 1)).toEqual(ASKED);
    expect(readAskedReset(storage, UNTIL)).toBeNull();
  });

  it("is gone when it is done or left", () => {
    const storage = memory();
    keepAskedReset(storage, ASKED);
    forgetAskedReset(storage);
    expect(readAskedReset(storage, UNTIL - 1)).toBeNull();
  });

  it.each([null, "", "{", "null", "7", "{}", '{"to":"7","token":"mpr_abc","until":"soon"}'])(
    "is none when the storage has something else: %s",
    (text) => {
      expect(readAskedReset(memory(text), 0)).toBeNull();
    },
  );
});
