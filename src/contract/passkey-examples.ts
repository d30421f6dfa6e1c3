import type { z } from "zod";
import { PASSKEY_CHALLENGE_SECONDS } from "../domain/bounds.ts";
import { EXAMPLE } from "./examples.ts";
import type { PasskeyBody } from "./factors.ts";
import type {
  PasskeyAnswer,
  PasskeyOptionsBody,
  RegistrationAnswer,
  RegistrationOptionsBody,
} from "./passkeys.ts";

const CREDENTIAL = "q83vEjRWeJCrze8SNFZ4kA";
const RP_ID = "mahfaza.example";
const TIMEOUT_MS = PASSKEY_CHALLENGE_SECONDS * 1_000;

export const PASSKEY: z.infer<typeof PasskeyBody> = {
  id: "psk_01kazv5q0vfvtrx6r2n1p3b4c5",
  name: "Amina's phone",
  created_at: "2026-11-23T09:30:00.000Z",
  last_used_at: null,
};

/** For the second step of a login: it names the person's passkeys. */
export const PASSKEY_OPTIONS: z.infer<typeof PasskeyOptionsBody> = {
  challenge: EXAMPLE.challenge,
  rpId: RP_ID,
  timeout: TIMEOUT_MS,
  userVerification: "required",
  allowCredentials: [{ id: CREDENTIAL, type: "public-key", transports: ["internal"] }],
};

export const REGISTRATION_OPTIONS: z.infer<typeof RegistrationOptionsBody> = {
  challenge: EXAMPLE.challenge,
  rp: { id: RP_ID, name: "Mahfaza" },
  user: { id: "AZq_slwbfV8AGZhWgWFogw", name: EXAMPLE.phone, displayName: "Amina Saleh" },
  pubKeyCredParams: [
    { type: "public-key", alg: -8 },
    { type: "public-key", alg: -7 },
    { type: "public-key", alg: -257 },
  ],
  timeout: TIMEOUT_MS,
  attestation: "none",
  authenticatorSelection: {
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  },
  excludeCredentials: [],
};

// {"type":"webauthn.get","challenge":"…","origin":"https://mahfaza.example"}, in base64url.
const CLIENT_DATA =
  "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoidzBadFI4bUs0eVExblY3Ylgyc0xjNWVIZ1Q5dUpkQTNmUG9JaVd2QnFOdyIsIm9yaWdpbiI6Imh0dHBzOi8vbWFoZmF6YS5leGFtcGxlIn0";

/** What a browser sends to log in; this one is refused, for its challenge was never issued. */
export const PASSKEY_ANSWER: z.input<typeof PasskeyAnswer> = {
  id: CREDENTIAL,
  rawId: CREDENTIAL,
  type: "public-key",
  response: {
    clientDataJSON: CLIENT_DATA,
    authenticatorData: "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ",
    signature: "MEUCIQDTGVvEHc1lzEu1cGeIrKmvQvBcbTzKMwL2nmcBzwIgVUfQ",
    userHandle: "AZq_slwbfV8AGZhWgWFogw",
  },
};

export const REGISTRATION_ANSWER: z.input<typeof RegistrationAnswer> = {
  id: CREDENTIAL,
  rawId: CREDENTIAL,
  type: "public-key",
  response: {
    clientDataJSON: CLIENT_DATA,
    attestationObject: "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZg",
    transports: ["internal"],
  },
};
