import { describe, expect, it } from "vitest";
import { CONTENT_TYPE_LENGTH_MAX } from "../../../src/domain/bounds.ts";
import { isJsonInUtf8, isUncompressed } from "../../../src/http/body-headers.ts";
import { cpuMs } from "../cpu-ms.ts";

describe("a content type", () => {
  it.each([
    ["application/json", true],
    ["APPLICATION/JSON", true],
    ["application/json \t;\t charset=UTF-8", true],
    ['application/json;charset="ut\\f-8"', true],
    ["application/json;v=1;charset=utf8;x=y", true],
    ["application/json;;", true],
    ["", false],
    ["application", false],
    ["application/", false],
    ["/json", false],
    ["application/json+x", false],
    ["application/ld+json", false],
    ["application/json;charset=", false],
    ["application/json;charset=utf-8 utf-16", false],
    ["application/json;charset='utf-8'", false],
    ["application/json;x=\u00e9", false],
    ["application/json,application/json", false],
  ])("%j is JSON in UTF-8: %s", (type, isJson) => {
    expect(isJsonInUtf8(type)).toBe(isJson);
  });

  it("is read in time linear in its length", () => {
    // A pattern that can match blanks in two ways takes seconds on each of these.
    const length = 1_000 * CONTENT_TYPE_LENGTH_MAX;
    for (const part of [" ", ";", " ; ", '; a="', "; a=b", '"\\', "a"]) {
      const type = `application/json;${part.repeat(length / part.length)}!`;
      expect(
        cpuMs(() => isJsonInUtf8(type)),
        part,
      ).toBeLessThan(1_000);
    }
  });
});

describe("a content encoding", () => {
  it.each([
    ["", true],
    ["identity", true],
    [" IDENTITY ,identity", true],
    ["gzip", false],
    ["identity,br", false],
    ["identity;q=1", false],
  ])("%j leaves the body as it is: %s", (coding, isPlain) => {
    expect(isUncompressed(coding)).toBe(isPlain);
  });
});
