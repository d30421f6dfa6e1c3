import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { DESK_ROOT, PERSON_PATHS } from "../../../console/paths.ts";
import { PLACES } from "../../../console/places.ts";
import { createApp } from "../../../src/http/app.ts";
import { openApiDocument } from "../../../src/http/openapi.ts";

const root = path.join(import.meta.dirname, "../../..");
const sources = globSync(["console/src/**/*.{ts,tsx}", "packages/client/src/**/*.ts"], {
  cwd: root,
})
  .filter((file) => !file.endsWith("schema.ts"))
  .map((file) => readFileSync(path.join(root, file), "utf8"))
  .join("\n");

const operations = Object.entries(openApiDocument(createApp()).paths ?? {}).flatMap(
  ([route, methods]) =>
    Object.entries(methods as Record<string, { operationId?: string }>).map(
      ([method, { operationId = "" }]) => ({ operationId, method: method.toUpperCase(), route }),
    ),
);

/** A list is also read by its path alone, through the client's pages() and items(). */
function calls(method: string, route: string): boolean {
  const quoted = `"${route.replace(/[{}]/g, "\\$&")}"`;
  return new RegExp(method === "GET" ? quoted : `\\b${method}\\(\\s*${quoted}`).test(sources);
}

describe("the places of the API's operations in the console", () => {
  it("name each operation of the OpenAPI document, and no other", () => {
    expect(Object.keys(PLACES).sort()).toEqual(operations.map((one) => one.operationId).sort());
  });

  it("are pages of the console", () => {
    const pages = Object.values(PLACES).filter((place) => typeof place === "string");
    const unknown = pages.filter(
      (page) => !(PERSON_PATHS as readonly string[]).includes(page) && !page.startsWith(DESK_ROOT),
    );
    expect(unknown).toEqual([]);
  });

  it("are true: the console's sources call each operation that has a page", () => {
    const uncalled = operations
      .filter(({ operationId }) => typeof PLACES[operationId] === "string")
      .filter(({ method, route }) => !calls(method, route))
      .map(({ operationId }) => operationId);
    expect(uncalled).toEqual([]);
  });
});
