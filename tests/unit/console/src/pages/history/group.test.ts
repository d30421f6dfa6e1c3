import { describe, expect, it } from "vitest";
import { groupNeighbours } from "../../../../../../console/src/pages/history/group.ts";

const at = (created_at: string) => ({ created_at });
const dayOf = ({ created_at }: { created_at: string }) => created_at.slice(0, 10);

describe("a list by day", () => {
  it("keeps its order and begins a group with each new day", () => {
    const items = ["2026-11-28T09:00:00Z", "2026-11-28T08:00:00Z", "2026-11-27T23:00:00Z"].map(at);
    expect(groupNeighbours(items, dayOf)).toEqual([
      { key: "2026-11-28", items: items.slice(0, 2) },
      { key: "2026-11-27", items: items.slice(2) },
    ]);
  });

  it("is empty without items", () => {
    expect(groupNeighbours([], dayOf)).toEqual([]);
  });
});
