import { describe, expect, it } from "vitest";
import { type Read, withFreshPage, withNextPage } from "../../../../../console/src/api/pages.ts";

const idOf = (item: string) => item;
const page = (items: string, next: string | null) => ({ data: [...items], next_cursor: next });
const read = (items: string, next: string | null): Read<string> => ({ items: [...items], next });

describe("a list that is read page by page", () => {
  it("begins with its first page", () => {
    expect(withFreshPage(null, page("fed", "d"), idOf)).toEqual(read("fed", "d"));
  });

  it("grows at its end", () => {
    expect(withNextPage(read("fed", "d"), page("cb", null))).toEqual(read("fedcb", null));
  });

  it("keeps what was read below a first page that was read again", () => {
    expect(withFreshPage(read("fedcb", null), page("fed", "d"), idOf)).toEqual(read("fedcb", null));
  });

  it("takes new items in front", () => {
    expect(withFreshPage(read("fedcb", "b"), page("hgf", "f"), idOf)).toEqual(read("hgfedcb", "b"));
  });

  it("starts again when the new page does not reach what is known", () => {
    expect(withFreshPage(read("fed", "d"), page("zyx", "x"), idOf)).toEqual(read("zyx", "x"));
  });

  it("is empty when the service has nothing", () => {
    expect(withFreshPage(read("fed", "d"), page("", null), idOf)).toEqual(read("", null));
  });
});
