/**
 * Why the browser gave no passkey. `given_up`: the person closed its dialog, or time ran out.
 * `exists`: this device has a passkey of the account already.
 */
export type PasskeyFault = "given_up" | "exists" | "unsupported" | "failed";

const FAULTS: Readonly<Record<string, PasskeyFault>> = {
  NotAllowedError: "given_up",
  AbortError: "given_up",
  InvalidStateError: "exists",
  NotSupportedError: "unsupported",
  ConstraintError: "unsupported",
};

/** What an error of the browser's Web Authentication means. Source: WebAuthn Level 3, §5.1.3, §5.1.4. */
export function passkeyFault(error: unknown): PasskeyFault {
  const { name, cause } = (error ?? {}) as { name?: unknown; cause?: unknown };
  const own = typeof name === "string" ? FAULTS[name] : undefined;
  if (own) return own;
  return cause ? passkeyFault(cause) : "failed";
}
