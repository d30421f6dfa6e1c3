// `npm run demo`: a handful of people with months of history, to look at and to log in as. Never for production.
import { totpCode, totpSecretText } from "../src/crypto/totp.ts";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { type Login, publicTotpSecret } from "./demo/accounts.ts";
import { type Demo, makeDemo } from "./demo/make-demo.ts";
import { NAMES, PEOPLE } from "./demo/people.ts";
import { withDatabaseUrl } from "./dev/database-url.ts";
import { ensureDevSecrets, readVariable } from "./dev/dev-secrets.ts";
import { migrateDatabase } from "./migrate.ts";
import { readArguments } from "./system/arguments.ts";

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\]|)$/;

/** Refuses a database that is not on this machine, unless --allow-remote is given. */
export function requireLocal(databaseUrl: string, isAllowed: boolean): boolean {
  if (!URL.canParse(databaseUrl)) throw new CliError("DATABASE_URL is not a postgres:// address");
  const { hostname } = new URL(databaseUrl);
  const isLocal = LOCAL.test(hostname);
  if (isLocal || isAllowed) return isLocal;
  throw new CliError(
    `${hostname} is not on this machine, and the demo's people must never be in production: for a ` +
      "database to play with, add --allow-remote (its logins are random and shown once)",
  );
}

const USAGE = {
  command: "npm run demo [-- --today]",
  text: `
Makes a handful of people with months of history in several currencies, and prints their logins. The
database is that of a running npm start, else DATABASE_URL.

  --today         history of today alone, for a ledger that has transactions already
  --allow-remote  also on another machine: with random passwords, shown once. Never in production`,
};

function readOptions(): { isPresent: boolean; isAllowed: boolean } {
  const { values } = readArguments(USAGE, {
    today: { type: "boolean" },
    "allow-remote": { type: "boolean" },
  });
  return { isPresent: values.today ?? false, isAllowed: values["allow-remote"] ?? false };
}

/** The keys of the Worker that will open what the demo seals: SEALING_KEYS, or those of .dev.vars. */
function readSealingKeys(isLocal: boolean) {
  if (!process.env.SEALING_KEYS && !isLocal) {
    throw new CliError("set SEALING_KEYS to that of the deployment: it opens the operators' apps");
  }
  const text = process.env.SEALING_KEYS || readVariable(ensureDevSecrets(), "SEALING_KEYS");
  try {
    return { sealingKeys: JSON.parse(text ?? "").keys };
  } catch {
    throw new CliError("SEALING_KEYS is not a JWK Set");
  }
}

function printLogins(demo: Demo, isPublic: boolean, nowMs: number): void {
  const logins = demo.logins;
  if (!logins && !isPublic) {
    console.log("Their passwords were random and were shown when they were made.");
    return;
  }
  console.log("\nLog in with POST /v1/auth/login, phone and password:\n");
  for (const name of NAMES) {
    const person = PEOPLE[name];
    const login: Pick<Login, "password" | "totpSecret"> = logins?.[name] ?? {
      password: person.password,
      totpSecret: person.role === "user" ? null : publicTotpSecret(person),
    };
    console.log(
      `  ${person.phone}  ${login.password.padEnd(34)}${person.role.padEnd(9)}${person.name}`,
    );
    console.log(`  ${" ".repeat(15)}${person.about}`);
    if (!login.totpSecret) continue;
    const secret = new Uint8Array(login.totpSecret);
    const code = totpCode(secret, nowMs);
    console.log(
      `  ${" ".repeat(15)}authenticator app: ${totpSecretText(secret)}, code now ${code}`,
    );
  }
}

async function run(
  databaseUrl: string,
  { isPresent, isAllowed }: ReturnType<typeof readOptions>,
): Promise<void> {
  const isPublic = requireLocal(databaseUrl, isAllowed);
  const sealing = readSealingKeys(isPublic);
  const startedMs = Date.now();
  try {
    await migrateDatabase(databaseUrl);
    console.log(`Making ${NAMES.length} people and their history…`);
    const options = { nowMs: startedMs, sealing, isPublic, isPresent, report: console.log };
    const demo = await makeDemo(databaseUrl, options);
    const seconds = ((Date.now() - startedMs) / 1_000).toFixed(1);
    console.log(
      demo.isNew
        ? `${demo.transactions} transactions in ${seconds} s; the ledger is proven.`
        : "The demo's people are there already: nothing was changed.",
    );
    printLogins(demo, isPublic, Date.now());
  } catch (error) {
    if (error instanceof CliError) throw error;
    const cause = error instanceof Error && error.cause ? error.cause : error;
    throw new CliError(`the demo was not made: ${reasonOf(cause)}`);
  }
}

if (import.meta.main) {
  await runScript(async () => {
    const options = readOptions();
    await withDatabaseUrl((databaseUrl) => run(databaseUrl, options));
    return undefined;
  });
}
