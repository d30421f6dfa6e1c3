// `npm run secrets`: makes the random secrets of a deployment, and renews them. It prints them, uploads them or, when
// it is asked to, writes them to a file that only its owner can read.
import { writeFileSync } from "node:fs";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { isKeySet, newSecrets, type Renewal, renew } from "./secrets/new-secrets.ts";
import { deployedSecrets, uploadSecrets } from "./secrets/upload.ts";
import { readArguments } from "./system/arguments.ts";

const USAGE = {
  command: "npm run secrets [-- options]",
  text: `
npm run secrets                       prints fresh values of all, as JSON
npm run secrets -- --upload           gives the Worker those that it does not have yet
npm run secrets -- --renew NAME       a new value; of a key set: a new first key, the old ones behind it
                   … --known | --turned | --gone   the steps of renewing a key set one by one
npm run secrets -- --file PATH        writes them there, for their owner alone
                   … --env staging    for that environment of wrangler.toml`,
};

interface Options {
  readonly upload: boolean;
  readonly renew: string | null;
  readonly step: Renewal;
  readonly file: string | null;
  /** What wrangler is told besides. */
  readonly wrangler: readonly string[];
}

function readOptions(): Options {
  const flag = { type: "boolean" } as const;
  const value = { type: "string" } as const;
  const steps = { known: flag, turned: flag, gone: flag };
  const options = { ...steps, upload: flag, renew: value, file: value, env: value };
  const { values } = readArguments(USAGE, options);
  const asked = (["known", "turned", "gone"] as const).filter((step) => values[step]);
  const name = values.renew ?? null;
  if (asked.length > 1) throw new CliError(`--${asked.join(" and --")}: one step at a time`);
  if (asked.length > 0 && (name === null || !isKeySet(name))) {
    throw new CliError(`--${asked[0]} is a step of --renew ACCESS_TOKEN_KEYS or SEALING_KEYS`);
  }
  return {
    upload: values.upload === true,
    renew: name,
    step: asked[0] ?? "front",
    file: values.file ?? null,
    // Wrangler warns when there are environments and none is named.
    wrangler: [`--env=${values.env ?? ""}`],
  };
}

/** Only those that are missing: a new key in place of an old one would lock out what the old one sealed. */
async function missingSecrets(wrangler: readonly string[]): Promise<Record<string, string>> {
  const deployed = new Set(await deployedSecrets(wrangler));
  const missing = Object.entries(newSecrets()).filter(([name]) => !deployed.has(name));
  if (missing.length === 0) {
    throw new CliError("the Worker has all of them already: --renew NAME replaces one");
  }
  return Object.fromEntries(missing);
}

async function main(): Promise<undefined> {
  const options = readOptions();
  const { renew: name, step, upload, file, wrangler } = options;
  const secrets = name
    ? { [name]: renew(name, process.env[name], step) }
    : upload
      ? await missingSecrets(wrangler)
      : newSecrets();
  const json = `${JSON.stringify(secrets, null, 2)}\n`;
  if (file) writeNew(file, json);
  // Printed also when they are uploaded: Cloudflare does not show them again, and a key set needs its old keys.
  else process.stdout.write(json);
  if (upload) await uploadSecrets(secrets, wrangler);
  console.error("Keep them in a password manager, and nowhere in the repository.");
}

function writeNew(file: string, json: string): void {
  try {
    writeFileSync(file, json, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new CliError(`the secrets cannot be written: ${reasonOf(error)}`);
  }
}

if (import.meta.main) await runScript(main);
