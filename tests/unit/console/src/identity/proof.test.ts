import { describe, expect, it } from "vitest";
import {
  methodsOf,
  offeredMethods,
  TOTP_DIGITS,
} from "../../../../../console/src/identity/proof.ts";
import * as bounds from "../../../../../src/domain/bounds.ts";

const moment = "2026-11-23T09:30:00.000Z";
const passkey = { id: "psk_1", name: "Phone", created_at: moment, last_used_at: null };

describe("the ways to prove a second factor", () => {
  it("are those that the person has, the app first and a recovery code last", () => {
    const totp = { enrolled_at: moment, last_used_at: moment };
    expect(methodsOf({ totp, passkeys: [passkey], recovery_codes_left: 3 })).toEqual([
      "totp",
      "passkey",
      "recovery_code",
    ]);
    expect(methodsOf({ totp: null, passkeys: [passkey], recovery_codes_left: 0 })).toEqual([
      "passkey",
    ]);
    expect(methodsOf({ totp: null, passkeys: [], recovery_codes_left: 0 })).toEqual([]);
  });

  it("leave out passkeys where the browser has none", () => {
    expect(offeredMethods(["recovery_code", "passkey"], true)).toEqual([
      "passkey",
      "recovery_code",
    ]);
    expect(offeredMethods(["recovery_code", "passkey"], false)).toEqual(["recovery_code"]);
  });

  it("have codes of the service's length", () => {
    expect(TOTP_DIGITS).toBe(bounds.TOTP_DIGITS);
  });
});
