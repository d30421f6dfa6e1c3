// Finds transactions by a text that the user typed. Short histories, and texts that the newest
// transactions often contain, are found by reading the newest transactions; rare texts by an index
// of all substrings (drizzle/0021). Neither reads the whole history of a busy wallet.
import { type SQL, sql } from "drizzle-orm";
import { REFERENCE_PREFIXES } from "../domain/reference.ts";

/** A part of references that the index can find, and the text that the reference contains. */
export interface ReferenceSearch {
  readonly part: string;
  readonly piece: string;
}

/** What people type in place of "-": blanks, other hyphens and dashes, the minus sign. */
const DASHES = /[\s\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const TYPES: readonly string[] = Object.values(REFERENCE_PREFIXES);
const isType = (part: string) => TYPES.includes(part);
const isDay = (part: string) => /^[0-9]{6}$/.test(part);
const isGroup = (part: string) => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(part);

/**
 * Reads a text as a piece of a reference such as `TRF-261123-7K3M-9QXT-2A4B`. The piece must
 * contain one whole part of it: the index has no others. The rarest part is chosen: a group, then a
 * day. Null: it cannot be found as a reference.
 */
export function referenceSearch(text: string): ReferenceSearch | null {
  const piece = text.trim().toUpperCase().replace(DASHES, "-");
  const parts = piece.split("-");
  const whole = parts.filter((part, i) => parts.length === 1 || !mayBePartOfDay(part, parts, i));
  const part = whole.find(isGroup) ?? whole.find(isDay) ?? whole.find(isType);
  return part === undefined ? null : { part, piece };
}

/**
 * The first part may be the end of a day, and a last part that follows a type the beginning of one.
 */
function mayBePartOfDay(part: string, parts: readonly string[], i: number): boolean {
  if (!/^[0-9]{1,5}$/.test(part)) return false;
  const before = parts[i - 1];
  return before === undefined || (i === parts.length - 1 && isType(before));
}

/** The text in the one spelling in which texts are compared; see search_text in drizzle/0021. */
export function searchSpelling(text: SQL): SQL {
  return sql`search_text(${text}::text)`;
}

/** The condition that transaction `t` contains the text; `spelled` is its searchSpelling. */
export function containsText(spelled: SQL, part: SQL, piece: SQL): SQL {
  return sql`(strpos(t.reference, ${piece}) > 0 AND ${part} = ANY(reference_parts(t.reference))
    OR ${spelled} <> '' AND strpos(search_text(t.note), ${spelled}) > 0)`;
}
