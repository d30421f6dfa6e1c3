import { describe, expect, it } from "vitest";
import {
  forgetOthers,
  hasUnfinished,
  unfinishedRecords,
} from "../../../../../console/src/device/kept-data.ts";

const AMINA = "usr_01kazv5q0vfvtrx6r2n1p3b4c5";
const BILAL = "usr_01kazv5q0vfvtrx6r2n1p3b4c6";

function tab(...keys: string[]) {
  const items = new Map(keys.map((key) => [key, "{}"]));
  return {
    keys: () => [...items.keys()],
    key: (place: number) => [...items.keys()][place] ?? null,
    get length() {
      return items.size;
    },
    removeItem: (key: string) => void items.delete(key),
  };
}

describe("what a tab keeps of its forms", () => {
  it("is removed at a login, but for that of the person who logs in", () => {
    const storage = tab(
      `mahfaza.draft:${AMINA}:send`,
      `mahfaza-intent:${AMINA}:send`,
      `mahfaza.draft:${BILAL}:send`,
      `mahfaza-intent:${BILAL}:hold:hld_1:capture`,
      "mahfaza.draft::send",
      "mahfaza-intent:signup",
      "mahfaza.shared-computer",
    );
    forgetOthers(storage, BILAL);
    expect(storage.keys()).toEqual([
      `mahfaza.draft:${BILAL}:send`,
      `mahfaza-intent:${BILAL}:hold:hld_1:capture`,
      "mahfaza.shared-computer",
    ]);
  });

  it("says whether a request of the person has no outcome", () => {
    const storage = tab(`mahfaza-intent:${AMINA}:send`, `mahfaza.draft:${BILAL}:send`);
    expect(hasUnfinished(storage, AMINA)).toBe(true);
    expect(hasUnfinished(storage, BILAL)).toBe(false);
  });

  it("reads the requests of the person alone, and none that something else wrote", () => {
    const record = { key: "k", path: "/v1/transfers", body: { amount: "1.00" }, startedAt: "2026" };
    const items = new Map([
      [`mahfaza-intent:${AMINA}:send`, JSON.stringify(record)],
      [`mahfaza-intent:${AMINA}:deposit`, "no JSON"],
      [`mahfaza-intent:${AMINA}:exchange`, "null"],
      [`mahfaza-intent:${BILAL}:send`, JSON.stringify(record)],
      ["mahfaza-intent:signup", JSON.stringify(record)],
    ]);
    const storage = {
      key: (place: number) => [...items.keys()][place] ?? null,
      length: items.size,
      getItem: (key: string) => items.get(key) ?? null,
    };
    const { body, startedAt } = record;
    expect(unfinishedRecords(storage, AMINA)).toEqual([["send", { body, startedAt }]]);
    expect(unfinishedRecords(storage, "")).toEqual([]);
  });
});
