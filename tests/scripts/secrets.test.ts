import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { deployedVars } from "../../bench/serve/wrangler-toml.ts";
import { newSecrets, renew } from "../../scripts/secrets/new-secrets.ts";
import { RATE_LIMITS, readConfig } from "../../src/env.ts";

/** Runs the script as npm does. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ["scripts/secrets.ts", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "close");
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}

/** What the Worker's own validation says of production with these secrets. */
const configOf = (secrets: Readonly<Record<string, string>>) =>
  readConfig({
    ...deployedVars(),
    ...Object.fromEntries(RATE_LIMITS.map((name) => [name, { limit: () => {} }])),
    DATABASE_URL: "postgres://a:b@ep-quiet-1.eu-central-1.aws.neon.tech/neondb",
    ...secrets,
  } as unknown as Env);

const kidsOf = (keySet: string): string[] =>
  JSON.parse(keySet).keys.map(({ kid }: { kid: string }) => kid);

describe("npm run secrets", () => {
  it("prints all that production refuses to start without, and the Worker accepts it", async () => {
    const { code, stdout, stderr } = await run([]);
    expect(code).toBe(0);
    expect(stderr).toContain("nowhere in the repository");
    const secrets = JSON.parse(stdout);
    const config = configOf(secrets);
    expect(config.accessTokenKeys).toHaveLength(1);
    for (const name of Object.keys(secrets)) {
      const { [name]: _, ...others } = secrets;
      expect(() => configOf(others), name).toThrow(`configuration refused: missing ${name}`);
    }
  });

  it("generates new values on each run, and no key twice", () => {
    const [one, other] = [newSecrets(), newSecrets()];
    for (const name of Object.keys(one)) expect(one[name]).not.toBe(other[name]);
    const values = Object.values(one).map((value) => /"k":"(.+?)"/.exec(value)?.[1] ?? value);
    expect(new Set(values).size).toBe(values.length);
  });

  it("writes a file only when it is asked to, for its owner, and never over another", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-secrets-"));
    try {
      const file = path.join(folder, "secrets.json");
      const written = await run(["--file", file]);
      expect(written).toMatchObject({ code: 0, stdout: "" });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const before = readFileSync(file, "utf8");
      configOf(JSON.parse(before));
      expect(await run(["--file", file])).toMatchObject({ code: 1, stdout: "" });
      expect(readFileSync(file, "utf8")).toBe(before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("says in one line what is wrong with a flag", async () => {
    const { code, stdout, stderr } = await run(["--renew", "DATABASE_URL"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^mahfaza: there is no secret DATABASE_URL to renew: [^\n]+\n$/);
    const unknown = await run(["--uplaod"]);
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toContain("--uplaod");
    expect((await run(["--renew", "CODE_KEY", "--turned"])).stderr).toMatch(
      /^mahfaza: --turned is/,
    );
  });
});

describe("npm run secrets -- --renew", () => {
  it.each(["ACCESS_TOKEN_KEYS", "SEALING_KEYS"])(
    "puts a new first key into %s and keeps the old one",
    async (name) => {
      const secrets = newSecrets();
      const old = secrets[name] ?? "";
      const { code, stdout } = await run(["--renew", name], { [name]: old });
      expect(code).toBe(0);
      const renewed = JSON.parse(stdout)[name];
      expect(kidsOf(renewed)).toHaveLength(2);
      expect(kidsOf(renewed)[1]).toBe(kidsOf(old)[0]);
      configOf({ ...secrets, [name]: renewed });
    },
  );

  it("takes the three steps of docs/security.md", () => {
    const name = "ACCESS_TOKEN_KEYS";
    const old = newSecrets()[name] ?? "";
    const known = renew(name, old, "known");
    const [oldKid, newKid] = kidsOf(known);
    expect(oldKid).toBe(kidsOf(old)[0]);
    const turned = renew(name, known, "turned");
    expect(kidsOf(turned)).toEqual([newKid, oldKid]);
    expect(kidsOf(renew(name, turned, "gone"))).toEqual([newKid]);
  });

  it("does not make a key set that the Worker would refuse", () => {
    let keys = newSecrets().SEALING_KEYS;
    for (let i = 1; i < 8; i++) keys = renew("SEALING_KEYS", keys, "front");
    configOf({ ...newSecrets(), SEALING_KEYS: keys ?? "" });
    expect(() => renew("SEALING_KEYS", keys, "front")).toThrow("8 keys already");
  });

  it("asks for the current value of a key set, and does not repeat a wrong one", async () => {
    const missing = await run(["--renew", "SEALING_KEYS"], { SEALING_KEYS: "" });
    expect(missing.stderr).toContain("give the current value of SEALING_KEYS in the environment");
    const wrong = await run(["--renew", "SEALING_KEYS"], { SEALING_KEYS: "not-a-key-set" });
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    expect(wrong.stderr).toBe("mahfaza: the current value of SEALING_KEYS is not a JWK Set\n");
  });

  it("makes a new value for a single-key secret", async () => {
    const { stdout } = await run(["--renew", "THROTTLE_KEY"]);
    configOf({ ...newSecrets(), ...JSON.parse(stdout) });
  });
});
