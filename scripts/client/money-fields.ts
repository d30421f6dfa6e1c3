/** A part of an OpenAPI schema. */
export interface SchemaPart {
  readonly type?: string | readonly string[];
  readonly examples?: readonly unknown[];
  readonly [keyword: string]: unknown;
}

const AMOUNT = /^-?\d+\.\d\d$/;

/** Whether a property holds an amount: the document writes each with an example of two decimals. */
export function isAmount({ type, examples }: SchemaPart): boolean {
  return typesOf(type).includes("string") && AMOUNT.test(String(examples?.[0]));
}

/** Whether the amount may be null. */
export function isNullable({ type }: SchemaPart): boolean {
  return typesOf(type).includes("null");
}

const typesOf = (type: SchemaPart["type"]): readonly string[] =>
  typeof type === "string" ? [type] : (type ?? []);
