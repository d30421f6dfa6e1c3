import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/http/parse-json.ts";

const parse = (text: string) => parseJson(new TextEncoder().encode(text));

describe("JSON bodies", () => {
  it("are parsed as by JSON.parse, except for numbers", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: "grapheme" })), (value) => {
        fc.pre(!Object.hasOwn(value, "__proto__"));
        expect(parse(JSON.stringify(value))).toEqual({ ...value });
      }),
    );
  });

  it.each([
    ["5", 5],
    ["0.1", 0.1],
    ["2500.00", 2500],
    ["123456789012345", 123456789012345],
    ["0.000000000000001", 0.000000000000001],
  ])("accept the number %s unchanged", (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each([
    "9007199254740993",
    "1234567890123456",
    "0.1000000000000000055",
    "1e3",
    "1E3",
    "1e400",
    "-1",
    "-0",
  ])("read %s as NaN: a double would change it, or it is no plain decimal", (text) => {
    expect(parse(`[${text}]`)).toEqual([Number.NaN]);
  });

  it("never round: an accepted number has exactly the digits that were sent", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.nat({ max: 6 }), (digits, places) => {
        const text = digits.toString().padStart(places + 1, "0");
        const sent = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
        const value = parse(sent) as number;
        if (Number.isNaN(value)) return;
        expect(value.toFixed(places)).toBe(sent);
      }),
    );
  });

  it.each(["", "{", "nul", '{"__proto__":1}', '[{"a":{"__proto__":{}}}]'])("refuse %j", (text) => {
    expect(() => parse(text)).toThrow("malformed_json");
  });

  it("are refused exactly when an object names a key twice, at any depth", () => {
    // Two entries with one key, somewhere inside arrays and objects.
    const twice = fc.tuple(fc.string(), fc.json(), fc.json()).map(([key, first, second]) => {
      const name = JSON.stringify(key);
      return `{${name}:${first},"other":${second},${name}:${second}}`;
    });
    fc.assert(
      fc.property(twice, fc.array(fc.boolean(), { maxLength: 20 }), (text, wraps) => {
        const nested = wraps.reduce(
          (inner, isArray) => (isArray ? `[1,${inner}]` : `{"a":${inner}}`),
          text,
        );
        expect(() => parse(nested)).toThrow("malformed_json");
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!text.includes("__proto__"));
        expect(() => parse(text)).not.toThrow();
      }),
    );
  });

  it("do not change any prototype", () => {
    expect(() => parse('{"__proto__":{"polluted":true}}')).toThrow();
    parse('{"constructor":{"prototype":{"polluted":true}}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
