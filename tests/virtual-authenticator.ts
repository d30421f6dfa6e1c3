import { base64url } from "jose";
import { type Cbor, cbor } from "./cbor.ts";

export const ORIGIN = "https://mahfaza.example";
export const RP_ID = "mahfaza.example";

/** The ways in which a test falsifies an answer. */
export interface Tampering {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  readonly flags?: number;
  readonly signCount?: number;
  readonly userHandle?: string | null;
  /** Signs with another key than the passkey's. */
  readonly isForged?: boolean;
  /** Replaces the passkey's id everywhere, or only in the authenticator's data. */
  readonly id?: Uint8Array;
  readonly attestedId?: Uint8Array;
  /** The attestation format and statement of a new passkey; `none`, as requested, by default. */
  readonly format?: string;
  readonly statement?: Map<string, Cbor>;
  /** The new passkey signs its own attestation. */
  readonly isSelfAttested?: true;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const CREDENTIAL_ATTACHED = 0x40;
export const PRESENT_ONLY = USER_PRESENT;

const ES256 = { name: "ECDSA", namedCurve: "P-256" };
const text = (value: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(value));
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const newKey = () =>
  crypto.subtle.generateKey(ES256, true, ["sign", "verify"]) as Promise<CryptoKeyPair>;

/** An integer of an ECDSA signature in DER (X.690 §8.3): no leading zeros, never negative. */
function derInteger(bytes: Uint8Array): number[] {
  let digits = [...bytes];
  while (digits.length > 1 && digits[0] === 0) digits = digits.slice(1);
  if ((digits[0] ?? 0) & 0x80) digits = [0, ...digits];
  return [0x02, digits.length, ...digits];
}

/** A passkey's signature over the authenticator's data and the client data (WebAuthn §6.3.3). */
async function signed(
  { privateKey }: CryptoKeyPair,
  authData: Uint8Array,
  clientData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const hash = { name: "ECDSA", hash: "SHA-256" };
  const data = join(authData, await sha256(clientData));
  const raw = new Uint8Array(await crypto.subtle.sign(hash, privateKey, data));
  const integers = [...derInteger(raw.slice(0, 32)), ...derInteger(raw.slice(32))];
  return Uint8Array.from([0x30, integers.length, ...integers]);
}

/**
 * An authenticator and a browser in software, with one passkey. It makes the same bytes as a phone does.
 * Source: WebAuthn Level 3 §6.
 */
export class VirtualAuthenticator {
  readonly #id = crypto.getRandomValues(new Uint8Array(16));
  #key: CryptoKeyPair | undefined;
  #userHandle = "";
  /** Rises with each use; always 0 for authenticators that synchronise their keys. */
  signCount: number;

  constructor({ counts = true } = {}) {
    this.signCount = counts ? 1 : 0;
  }

  /** navigator.credentials.create(), to JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test passes any JSON.
  async create(options: any, tampering: Tampering = {}) {
    this.#key = await newKey();
    this.#userHandle = options.user.id;
    const point = new Uint8Array(
      (await crypto.subtle.exportKey("raw", this.#key.publicKey)) as ArrayBuffer,
    );
    const publicKey = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point.slice(1, 33)],
      [-3, point.slice(33)],
    ]);
    const id = tampering.attestedId ?? tampering.id ?? this.#id;
    const idLength = Uint8Array.from([id.length >> 8, id.length & 255]);
    const attached = join(new Uint8Array(16), idLength, id, cbor(publicKey));
    const flags = tampering.flags ?? USER_PRESENT | USER_VERIFIED;
    const authData = join(
      await this.#authenticatorData(options.rp.id, {
        ...tampering,
        flags: flags | CREDENTIAL_ATTACHED,
      }),
      attached,
    );
    const clientData = this.#clientData("webauthn.create", options, tampering);
    const statement = new Map(tampering.statement);
    if (tampering.isSelfAttested) {
      statement.set("alg", -7).set("sig", await signed(this.#key, authData, clientData));
    }
    const attestation = new Map<string, Cbor>([
      ["fmt", tampering.format ?? (tampering.isSelfAttested ? "packed" : "none")],
      ["attStmt", statement],
      ["authData", authData],
    ]);
    return {
      ...this.#named(tampering.id),
      response: {
        clientDataJSON: base64url.encode(clientData),
        attestationObject: base64url.encode(cbor(attestation)),
        transports: ["internal"],
      },
    };
  }

  /** navigator.credentials.get(), to JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test passes any JSON.
  async get(options: any, tampering: Tampering = {}) {
    if (this.signCount > 0) this.signCount += 1;
    const clientData = this.#clientData("webauthn.get", options, tampering);
    const authData = await this.#authenticatorData(options.rpId, tampering);
    const key = tampering.isForged ? await newKey() : this.#key;
    if (!key) throw new Error("the authenticator has no passkey yet");
    const userHandle = tampering.userHandle === undefined ? this.#userHandle : tampering.userHandle;
    return {
      ...this.#named(),
      response: {
        clientDataJSON: base64url.encode(clientData),
        authenticatorData: base64url.encode(authData),
        signature: base64url.encode(await signed(key, authData, clientData)),
        userHandle,
      },
    };
  }

  #named(bytes: Uint8Array = this.#id) {
    const id = base64url.encode(bytes);
    return { id, rawId: id, type: "public-key", clientExtensionResults: {} };
  }

  #clientData(
    type: string,
    options: { challenge: string },
    tampering: Tampering,
  ): Uint8Array<ArrayBuffer> {
    const challenge = tampering.challenge ?? options.challenge;
    const origin = tampering.origin ?? ORIGIN;
    const crossOrigin = tampering.crossOrigin ?? false;
    return text(JSON.stringify({ type: tampering.type ?? type, challenge, origin, crossOrigin }));
  }

  async #authenticatorData(rpId: string, tampering: Tampering): Promise<Uint8Array<ArrayBuffer>> {
    const count = new DataView(new ArrayBuffer(4));
    count.setUint32(0, tampering.signCount ?? this.signCount);
    const flags = tampering.flags ?? USER_PRESENT | USER_VERIFIED;
    const rpIdHash = await sha256(text(tampering.rpId ?? rpId));
    return join(rpIdHash, Uint8Array.from([flags]), new Uint8Array(count.buffer));
  }
}
