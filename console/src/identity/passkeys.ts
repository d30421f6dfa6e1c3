import type { components } from "@mahfaza/client";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import { type PasskeyFault, passkeyFault } from "./passkey-fault.ts";

type Schemas = components["schemas"];

/** What the browser answered, or why it did not. */
type PasskeyResult<T> =
  | { readonly passkey: T; readonly fault: null }
  | { readonly passkey: null; readonly fault: PasskeyFault };

/** Whether this browser knows passkeys. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === "function";
}

/** Whether this browser offers passkeys while a field is filled in. */
export async function canAutofillPasskeys(): Promise<boolean> {
  if (!canUsePasskeys()) return false;
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

/** The library is loaded when a passkey is used, and not with a page. */
const library = () => import("@simplewebauthn/browser");

/**
 * Asks for a passkey of the account or, with `isAutofill`, waits until one is chosen in a field.
 * A later question ends one that waits.
 */
export function askPasskey(
  options: Schemas["PasskeyOptions"],
  isAutofill = false,
): Promise<PasskeyResult<Schemas["PasskeyAnswer"]>> {
  return resultOf(async () => {
    const { startAuthentication } = await library();
    const answer: AuthenticationResponseJSON = await startAuthentication({
      optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
      useBrowserAutofill: isAutofill,
    });
    return answer as Schemas["PasskeyAnswer"];
  });
}

/** Makes a passkey for the account on this device, or on one that the browser reaches. */
export function makePasskey(
  options: Schemas["PasskeyRegistrationOptions"],
): Promise<PasskeyResult<Schemas["PasskeyRegistration"]>> {
  return resultOf(async () => {
    const { startRegistration } = await library();
    const answer: RegistrationResponseJSON = await startRegistration({
      optionsJSON: options as PublicKeyCredentialCreationOptionsJSON,
    });
    return answer as Schemas["PasskeyRegistration"];
  });
}

/** Ends a question that waits in a field. */
export async function stopAsking(): Promise<void> {
  const { WebAuthnAbortService } = await library();
  WebAuthnAbortService.cancelCeremony();
}

async function resultOf<T>(ask: () => Promise<T>): Promise<PasskeyResult<T>> {
  try {
    return { passkey: await ask(), fault: null };
  } catch (error) {
    return { passkey: null, fault: passkeyFault(error) };
  }
}
