import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Complaint, reasonOf } from "./complaint.ts";
import { projectRoot } from "./places.ts";

const newKey = () => randomBytes(32).toString("base64url");

/** What the Worker refuses to start without, and how one is made. */
const NEW_SECRETS: Readonly<Record<string, () => string>> = {
  ACCESS_TOKEN_KEYS: () => newKeySet("HS256"),
  SEALING_KEYS: () => newKeySet("A256GCM"),
  THROTTLE_KEY: newKey,
  CODE_KEY: newKey,
};

/** The path of `.dev.vars`, made at the first start with secrets of this machine alone. */
export function ensureDevSecrets(): string {
  const file = path.join(projectRoot, ".dev.vars");
  try {
    const present = readIfThere(file);
    const lines = Object.entries(NEW_SECRETS)
      .filter(([name]) => !new RegExp(`^\\s*${name}\\s*=`, "m").test(present))
      .map(([name, make]) => `${name}='${make()}'\n`);
    if (lines.length > 0) {
      const kept = present && !present.endsWith("\n") ? `${present}\n` : present;
      writeFileSync(file, kept + lines.join(""), { mode: 0o600 });
      chmodSync(file, 0o600);
    }
    return file;
  } catch (error) {
    throw new Complaint(`the development secrets cannot be kept in .dev.vars: ${reasonOf(error)}`);
  }
}

/** A JWK Set (RFC 7517) of one key for this algorithm: its first signs or seals, all verify or open. */
export function newKeySet(alg: "HS256" | "A256GCM"): string {
  const kid = randomBytes(6).toString("hex");
  return JSON.stringify({ keys: [{ kty: "oct", kid, alg, k: newKey() }] });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
