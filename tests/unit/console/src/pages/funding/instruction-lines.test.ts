import { describe, expect, it } from "vitest";
import { linesFor } from "../../../../../../console/src/pages/funding/instruction-lines.ts";

const ENGLISH = "Pay at any agent.";
const ARABIC = "ادفع لدى أي وكيل \u2066Amana\u2069.";

describe("the instructions of a deposit", () => {
  it("are shown in the language of the person, when they have it", () => {
    expect(linesFor(`${ENGLISH}\n${ARABIC}`, "en")).toEqual([ENGLISH]);
    expect(linesFor(`${ENGLISH}\n${ARABIC}`, "ar")).toEqual([ARABIC]);
  });

  it("are shown whole otherwise", () => {
    expect(linesFor(ENGLISH, "ar")).toEqual([ENGLISH]);
    expect(linesFor(`${ARABIC}\n\n${ARABIC}`, "en")).toEqual([ARABIC, ARABIC]);
  });
});
