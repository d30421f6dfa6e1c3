// The secrets of a deployment that are random: how each is made, and how a key set is renewed.
import { CliError } from "../cli-error.ts";
import { NEW_SECRETS, newKeySet } from "../dev/dev-secrets.ts";

/** Every secret of a deployment but DATABASE_URL, which Neon makes. `npm start` makes the same ones for itself. */
export const PRODUCTION_SECRETS = NEW_SECRETS;

/** One step of renewing a key set; docs/security.md says when each is taken. */
export type Renewal =
  /** The new key signs or seals from now on, the old ones still open. */
  | "front"
  /** The new key is known everywhere before it signs. */
  | "known"
  /** The last key becomes the first. */
  | "turned"
  /** All but the first key go. */
  | "gone";

const ALGORITHMS: Readonly<Record<string, "HS256" | "A256GCM">> = {
  ACCESS_TOKEN_KEYS: "HS256",
  SEALING_KEYS: "A256GCM",
};
/** As src/env.ts has it. */
const KEYS_MAX = 8;

export const isKeySet = (name: string): boolean => name in ALGORITHMS;

/** A fresh value of every secret. */
export function newSecrets(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PRODUCTION_SECRETS).map(([name, make]) => [name, make()]),
  );
}

/** The value of a secret after a step of its renewal; throws a CliError for a current value that is no key set. */
export function renew(name: string, current: string | undefined, step: Renewal): string {
  const make = PRODUCTION_SECRETS[name];
  if (!make) {
    const names = Object.keys(PRODUCTION_SECRETS).join(", ");
    throw new CliError(`there is no secret ${name} to renew: there are ${names}`);
  }
  const alg = ALGORITHMS[name];
  if (!alg) return make();
  const keys = readKeys(name, current);
  const renewed = keysAfter(keys, step, () => JSON.parse(newKeySet(alg)).keys[0]);
  if (renewed.length > KEYS_MAX) {
    throw new CliError(`${name} has ${KEYS_MAX} keys already: drop the old ones first (--gone)`);
  }
  return JSON.stringify({ keys: renewed });
}

function keysAfter(keys: readonly object[], step: Renewal, newKey: () => object): object[] {
  switch (step) {
    case "front":
      return [newKey(), ...keys];
    case "known":
      return [...keys, newKey()];
    case "turned":
      return [...keys.slice(-1), ...keys.slice(0, -1)];
    case "gone":
      return keys.slice(0, 1);
  }
}

function readKeys(name: string, current: string | undefined): object[] {
  if (!current) {
    throw new CliError(
      `give the current value of ${name} in the environment: Cloudflare does not show a secret again`,
    );
  }
  try {
    const { keys } = JSON.parse(current);
    if (Array.isArray(keys) && keys.length > 0) return keys;
  } catch {
    // The error below names the secret without its value.
  }
  throw new CliError(`the current value of ${name} is not a JWK Set`);
}
