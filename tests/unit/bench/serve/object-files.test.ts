import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countObjects, nameObjects, objectIdOf } from "../../../../bench/serve/object-files.ts";

// The ids that workerd 1.20261023.1 wrote for objects of the class WalletObject with the names a and b.
const A = "c242130d85ff24533963247e2a348e283e17cb457f2e05fd01a5a385198212d9";
const B = "0eee7bb8507e0cc12eac431d6a99e751b0a51f1c347be5373894b4cb5fd62d4f";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mahfaza-objects-"));
  mkdirSync(path.join(folder, "WalletObject"));
  const files = [A, B].flatMap((id) => ["", "-shm", "-wal"].map((end) => `${id}.sqlite${end}`));
  for (const file of [...files, "metadata.sqlite", "metadata.sqlite-wal"]) {
    writeFileSync(path.join(folder, "WalletObject", file), "");
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the files of Durable Objects", () => {
  it("are counted once for each object, without SQLite's own files and the alarms' file", () => {
    expect(countObjects(folder, "WalletObject")).toBe(2);
    expect(countObjects(folder, "LedgerWriter")).toBe(0);
  });

  it("have the ids that workerd derives from names", () => {
    expect(objectIdOf("WalletObject", "a")).toBe(A);
    expect(objectIdOf("WalletObject", "b")).toBe(B);
  });

  it("are divided into objects with a known name and objects without one", () => {
    const names = ["a", "c"];
    expect(nameObjects(folder, "WalletObject", names)).toEqual({ named: ["a"], unnamed: [B] });
  });
});
