import { describe, expect, it } from "vitest";
import {
  afterEffect,
  effectOfSql,
  StatementFailed,
  withoutEffect,
} from "../../../src/domain/statement-effect.ts";

describe("the effect of SQL text", () => {
  it.each([
    "SELECT 1",
    "  with a AS (SELECT updated_at, deleted_at FROM users) SELECT * FROM a",
    "SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE",
    "SELECT id FROM users FOR UPDATE SKIP LOCKED",
    "select id from users for no key update of u for share of s",
  ])("of %s is none", (text) => expect(effectOfSql(text)).toBe("none"));

  it.each([
    "INSERT INTO users VALUES ($1)",
    "UPDATE users SET username = $1",
    "WITH gone AS (DELETE FROM challenges RETURNING hash) SELECT * FROM gone",
    "WITH a AS (SELECT FROM users FOR UPDATE), b AS (UPDATE users SET role = $1) SELECT",
    "MERGE INTO a USING b ON true WHEN MATCHED THEN DO NOTHING",
    "COMMIT",
    "CALL refresh()",
    "",
  ])("of %s is possible", (text) => expect(effectOfSql(text)).toBe("possible"));
});

describe("a failed call", () => {
  it("is marked, with its error as the cause; the value of one that succeeds is passed on", async () => {
    const cause = new Error("lost");
    for (const [mark, effect] of [
      [withoutEffect, "none"],
      [afterEffect, "earlier"],
    ] as const) {
      const failed = await mark(Promise.reject(cause)).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(StatementFailed);
      expect(failed).toMatchObject({ effect, cause });
      expect(await mark(Promise.resolve(7))).toBe(7);
    }
  });
});
