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
const storage = await import("../../../../../console/src/device/storage.ts");

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
  it.each(["logged_out", "with_tab"] as const)(
    "is remembered for the next page of the browser, until it has ended: %s",
    (left) => {
      expect(storage.leftSession()).toBeNull();
      storage.setLeftSession(left);
      Object.assign(globalThis, { sessionStorage: memory() });
      expect(storage.leftSession()).toBe(left);
      storage.setLeftSession(null);
      expect(storage.leftSession()).toBeNull();
    },
  );

  it("is none when the storage has something else", () => {
    localStorage.setItem("mahfaza.left-session", "perhaps");
    expect(storage.leftSession()).toBeNull();
  });
});
