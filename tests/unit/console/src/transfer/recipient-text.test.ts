import { describe, expect, it } from "vitest";
import { plainId, seemsWalletId } from "../../../../../console/src/transfer/recipient-text.ts";
import { initialOf } from "../../../../../console/src/ui/initial.ts";

describe("a pasted recipient", () => {
  it("is a wallet's id with marks and blanks around it", () => {
    expect(plainId("\u202a wal_01KAZ \u202c\n")).toBe("wal_01kaz");
    expect(seemsWalletId("\u200e wal_01kaz")).toBe(true);
    expect(seemsWalletId("+967 771 234 567")).toBe(false);
  });
});

describe("the letter in the circle", () => {
  it.each([
    ["b••• A•••", "B"],
    ["  مُ••• س•••", "مُ"],
    ["", ""],
  ])("of %s is %s", (name, letter) => expect(initialOf(name)).toBe(letter));
});
