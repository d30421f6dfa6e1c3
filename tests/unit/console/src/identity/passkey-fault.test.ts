import { describe, expect, it } from "vitest";
import { passkeyFault } from "../../../../../console/src/identity/passkey-fault.ts";

const named = (name: string, cause?: Error) => Object.assign(new Error("x", { cause }), { name });

describe("a passkey that was not given", () => {
  it("tells a person who gave up from a device that has one already", () => {
    expect(passkeyFault(named("NotAllowedError"))).toBe("given_up");
    expect(passkeyFault(named("AbortError"))).toBe("given_up");
    expect(passkeyFault(named("InvalidStateError"))).toBe("exists");
    expect(passkeyFault(named("NotSupportedError"))).toBe("unsupported");
  });

  it("is told by the cause of a library's error", () => {
    expect(passkeyFault(named("WebAuthnError", named("NotAllowedError")))).toBe("given_up");
  });

  it("is a failure for everything else", () => {
    expect(passkeyFault(named("SecurityError"))).toBe("failed");
    expect(passkeyFault(null)).toBe("failed");
  });
});
