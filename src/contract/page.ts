import { z } from "zod";
import { CURSOR_LENGTH_MAX, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from "../domain/bounds.ts";
import { addIssue } from "./text.ts";

const POSITIVE_INTEGER = /^[1-9]\d{0,3}$/;

/** How many items a page has. */
export const PageLimit = z
  .string()
  .meta({
    type: "integer",
    minimum: 1,
    maximum: PAGE_LIMIT_MAX,
    default: PAGE_LIMIT_DEFAULT,
    description: "Items on a page.",
    examples: [PAGE_LIMIT_DEFAULT],
  } as Record<string, unknown>)
  .transform((text, ctx) => {
    const limit = POSITIVE_INTEGER.test(text) ? Number(text) : 0;
    return limit >= 1 && limit <= PAGE_LIMIT_MAX
      ? limit
      : addIssue(ctx, "invalid_limit", `must be an integer from 1 to ${PAGE_LIMIT_MAX}`);
  })
  .prefault(`${PAGE_LIMIT_DEFAULT}`);

/** The cursors of one list: opaque outside, a version, the list's name and a position inside. */
export interface CursorKind<Position> {
  /** The query parameter, parsed into the position. */
  readonly parameter: z.ZodType<Position | undefined, string | undefined>;
  write(position: Position): string;
}

/**
 * Cursors over positions that `read` understands; it returns null for what is none. A cursor of
 * another list, cut short or written by hand is refused. `version` is that of what a position means: a
 * later meaning gets the next number, and older cursors are then refused.
 */
export function cursorKind<Position>(
  list: string,
  version: number,
  read: (text: string) => Position | null,
  toText: (position: Position) => string,
): CursorKind<Position> {
  const prefix = `${version}:${list}:`;
  const isOlder = (plain: string) =>
    Array.from({ length: version - 1 }, (_, i) => `${i + 1}:${list}:`).some((older) =>
      plain.startsWith(older),
    );
  const write = (position: Position) => toBase64Url(prefix + toText(position));
  const parameter = z
    .string()
    .meta({
      maxLength: CURSOR_LENGTH_MAX,
      description: "`next_cursor` of the page before; leave it out for the first page.",
    })
    .transform((text, ctx): Position => {
      const plain = text.length <= CURSOR_LENGTH_MAX ? fromBase64Url(text) : null;
      const position = plain?.startsWith(prefix) ? read(plain.slice(prefix.length)) : null;
      // Written again it must be the same: one position has one cursor.
      if (position !== null && write(position) === text) return position;
      return addIssue(
        ctx,
        "invalid_cursor",
        plain !== null && isOlder(plain)
          ? "is from before the order of this list changed: start from the first page, without a cursor"
          : "must be the next_cursor of an earlier page",
      );
    })
    .optional();
  return { parameter, write };
}

/** A page of `item` on the wire. */
export function pageBody<S extends z.ZodType>(item: S, id: string) {
  return z
    .object({
      data: z.array(item),
      next_cursor: z
        .string()
        .nullable()
        .meta({
          description: "Send it as `cursor` for the next page; null on the last one.",
          examples: [null],
        }),
    })
    .meta({ id });
}

function toBase64Url(text: string): string {
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): string | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    // A length that no bytes encode to: it is no cursor, and that is all the caller asks.
    return null;
  }
}
