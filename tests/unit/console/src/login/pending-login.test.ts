import { describe, expect, it } from "vitest";
import {
  forgetPendingLogin,
  keepPendingLogin,
  readPendingLogin,
} from "../../../../../console/src/login/pending-login.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");
const ASKED = {
  status: "second_factor_required" as const,
  challenge: "w0Zt",
  expires_in: 300,
  methods: ["totp" as const],
  passkey_options: null,
};

function memory(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
  };
}

function pending() {
  const storage = memory();
  keepPendingLogin(storage, ASKED, NOW);
  return storage;
}

describe("the second step of a login", () => {
  it("is found by a reload until its challenge expires", () => {
    expect(readPendingLogin(pending(), NOW)).toEqual(ASKED);
    expect(readPendingLogin(pending(), NOW + 299_999)).toEqual(ASKED);
    expect(readPendingLogin(pending(), NOW + 300_000)).toBe("late");
  });

  it("is not lengthened by a clock that was set back", () => {
    expect(readPendingLogin(pending(), NOW - 1)).toBe("late");
  });

  it("is gone when it has ended", () => {
    const storage = pending();
    forgetPendingLogin(storage);
    expect(readPendingLogin(storage, NOW)).toBeNull();
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "7",
    "{}",
    '{"until":9e15}',
    '{"until":9e15,"asked":null}',
    '{"until":9e15,"asked":{"challenge":"w0Zt","expires_in":300,"methods":["totp"]}}',
    '{"until":"soon","asked":{"challenge":"w0Zt","expires_in":300,"methods":[],"passkey_options":null}}',
  ])("is none when the storage has something else: %s", (text) => {
    expect(readPendingLogin(memory(text), NOW)).toBeNull();
  });
});
