import { describe, expect, it } from "vitest";
import { groupOf } from "../../../../bench/profile/source-places.ts";

describe("the group of a source file", () => {
  it("is its package, or its folder in this project", () => {
    expect(groupOf("src/ledger/decide.ts")).toBe("src/ledger");
    expect(groupOf("src/index.ts")).toBe("src");
    expect(groupOf("node_modules/hono/dist/compose.js")).toBe("hono");
    expect(groupOf("node_modules/@hono/zod-openapi/dist/index.js")).toBe("@hono/zod-openapi");
    expect(groupOf("node_modules/typeid-js/node_modules/uuid/dist/parse.js")).toBe("uuid");
    expect(groupOf("../../../../tmp/bundle/middleware-loader.ts")).toBe("bundler");
  });
});
