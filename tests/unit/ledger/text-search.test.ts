import { describe, expect, it } from "vitest";
import { referenceSearch } from "../../../src/ledger/text-search.ts";

describe("a text that may be a piece of a reference", () => {
  it.each([
    ["TRF-261123-7K3M-9QXT-2A4B", "7K3M"],
    ["trf-261123-7k3m-9qxt-2a4b", "7K3M"],
    ["TRF–261123–7K3M–9QXT–2A4B", "7K3M"],
    ["TRF 261123 7K3M 9QXT 2A4B", "7K3M"],
    ["261123-7K3M", "7K3M"],
    ["3-7K3M-9Q", "7K3M"],
    ["9QXT", "9QXT"],
    ["2611", "2611"],
    ["1123-7K3M", "7K3M"],
    ["TRF-261123", "261123"],
    ["261123", "261123"],
    ["TRF", "TRF"],
    ["TRF-", "TRF"],
    ["TRF-2611", "TRF"],
    ["TRF-261123-7", "261123"],
    ["7K3M-9Q", "7K3M"],
    ["rent", "RENT"],
  ])("%s is found by its whole part %s", (text, part) => {
    const piece = text.toUpperCase().replaceAll(/[– ]/g, "-");
    expect(referenceSearch(text)).toEqual({ part, piece });
  });

  it.each(["", "-", "7K3", "7K3M9", "ABC", "rental", "1123-9QX", "إيجار", "loan", "26112"])(
    "%j has no whole part of a reference, or is no piece of one",
    (text) => expect(referenceSearch(text)).toBeNull(),
  );
});
