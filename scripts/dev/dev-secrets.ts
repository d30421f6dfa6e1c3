import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
import { refusalOf, writePrivateFile } from "../system/ownership.ts";
import { projectRoot } from "../system/places.ts";

/** Where wrangler reads a developer's secrets from; ignored by git. */
export const DEV_VARS = path.join(projectRoot, ".dev.vars");

const newWebhookSecret = () => `whsec_${randomBytes(32).toString("base64")}`;
const newKey = () => randomBytes(32).toString("base64url");

/** The secrets that the Worker refuses to start without, and how one is made. */
export const NEW_SECRETS: Readonly<Record<string, () => string>> = {
  ACCESS_TOKEN_KEYS: () => newKeySet("HS256"),
  SEALING_KEYS: () => newKeySet("A256GCM"),
  THROTTLE_KEY: newKey,
  CODE_KEY: newKey,
  FINGERPRINT_KEY: newKey,
  MESSAGE_WEBHOOK_SECRET: newWebhookSecret,
  FUNDING_WEBHOOK_SECRETS: newWebhookSecret,
  FUNDING_PAYOUT_SECRET: newWebhookSecret,
};

// `npm run services` keeps its settings between these two lines; the rest is the developer's.
const BLOCK_START =
  "# npm run services writes the lines down to its end; npm run reset removes them.";
const BLOCK_END = "# end of npm run services";
const BLOCK = new RegExp(`^${BLOCK_START}\n[\\s\\S]*?^${BLOCK_END}\n`, "m");

/** The text of `.dev.vars` without the block of `npm run services`; secrets that it lacks are added. */
export function ensureDevSecrets(): string {
  const present = readDevVars();
  const lines = Object.entries(NEW_SECRETS)
    .filter(([name]) => readVariable(present, name) === null)
    .map(([name, make]) => assignment(name, make()));
  if (lines.length > 0) writeDevVars(joined(present, lines.join("")));
  return readDevVars().replace(BLOCK, "");
}

/** Replaces the block of `npm run services` in `.dev.vars`. */
export function writeServicesBlock(vars: Readonly<Record<string, string>>): void {
  const lines = Object.entries(vars).map(([name, value]) => assignment(name, value));
  const block = `${BLOCK_START}\n${lines.join("")}${BLOCK_END}\n`;
  writeDevVars(joined(readDevVars().replace(BLOCK, ""), block));
}

/** Removes the block of `npm run services` from `.dev.vars`; false when there was none. */
export function removeServicesBlock(): boolean {
  const present = readDevVars();
  if (!BLOCK.test(present)) return false;
  writeDevVars(present.replace(BLOCK, ""));
  return true;
}

/** A variable's value in the text of a `.dev.vars`, or null. */
export function readVariable(text: string, name: string): string | null {
  return text.match(new RegExp(`^\\s*${name}\\s*=\\s*'?([^'\\n]*)'?`, "m"))?.[1] ?? null;
}

/** One line of a `.dev.vars`. */
export function assignment(name: string, value: string): string {
  // dotenv-expand reads `$` even within quotes; a URL can do without a quote of its own.
  return `${name}='${value.replaceAll("$", "\\$").replaceAll("'", "%27")}'\n`;
}

/** A JWK Set (RFC 7517) of one key for this algorithm: its first signs or seals, all verify or open. */
export function newKeySet(alg: "HS256" | "A256GCM"): string {
  const kid = randomBytes(6).toString("hex");
  return JSON.stringify({ keys: [{ kty: "oct", kid, alg, k: newKey() }] });
}

const joined = (text: string, more: string) =>
  text && !text.endsWith("\n") ? `${text}\n${more}` : text + more;

function readDevVars(): string {
  try {
    return readFileSync(DEV_VARS, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw refusalOf(DEV_VARS, error);
  }
}

function writeDevVars(text: string): void {
  try {
    writePrivateFile(DEV_VARS, text);
    chmodSync(DEV_VARS, 0o600);
  } catch (error) {
    throw refusalOf(DEV_VARS, error);
  }
}
