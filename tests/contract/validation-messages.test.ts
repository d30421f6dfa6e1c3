import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { TRANSACTION_TYPES } from "../../src/domain/transaction.ts";
import { createApp } from "../../src/http/app.ts";
import { invalidRequest } from "../../src/http/invalid-request.ts";

interface Body {
  readonly content: Record<
    string,
    { schema: z.ZodType; examples?: Record<string, { value: unknown }> }
  >;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly request?: {
    readonly body?: Body;
    readonly query?: z.ZodType;
    readonly params?: z.ZodType;
  };
}

const routes = createApp().openAPIRegistry.definitions.flatMap((definition) =>
  definition.type === "route" ? [definition.route as unknown as Route] : [],
);

const JUNK: readonly unknown[] = [
  ...[null, "", " ", "x", "\u0000", "x".repeat(20_000), -1, 1.5, Number.NaN, true, [], {}],
  ...[["x"], [1], Array(50).fill("usb"), { x: 1 }, { __proto__: null, a: {} }],
];

/** The value with each of its parts, one at a time, missing or replaced by junk. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* JUNK;
  yield undefined;
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  for (const [key, inner] of entries) {
    for (const other of spoilt(inner)) {
      const changed = entries.map(([name, kept]) => [name, name === key ? other : kept] as const);
      yield Array.isArray(value) ? changed.map(([, kept]) => kept) : Object.fromEntries(changed);
    }
  }
  yield { ...value, colour: "green" };
}

function messagesOf(target: string, schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  if (!error) return [];
  return (invalidRequest(target, error.issues, value).extras.errors ?? []).map(
    ({ message }) => message,
  );
}

/** All that a caller can get as `errors[].message` for the parts of one route. */
function* messagesFor({ request = {} }: Route): Generator<string> {
  for (const { schema, examples = {} } of Object.values(request.body?.content ?? {})) {
    for (const { value } of Object.values(examples)) {
      for (const body of spoilt(value)) yield* messagesOf("json", schema, body);
    }
  }
  for (const [target, schema] of [
    ["query", request.query],
    ["param", request.params],
  ] as const) {
    if (!schema) continue;
    const names = "channel id type status direction wallet_id currency from to q limit cursor";
    for (const name of names.split(" ")) {
      for (const value of ["", "x", "\u0000", "x".repeat(5_000)]) {
        yield* messagesOf(target, schema, { [name]: value });
      }
    }
  }
}

const messages = new Set(routes.flatMap((route) => [...messagesFor(route)]));

describe("the message of each part that is not valid", () => {
  it("is a plain phrase that follows the name of the part", () => {
    expect(messages.size).toBeGreaterThan(25);
    const others = [...messages].filter(
      (message) => !/^(must|is|does not|to_wallet_id or to_phone is) /.test(message),
    );
    expect(others).toEqual([]);
  });

  it("has none of the words of the schema's library", () => {
    const words = /invalid|expected|unrecognized|too (small|big)|pattern|NaN|undefined|\|/i;
    expect([...messages].filter((message) => words.test(message))).toEqual([]);
  });

  it("names the values of a closed list", () => {
    expect(messages).toContain(`must be one of ${TRANSACTION_TYPES.join(", ")}`);
    expect(messages).toContain("must be one of phone, email");
    expect(messages).toContain("must be public-key");
    expect(messages).toContain("must be text");
    expect(messages).toContain("must have at most 8 items");
  });
});
