// A transaction's reference in SQL: the same as referenceOf makes, for statements over millions of rows.
import { REFERENCE_ALPHABET, REFERENCE_LENGTH } from "../domain/reference.ts";

const GROUP = 4;

/** The reference of a row, from the SQL of its prefix, id and created_at. */
export function referenceSql(prefix: string, id: string, createdAt: string): string {
  // Five bits a character, the highest first; a dash before each group of four.
  const characters = Array.from({ length: REFERENCE_LENGTH }, (_, i) => {
    const shift = 5 * (REFERENCE_LENGTH - 1 - i);
    const character = `chr(get_byte('${REFERENCE_ALPHABET}'::bytea, ((bits >> ${shift}) & 31)::int))`;
    return i % GROUP === 0 ? `'-' || ${character}` : character;
  });
  const random = `('x0' || right(translate(${id}::text, '-', ''), 15))::bit(64)::bigint`;
  // OFFSET 0 keeps the bits from being worked out anew for each character.
  return `${prefix} || to_char(${createdAt} AT TIME ZONE 'UTC', '-YYMMDD')
    || (SELECT ${characters.join(" || ")} FROM (SELECT ${random} AS bits OFFSET 0) AS numbered)`;
}
