import fc from "fast-check";
import { TypeID } from "typeid-js";
import { describe, expect, it } from "vitest";
import { typeIdOf, uuidOf } from "../../../src/domain/type-id.ts";

/** The UUID that the reference implementation reads from a text; null when it refuses the text. */
function referenceUuidOf(prefix: string, text: string): string | null {
  try {
    return TypeID.fromString(text, prefix).toUUID();
  } catch {
    return null;
  }
}

describe("a TypeID", () => {
  it("is written and read as the reference implementation does, for any UUID", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const text = typeIdOf("wal", uuid);
        expect(text).toBe(TypeID.fromUUID("wal", uuid).toString());
        expect(uuidOf("wal", text)).toBe(uuid);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "01890a5d-ac96-774b-bcce-b302099a8057",
  ])("is written and read correctly for %s", (uuid) => {
    expect(typeIdOf("txn", uuid)).toBe(TypeID.fromUUID("txn", uuid).toString());
    expect(uuidOf("txn", typeIdOf("txn", uuid))).toBe(uuid);
  });

  it("is refused where the reference implementation refuses it", () => {
    const good = typeIdOf("wal", "01890a5d-ac96-774b-bcce-b302099a8057");
    const bad = [
      ...["", "wal", "wal_", good.slice(0, -1), `${good}0`, good.toUpperCase(), `x${good}`],
      ...[good.replace("wal", "txn"), good.replace("_", "-"), good.replace(/_./, "_8")],
      ...[..."ilou-_ü\0"].map((character) => good.replace(/.$/, character)),
    ];
    for (const text of bad) {
      expect(uuidOf("wal", text)).toBeNull();
      expect(referenceUuidOf("wal", text)).toBeNull();
    }
  });

  it("is read from any text as the reference implementation reads it", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(uuidOf("wal", `wal_${text}`)).toBe(referenceUuidOf("wal", `wal_${text}`));
      }),
    );
  });

  it("is made only from UUIDs in lower case", () => {
    expect(() => typeIdOf("wal", "01890A5D-AC96-774B-BCCE-B302099A8057")).toThrow();
    expect(() => typeIdOf("wal", "01890a5d")).toThrow();
  });
});
