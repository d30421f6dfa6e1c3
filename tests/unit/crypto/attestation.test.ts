import { base64url } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { verifyRegistration } from "../../../src/crypto/passkey.ts";
import { ANDROID_KEY_ANSWER } from "../../android-key-answer.ts";
import {
  ORIGIN,
  RP_ID,
  type Tampering,
  VirtualAuthenticator,
} from "../../virtual-authenticator.ts";

const SETTINGS = { passkeyRpId: RP_ID, passkeyOrigins: [ORIGIN] };
const CHALLENGE = "A".repeat(43);
const OPTIONS = { challenge: CHALLENGE, rp: { id: RP_ID }, user: { id: "AAAA" } };
const CERTIFICATE = new Uint8Array(8);

const called = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no request may be sent"));
afterEach(() => {
  expect(called).not.toHaveBeenCalled();
  called.mockClear();
});

const registered = async (tampering: Tampering) =>
  verifyRegistration(
    SETTINGS,
    { ...(await new VirtualAuthenticator().create(OPTIONS, tampering)), type: "public-key" },
    CHALLENGE,
  );

const answerWith = (attestationObject: string, { id, clientDataJSON } = ANDROID_KEY_ANSWER) => ({
  id,
  rawId: id,
  type: "public-key" as const,
  clientExtensionResults: {},
  response: { clientDataJSON, attestationObject },
});

describe("the attestation of a new passkey", () => {
  it.each([["none"], ["its own signature", { isSelfAttested: true }]] as [string, Tampering?][])(
    "is accepted when it is %s",
    async (_, tampering = {}) => {
      expect(await registered(tampering)).toMatchObject({ signCount: 1 });
    },
  );

  it("makes no request to an address that its certificate names", async () => {
    const answer = answerWith(ANDROID_KEY_ANSWER.attestationObject);
    expect(await verifyRegistration(SETTINGS, answer, CHALLENGE)).toBeNull();
  });

  it.each([
    ["packed, with certificates", { isSelfAttested: true, statement: x5c() }],
    ["packed, with no certificate in the list", { isSelfAttested: true, statement: x5c([]) }],
    ["packed, without a signature", { format: "packed" }],
    ["none, with a statement", { statement: x5c() }],
    ["android-key", { format: "android-key" }],
    ["android-safetynet", { format: "android-safetynet" }],
    ["apple", { format: "apple" }],
    ["fido-u2f", { format: "fido-u2f" }],
    ["tpm", { format: "tpm" }],
    ["of an unknown format", { format: "" }],
  ] as [string, Tampering][])("is refused when it is %s", async (_, tampering) => {
    expect(await registered(tampering)).toBeNull();
  });

  it.each([
    ["no CBOR", [0xff]],
    ["nothing", []],
    ["a number", [0x07]],
    ["an empty map", [0xa0]],
    ["a statement that is a number", [0xa2, 0x63, ...text("fmt"), 0x66, ...text("packed"), 0x67]],
    ["a text that is longer than the whole input", [0x7b, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ["8,000 nested lists", Array(8_000).fill(0x81)],
  ] as [string, number[]][])("is refused when it is %s", async (_, bytes) => {
    const answer = answerWith(base64url.encode(Uint8Array.from(bytes)));
    expect(await verifyRegistration(SETTINGS, answer, CHALLENGE)).toBeNull();
  });
});

describe("the id of a new passkey", () => {
  it.each([1, 16, 1_023])("may have %i bytes", async (length) => {
    const id = new Uint8Array(length).fill(7);
    expect(await registered({ id })).toMatchObject({ credentialId: "07".repeat(length) });
  });

  it.each([0, 1_024])("may not have %i bytes", async (length) => {
    expect(await registered({ id: new Uint8Array(length) })).toBeNull();
  });

  it("is the same in the answer and in the authenticator's data", async () => {
    expect(await registered({ attestedId: new Uint8Array(16) })).toBeNull();
  });
});

function x5c(certificates = [CERTIFICATE]) {
  return new Map([["x5c", certificates]]);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
