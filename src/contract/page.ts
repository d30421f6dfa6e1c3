import { createHash } from "node:crypto";
import { z } from "zod";
import { CURSOR_LENGTH_MAX, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from "../domain/bounds.ts";
import type { Page, PageRequest } from "../domain/page.ts";
import { addIssue } from "./text.ts";

const POSITIVE_INTEGER = /^[1-9]\d{0,3}$/;

/** The number of items on a page. */
export const PageLimit = z
  .string()
  .meta({
    type: "integer",
    minimum: 1,
    maximum: PAGE_LIMIT_MAX,
    default: PAGE_LIMIT_DEFAULT,
    description: "The largest number of items on the page.",
    examples: [PAGE_LIMIT_DEFAULT],
  } as Record<string, unknown>)
  .transform((text, ctx) => {
    const limit = POSITIVE_INTEGER.test(text) ? Number(text) : 0;
    return limit >= 1 && limit <= PAGE_LIMIT_MAX
      ? limit
      : addIssue(ctx, "invalid_limit", `must be an integer from 1 to ${PAGE_LIMIT_MAX}`);
  })
  .prefault(`${PAGE_LIMIT_DEFAULT}`);

interface ListKind<Position> {
  /** The list's name, which a cursor holds: cursors of one list are refused by another. */
  readonly name: string;
  /** Counts the forms that a cursor has had. Cursors of an earlier form are refused. */
  readonly version: number;
  /** Reads a position; null when the text holds none. */
  readonly read: (text: string) => Position | null;
  readonly write: (position: Position) => string;
  /** A position for the document's examples. */
  readonly example: Position;
}

/**
 * What a cursor belongs to, beside its list: who reads, which object's list it is, and the filters.
 * In another scope the same position would silently skip or repeat items.
 */
export type ListScope = readonly unknown[];

/** A cursor that was read. */
interface Cursor<Position> {
  readonly position: Position;
  /** Its version, list and position as text, which its tag covers together with the scope. */
  readonly place: string;
  readonly tag: string;
}

/** How one list is cut into pages on the wire. */
export interface PagedList<Position> {
  /** The two query parameters; `toPageRequest` reads them. */
  readonly fields: {
    readonly limit: typeof PageLimit;
    readonly cursor: z.ZodType<Cursor<Position> | undefined, string | undefined>;
  };
  /** The schema of a page. */
  schema<S extends z.ZodType>(item: S, id: string): PageSchema<S>;
  /** The wire form of a page that was read in this scope. */
  body<Item, Body>(
    page: Page<Item, Position>,
    scope: ListScope,
    itemBody: (item: Item) => Body,
  ): PageBody<Body>;
}

type PageSchema<S extends z.ZodType> = z.ZodObject<{
  data: z.ZodArray<S>;
  next_cursor: z.ZodNullable<z.ZodString>;
}>;

interface PageBody<Body> {
  data: Body[];
  next_cursor: string | null;
}

/**
 * Pages of a list. A cursor is opaque outside: version, name of the list, tag, position. The tag
 * covers all of it and the scope: a cursor that was cut or changed is refused, because another
 * position would silently skip items.
 */
export function pagedList<Position>(kind: ListKind<Position>): PagedList<Position> {
  const write = (position: Position, scope: ListScope) =>
    cursorOf(kind, position, tagOf(placeOf(kind, position), scope));
  const example = write(kind.example, []);
  return {
    fields: { limit: PageLimit, cursor: cursorField(kind, example) },
    schema: (item, id) => pageSchema(item, id, example),
    body: ({ items, next }, scope, itemBody) => ({
      data: items.map((item) => itemBody(item)),
      next_cursor: next === null ? null : write(next, scope),
    }),
  };
}

/** The two query parameters of a list, as its schema reads them. */
export interface PageQuery<Position> {
  readonly limit: number;
  readonly cursor?: Cursor<Position> | undefined;
}

/** The query as a request for a page; null when its cursor is of another scope, or was changed. */
export function toPageRequest<Position>(
  { limit, cursor }: PageQuery<Position>,
  scope: ListScope,
): PageRequest<Position> | null {
  if (!cursor) return { after: null, limit };
  const { position, place, tag } = cursor;
  return tag === tagOf(place, scope) ? { after: position, limit } : null;
}

const TAG_LENGTH = 11;

/**
 * 66 bits of SHA-256: enough to notice a mistake. It is no signature: what a caller may read is
 * decided elsewhere.
 */
function tagOf(place: string, scope: ListScope): string {
  const text = JSON.stringify([place, scope], (_, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return createHash("sha256").update(text).digest("base64url").slice(0, TAG_LENGTH);
}

const prefixOf = (name: string, version: number) => `${version}:${name}:`;

function placeOf<Position>(
  { name, version, write }: ListKind<Position>,
  position: Position,
): string {
  return prefixOf(name, version) + write(position);
}

function cursorOf<Position>(
  { name, version, write }: ListKind<Position>,
  position: Position,
  tag: string,
): string {
  return toBase64Url(`${prefixOf(name, version)}${tag}:${write(position)}`);
}

/** Reads a cursor; null for one of another list, cut short or written by hand. */
function readCursor<Position>(
  kind: ListKind<Position>,
  text: string,
  plain: string,
): Cursor<Position> | null {
  const prefix = prefixOf(kind.name, kind.version);
  if (!plain.startsWith(prefix)) return null;
  const tag = plain.slice(prefix.length, prefix.length + TAG_LENGTH);
  const position = kind.read(plain.slice(prefix.length + TAG_LENGTH + 1));
  if (position === null) return null;
  // Written again it must be the same: one position has one cursor.
  if (cursorOf(kind, position, tag) !== text) return null;
  return { position, place: placeOf(kind, position), tag };
}

function isOlder(
  { name, version }: Pick<ListKind<unknown>, "name" | "version">,
  plain: string,
): boolean {
  const versions = Array.from({ length: version - 1 }, (_, i) => i + 1);
  return versions.some((older) => plain.startsWith(prefixOf(name, older)));
}

function cursorField<Position>(kind: ListKind<Position>, example: string) {
  return z
    .string()
    .meta({
      maxLength: CURSOR_LENGTH_MAX,
      description:
        "`next_cursor` of the page before, for the same list and filters. Leave it out for the first page.",
      examples: [example],
    })
    .transform((text, ctx): Cursor<Position> => {
      const plain = text.length <= CURSOR_LENGTH_MAX ? fromBase64Url(text) : null;
      const cursor = plain === null ? null : readCursor(kind, text, plain);
      if (cursor !== null) return cursor;
      return addIssue(
        ctx,
        "invalid_cursor",
        plain !== null && isOlder(kind, plain)
          ? "is from an earlier version of the service: start from the first page, without a cursor"
          : "must be the next_cursor of an earlier page",
      );
    })
    .optional();
}

function pageSchema<S extends z.ZodType>(item: S, id: string, example: string): PageSchema<S> {
  return z
    .object({
      data: z.array(item),
      next_cursor: z
        .string()
        .nullable()
        .meta({
          description: "Send it as `cursor` for the next page. Null on the last page.",
          examples: [example],
        }),
    })
    .meta({ id, description: "One page of a list." });
}

function toBase64Url(text: string): string {
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): string | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    // A length that no bytes encode to: it is no cursor.
    return null;
  }
}
