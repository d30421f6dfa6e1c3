import { describe, expect, it } from "vitest";
import { isCanonicalBase64url } from "../../../src/domain/base64url.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

describe("canonical base64url", () => {
  it.each([1, 2, 3, 4, 32])(
    "has one text for %i bytes, the one that an encoder writes",
    (length) => {
      const text = Buffer.alloc(length, 0xa7).toString("base64url");
      const others = [...ALPHABET].map((last) => text.slice(0, -1) + last);
      const same = others.filter((other) =>
        Buffer.from(other, "base64url").equals(Buffer.alloc(length, 0xa7)),
      );
      expect(same.length).toBe({ 0: 1, 1: 16, 2: 4 }[length % 3]);
      expect(same.filter(isCanonicalBase64url)).toEqual([text]);
    },
  );

  it.each([
    "",
    "A",
    "AAAAA",
    "AA==",
    "AAA=",
    "+A",
    "/A",
    " AAAA",
    "AAAA\n",
    "AA AA",
    "AAÄA",
    "ＡAAA",
  ])("is not %j", (text) => expect(isCanonicalBase64url(text)).toBe(false));
});
