import { beforeEach, describe, expect, it } from "vitest";

/** A storage of the browser, in memory. */
function memory(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
}

Object.assign(globalThis, { localStorage: memory(), sessionStorage: memory() });
const storage = await import("../../../../../console/src/app/storage.ts");

beforeEach(() => {
  Object.assign(globalThis, { localStorage: memory(), sessionStorage: memory() });
});

describe("a shared computer", () => {
  it("keeps everything in the tab", () => {
    expect(storage.ownStorage()).toBe(localStorage);
    storage.setSharedComputer(true);
    expect(storage.isSharedComputer()).toBe(true);
    expect(storage.ownStorage()).toBe(sessionStorage);
    storage.setSharedComputer(false);
    expect(storage.ownStorage()).toBe(localStorage);
  });

  it("has a cookie that ends with the browser", () => {
    expect(storage.cookieFor(true)).toEqual({ refresh_token_in: "session_cookie" });
    expect(storage.cookieFor(false)).toEqual({ refresh_token_in: "cookie" });
  });
});

describe("a session that was left", () => {
  it("is remembered for the next page of the browser, until it has ended", () => {
    expect(storage.hasLeftSession()).toBe(false);
    storage.setLeftSession(true);
    Object.assign(globalThis, { sessionStorage: memory() });
    expect(storage.hasLeftSession()).toBe(true);
    storage.setLeftSession(false);
    expect(storage.hasLeftSession()).toBe(false);
  });
});
