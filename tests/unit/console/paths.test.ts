import { describe, expect, it } from "vitest";
import { consolePageOf, DESK_ROOT, PERSON_PATHS } from "../../../console/paths.ts";

describe("the console's paths", () => {
  it.each(PERSON_PATHS)("%s is a page of the people's app", (path) => {
    expect(consolePageOf(path.replace(":id", "txn_01kb8qzj5xe8k9r3v6t2m4n7pa"))).toBe("index");
  });

  it.each([DESK_ROOT, "/desk/", "/desk/users/usr_1", "/desk/index"])(
    "%s is a page of the operators' app",
    (path) => expect(consolePageOf(path)).toBe("desk"),
  );

  it.each([
    "/desks",
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
});
