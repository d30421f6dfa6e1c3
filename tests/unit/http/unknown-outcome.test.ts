import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/http/app.ts";
import { openApiDocument } from "../../../src/http/openapi.ts";
import { UNKNOWN_OUTCOME_ADVICE } from "../../../src/http/unknown-outcome.ts";

const app = createApp();

describe("the advice after an unknown outcome", () => {
  it("is for routes that exist", () => {
    const routes = app.routes.map(({ method, path }) => `${method} ${path}`);
    for (const route of Object.keys(UNKNOWN_OUTCOME_ADVICE)) expect(routes).toContain(route);
  });

  it("names an Idempotency-Key on the routes that read one, and on no other", () => {
    const paths = openApiDocument(app).paths ?? {};
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, found] of Object.entries(methods as Record<string, object>)) {
        const { parameters = [] } = found as { parameters?: { name?: string }[] };
        const readsKey = parameters.some(({ name }) => name === "Idempotency-Key");
        const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`;
        expect(/Idempotency-Key/.test(UNKNOWN_OUTCOME_ADVICE[route] ?? ""), route).toBe(readsKey);
      }
    }
  });
});
