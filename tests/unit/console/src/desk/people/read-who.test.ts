import { describe, expect, it } from "vitest";
import { readWho } from "../../../../../../console/src/desk/people/read-who.ts";

const ULID = "01kazv5q0vfvtrx6r2n1p3b4c5";

describe("what an operator types to find somebody", () => {
  it("is an id of a person or a transaction, in any case and with blanks around it", () => {
    expect(readWho(` usr_${ULID} `)).toEqual({ kind: "person", id: `usr_${ULID}` });
    expect(readWho(`USR_${ULID.toUpperCase()}`)).toEqual({ kind: "person", id: `usr_${ULID}` });
    expect(readWho(`txn_${ULID}\u200f`)).toEqual({ kind: "transaction", id: `txn_${ULID}` });
  });

  it("is a phone as it is written, with digits of any script", () => {
    expect(readWho(" +967 771 234-567 ")).toEqual({ kind: "phone", phone: "+967 771 234-567" });
    expect(readWho("٧٧١٢٣٤٥٦٧")).toEqual({ kind: "phone", phone: "٧٧١٢٣٤٥٦٧" });
  });

  it("is nothing else", () => {
    for (const typed of ["", "  ", "Samira", `wal_${ULID}`, `usr_${ULID}0`, "usr_12", "+-"]) {
      expect(readWho(typed), typed).toBeNull();
    }
  });
});
