import type { Hono } from "hono";
import type { AppEnv } from "./app-env.ts";

const known = new WeakMap<Hono<AppEnv>, { pattern: RegExp; method: string }[]>();

function patternsOf(app: Hono<AppEnv>) {
  let patterns = known.get(app);
  if (!patterns) {
    patterns = app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ path, method }) => ({
        pattern: new RegExp(
          `^${path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/:\w+/g, "[^/]+")}$`,
        ),
        method,
      }));
    known.set(app, patterns);
  }
  return patterns;
}

/** The methods that a path answers to, for Allow; empty for a path that is not there. */
export function allowedMethods(app: Hono<AppEnv>, path: string): string[] {
  const methods = new Set<string>();
  for (const { pattern, method } of patternsOf(app)) {
    if (!pattern.test(path)) continue;
    methods.add(method);
    if (method === "GET") methods.add("HEAD");
  }
  return [...methods];
}
