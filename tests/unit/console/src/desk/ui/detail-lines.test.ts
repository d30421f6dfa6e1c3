import { describe, expect, it } from "vitest";
import { detailLines } from "../../../../../../console/src/desk/ui/detail-lines.ts";

describe("the details of an event", () => {
  it("are shown as they were recorded", () => {
    expect(detailLines({ reason: "fraud", fields: ["username", "phone"] })).toEqual([
      "reason: fraud",
      "fields: username, phone",
    ]);
    expect(detailLines({})).toEqual([]);
  });
});
