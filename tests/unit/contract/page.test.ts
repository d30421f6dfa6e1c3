import { describe, expect, it } from "vitest";
import { z } from "zod";
import { pagedList, toPageRequest } from "../../../src/contract/page.ts";

const CHARACTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
const SCOPE = ["usr_1", "TRANSFER", null];

const digits = (version: number, name = "things") =>
  pagedList<bigint>({
    name,
    version,
    read: (text) => (/^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null),
    write: String,
    example: 1n,
  });

const list = digits(2);

function cursorOf(position: bigint, of = list, scope: readonly unknown[] = SCOPE): string {
  const { next_cursor } = of.body({ items: [], next: position }, scope, String);
  return next_cursor as string;
}

/** The position that a cursor stands for; null when it is refused, at either of the two steps. */
function positionOf(cursor: string, scope: readonly unknown[] = SCOPE): bigint | null {
  const query = z.object(list.fields).safeParse({ cursor });
  if (!query.success) return null;
  return toPageRequest(query.data, scope)?.after ?? null;
}

function accepted(cursors: readonly string[]): readonly string[] {
  return cursors.filter((cursor) => positionOf(cursor) !== null);
}

// Each length of a position ends at another place of the last base64url character.
const POSITIONS = [7n, 42n, 123n, 9_876n, 1_795_822_095_123_456n, 999_999_999_999_999_999n];

describe("a cursor", () => {
  it.each(POSITIONS)("stands for the position that it was made of: %s", (position) => {
    expect(positionOf(cursorOf(position))).toBe(position);
  });

  it.each(POSITIONS)("is refused with any one character cut out or off: %s", (position) => {
    const cursor = cursorOf(position);
    const places = Array.from(cursor, (_, at) => at);
    expect(accepted(places.map((at) => cursor.slice(0, at)))).toEqual([]);
    const without = places.map((at) => cursor.slice(0, at) + cursor.slice(at + 1));
    expect(accepted(without)).toEqual([]);
  });

  it.each(POSITIONS)("is refused with any character added: %s", (position) => {
    const cursor = cursorOf(position);
    const more = [...CHARACTERS, "=", "==", " ", "MQ", "MTI"];
    expect(accepted(more.flatMap((end) => [cursor + end, end + cursor]))).toEqual([]);
  });

  it.each(POSITIONS)("is refused with any character changed: %s", (position) => {
    const cursor = cursorOf(position);
    const flipped = Array.from(cursor).flatMap((old, at) =>
      CHARACTERS.filter((other) => other !== old).map(
        (other) => cursor.slice(0, at) + other + cursor.slice(at + 1),
      ),
    );
    expect(flipped.length).toBe(cursor.length * (CHARACTERS.length - 1));
    expect(accepted(flipped)).toEqual([]);
  });

  it("is refused in another scope, by another list and with another's position", () => {
    const cursor = cursorOf(42n);
    expect(positionOf(cursor, ["usr_2", "TRANSFER", null])).toBeNull();
    expect(positionOf(cursorOf(42n, digits(2, "others")))).toBeNull();
    const parts = (text: string) => atob(text).split(":");
    const [version, name, tag] = parts(cursor);
    const [, , , other] = parts(cursorOf(43n));
    const mixed = btoa([version, name, tag, other].join(":")).replaceAll("=", "");
    expect(positionOf(mixed)).toBeNull();
  });

  it("of an earlier version says to start again; of a later one it is none", () => {
    const message = (cursor: string) =>
      z.object(list.fields).safeParse({ cursor }).error?.issues[0]?.message;
    expect(message(cursorOf(42n, digits(1)))).toContain("earlier version");
    expect(message(cursorOf(42n, digits(3)))).toContain("next_cursor of an earlier page");
  });
});
