import type { components, Factors } from "@mahfaza/client";

type Schemas = components["schemas"];

/** How a person can prove that it is them, besides the password. */
export type ProofMethod = "totp" | "passkey" | "recovery_code";

/** A second factor as a request has it: one of the three. */
export type Proof =
  | { readonly code: string }
  | { readonly recovery_code: string }
  | { readonly passkey: Schemas["PasskeyAnswer"] };

/** The digits of an authenticator app's code. */
export const TOTP_DIGITS = 6;

/** The order in which ways are offered: the quickest first, the one that is used up last. */
const ORDER: readonly ProofMethod[] = ["totp", "passkey", "recovery_code"];

/** The ways that a person's factors open, in the order in which they are offered. */
export function methodsOf(factors: Factors): readonly ProofMethod[] {
  const has: Readonly<Record<ProofMethod, boolean>> = {
    totp: factors.totp !== null,
    passkey: factors.passkeys.length > 0,
    recovery_code: factors.recovery_codes_left > 0,
  };
  return ORDER.filter((method) => has[method]);
}

/** The ways in the order in which they are offered; a passkey only where the browser knows them. */
export function offeredMethods(
  methods: readonly ProofMethod[],
  canUsePasskeys: boolean,
): readonly ProofMethod[] {
  return ORDER.filter(
    (method) => methods.includes(method) && (method !== "passkey" || canUsePasskeys),
  );
}
