import { z } from "zod";
import { isCanonicalBase64url } from "../domain/base64url.ts";
import { CREDENTIAL_ID_BYTES_MAX, PASSKEY_NAME_LENGTH_MAX } from "../domain/bounds.ts";
import { addIssue, personText } from "./text.ts";
import { RefreshTokenIn } from "./tokens.ts";

const ID_LENGTH_MAX = Math.ceil((CREDENTIAL_ID_BYTES_MAX * 8) / 6);
// A field without a bound of its own is bounded by the body.
const BYTES_LENGTH_MAX = 12_000;
const TRANSPORTS_MAX = 8;
// The form of the known names and of future ones: AuthenticatorTransport and
// AuthenticatorAttachment, WebAuthn §5.8.4 and §5.4.5. A relying party does not refuse a name that
// it does not know.
const NAME = /^[a-z-]{1,20}$/;

const bytes = (description: string, max = BYTES_LENGTH_MAX) =>
  z
    .string()
    .meta({ description, format: "base64url", maxLength: max })
    .transform((text, ctx) => {
      if (text.length > max)
        return addIssue(ctx, "too_long", `must have at most ${max} characters`);
      return isCanonicalBase64url(text)
        ? text
        : addIssue(ctx, "invalid_value", "must be base64url");
    });

const name = (example: string) =>
  z
    .string()
    .transform((text, ctx) =>
      NAME.test(text)
        ? text
        : addIssue(ctx, "invalid_value", `must be a name such as "${example}"`),
    );

/**
 * An optional member of a browser's answer. Browsers and libraries send null or an empty string for
 * one that the authenticator left out: both mean that it is absent.
 */
function optionalMember<Schema extends z.ZodType>(schema: Schema) {
  const absent = (value: unknown) => (value === null || value === "" ? undefined : value);
  return z.preprocess(absent, schema.optional());
}

const answerFields = {
  id: bytes("The credential's identifier.", ID_LENGTH_MAX),
  rawId: bytes("The same identifier again.", ID_LENGTH_MAX),
  type: z.literal("public-key"),
  authenticatorAttachment: optionalMember(name("platform")),
  clientExtensionResults: optionalMember(z.looseObject({})),
};

// Browsers send more fields than are needed, and new ones each year. Unknown fields are ignored.
/**
 * The result of `navigator.credentials.create()`, by its toJSON(). Source: WebAuthn Level 3 §5.1.8.
 */
export const RegistrationAnswer = z
  .object({
    ...answerFields,
    response: z.object({
      clientDataJSON: bytes("The browser's client data."),
      attestationObject: bytes("The new public key."),
      transports: optionalMember(z.array(name("internal")).max(TRANSPORTS_MAX)),
    }),
  })
  .transform(({ id, rawId, type, response }) => ({
    id,
    rawId,
    type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: response.clientDataJSON,
      attestationObject: response.attestationObject,
      ...(response.transports && { transports: response.transports }),
    },
  }))
  .meta({ id: "PasskeyRegistration", description: "A RegistrationResponseJSON of WebAuthn." });

/** The result of `navigator.credentials.get()`, by its toJSON(). */
export const PasskeyAnswer = z
  .object({
    ...answerFields,
    response: z.object({
      clientDataJSON: bytes("The browser's client data."),
      authenticatorData: bytes("The authenticator's data."),
      signature: bytes("The signature by the passkey's private key."),
      userHandle: optionalMember(bytes("The user handle of the passkey.", 88)),
    }),
  })
  .transform(({ id, rawId, type, response }) => ({
    id,
    rawId,
    type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
      ...(response.userHandle && { userHandle: response.userHandle }),
    },
  }))
  .meta({ id: "PasskeyAnswer", description: "An AuthenticationResponseJSON of WebAuthn." });

export const PasskeyName = personText({
  min: 1,
  max: PASSKEY_NAME_LENGTH_MAX,
  description: "The user's name for the passkey.",
  example: "Amina's phone",
});

/** POST /v1/factors/passkeys. */
export const RegisterPasskey = z
  .strictObject({ name: PasskeyName, passkey: RegistrationAnswer })
  .meta({ id: "RegisterPasskeyRequest" });
/** PATCH /v1/factors/passkeys/{id}. */
export const RenamePasskey = z
  .strictObject({ name: PasskeyName })
  .meta({ id: "RenamePasskeyRequest" });
/** POST /v1/auth/login/passkey. */
export const PasskeyLogin = z
  .strictObject({ passkey: PasskeyAnswer, refresh_token_in: RefreshTokenIn })
  .meta({ id: "LogInByPasskeyRequest" });

/** A credential that the browser may use, or must not create again. */
const Descriptor = z.object({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()),
});

export const PasskeyOptionsBody = z
  .object({
    challenge: z.string(),
    rpId: z.string().meta({ examples: ["mahfaza.example"] }),
    timeout: z.int(),
    userVerification: z.literal("required"),
    allowCredentials: z.array(Descriptor),
  })
  .meta({
    id: "PasskeyOptions",
    description:
      "For PublicKeyCredential.parseRequestOptionsFromJSON() and navigator.credentials.get().",
  });

export const RegistrationOptionsBody = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.int() })),
    timeout: z.int(),
    attestation: z.literal("none"),
    authenticatorSelection: z.object({
      residentKey: z.literal("required"),
      requireResidentKey: z.boolean(),
      userVerification: z.literal("required"),
    }),
    excludeCredentials: z.array(Descriptor),
  })
  .meta({
    id: "PasskeyRegistrationOptions",
    description:
      "For PublicKeyCredential.parseCreationOptionsFromJSON() and navigator.credentials.create().",
  });

export const PasskeyChallenge = z
  .object({ options: PasskeyOptionsBody })
  .meta({ id: "PasskeyChallenge" });
export const RegistrationChallenge = z
  .object({ options: RegistrationOptionsBody })
  .meta({ id: "PasskeyRegistrationChallenge" });
