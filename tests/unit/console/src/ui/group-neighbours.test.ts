import { describe, expect, it } from "vitest";
import { groupNeighbours } from "../../../../../console/src/ui/group-neighbours.ts";

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

  it("begins a group wherever the key changes, also to one that it had before", () => {
    const groups = groupNeighbours(["a1", "a2", "b1", "a3"], (item) => item.charAt(0));
    expect(groups.map(({ key, items }) => [key, items.length])).toEqual([
      ["a", 2],
      ["b", 1],
      ["a", 1],
    ]);
  });

  it("is empty without items", () => {
    expect(groupNeighbours([], dayOf)).toEqual([]);
  });
});
