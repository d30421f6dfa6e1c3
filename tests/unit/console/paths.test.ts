import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  consolePageOf,
  DESK_PATHS,
  DESK_ROUTES,
  missingPageOf,
  PERSON_PATHS,
  withoutSlash,
} from "../../../console/paths.ts";

const sources = path.join(import.meta.dirname, "../../../console/src");
const sourceOf = (file: string) => readFileSync(path.join(sources, file), "utf8");

describe("the console's paths", () => {
  it.each(PERSON_PATHS)("%s is a page of the people's app", (path) => {
    expect(consolePageOf(path.replace(":id", "txn_01kb8qzj5xe8k9r3v6t2m4n7pa"))).toBe("index");
  });

  it.each(DESK_PATHS)("%s is a page of the operators' app", (path) => {
    expect(consolePageOf(path.replace(/:\w+/, "USD-YEM-aden"))).toBe("desk");
  });

  it("are those of the operators' router", () => {
    const routed = sourceOf("desk/routes.tsx").matchAll(/<Route path="([^"]+)"/g);
    expect(Array.from(routed, ([, route]) => route).sort()).toEqual([...DESK_ROUTES].sort());
  });

  it("have each part of a route that has parts", () => {
    const below = (start: string) => DESK_PATHS.filter((one) => one.startsWith(start));
    expect(below("/desk/proposals")).toEqual([
      "/desk/proposals",
      "/desk/proposals/money",
      "/desk/proposals/roles",
      "/desk/proposals/rates",
    ]);
    expect(DESK_PATHS.filter((one) => one.includes("?"))).toEqual([]);
  });

  it.each([
    "/desks",
    "/desk/",
    "/desk/index",
    "/desk/index.html",
    "/desk/users/usr_1",
    "/desk/people/usr_1/x",
    "/desk/people/usr_1/audit/x",
    "/desk/funding/x",
    "/login/",
    "/Login",
    "/wallets/",
    "/wallets/wal_1/entries",
    `/wallets/${"x".repeat(65)}`,
    "/history/%2e%2e",
    "/v1/users/me",
    "/docs",
    "/me/nothing",
    "//login",
    "",
  ])("%s is no page", (path) => {
    expect(consolePageOf(path)).toBeNull();
  });

  it.each([
    ["/login/", "/login"],
    ["/desk/", "/desk"],
    ["/wallets/wal_1/", "/wallets/wal_1"],
    ["/login", null],
    ["/", null],
    ["//", "/"],
    ["/login//", null],
    ["//example.org/", null],
    ["/nowhere/", null],
  ])("%s without its slash is %s", (path, page) => {
    expect(withoutSlash(path)).toBe(page);
  });

  it("that are missing belong to the app that they are below", () => {
    expect(["/desk/x", "/desk//", "/desks", "/x"].map(missingPageOf)).toEqual([
      "desk",
      "desk",
      "index",
      "index",
    ]);
  });
});
