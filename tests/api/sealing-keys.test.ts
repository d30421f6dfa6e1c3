import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { idOf, query } from "../database.ts";
import { allowCodeReuse, enrolTotp } from "../factors.ts";
import { type Person, registerPerson } from "../people.ts";
import { RP_ID } from "../virtual-authenticator.ts";

const key = (kid: string, letter: string) => ({
  kty: "oct",
  kid,
  alg: "A256GCM",
  k: btoa(letter.repeat(32)).replaceAll("=", ""),
});
const { SEALING_KEYS } = env as unknown as { SEALING_KEYS: string };
const [OLD] = JSON.parse(SEALING_KEYS).keys as { kid: string }[];
const NEW = key("next", "n");

const bindings = (change: object) => ({ ...env, ...change }) as Env;

/** A step-up at the deployment with these keys; the first one seals. */
const stepUpAt = (keys: unknown[], { accessToken }: Person, code: string) =>
  createApp().request(
    "https://mahfaza.example/v1/auth/step-up",
    {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${accessToken}` },
      body: JSON.stringify({ code }),
    },
    bindings({ SEALING_KEYS: JSON.stringify({ keys }) }),
  );

async function kidOf({ user }: Person): Promise<string | undefined> {
  const [row] = await query<{ kid: string }>(sql`
    SELECT split_part(sealed_secret, '.', 1) AS kid FROM totp_factors
    WHERE user_id = ${idOf("usr", user.id)}`);
  return row?.kid;
}

describe("sealing keys", () => {
  it("rotate, and a secret is sealed again when it is next used", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    expect(await kidOf(person)).toBe("test");

    const known = [OLD, NEW];
    expect((await stepUpAt(known, person, app.code())).status).toBe(204);
    expect(await kidOf(person)).toBe("test");

    const rotated = [NEW, OLD];
    await allowCodeReuse(person);
    // A wrong code causes no new seal.
    expect((await stepUpAt(rotated, person, app.code(-9))).status).toBe(403);
    expect(await kidOf(person)).toBe("test");
    expect((await stepUpAt(rotated, person, app.code())).status).toBe(204);
    expect(await kidOf(person)).toBe("next");

    await allowCodeReuse(person);
    expect((await stepUpAt([NEW], person, app.code())).status).toBe(204);
  });

  it.each<[string, unknown]>([
    ["no set", undefined],
    ["nonsense", "not JSON"],
    ["no key", { keys: [] }],
    ["a short key", { keys: [{ ...NEW, k: "AAAA" }] }],
    ["a key for signing", { keys: [{ ...NEW, alg: "HS256" }] }],
    ["a kid with a dot", { keys: [{ ...NEW, kid: "a.b" }] }],
    ["a kid twice", { keys: [NEW, NEW] }],
  ])("are refused at startup with %s", (_, keys) => {
    const text = typeof keys === "object" ? JSON.stringify(keys) : keys;
    expect(() => readConfig(bindings({ SEALING_KEYS: text }))).toThrow("SEALING_KEYS");
  });
});

describe("the domain of passkeys", () => {
  it("allows origins on it and on its subdomains", () => {
    const PASSKEY_ORIGINS = `https://${RP_ID} https://app.${RP_ID} https://${RP_ID}:8443`;
    expect(readConfig(bindings({ PASSKEY_ORIGINS })).passkeyOrigins).toHaveLength(3);
    const local = { PASSKEY_RP_ID: "localhost", PASSKEY_ORIGINS: "http://localhost:8787" };
    expect(readConfig(bindings(local)).passkeyRpId).toBe("localhost");
  });

  it.each([
    "",
    "https://evil.example",
    `https://evil-${RP_ID}`,
    `http://${RP_ID}`,
    `https://${RP_ID}/path`,
    RP_ID,
  ])("refuses the origin %j at startup", (PASSKEY_ORIGINS) => {
    expect(() => readConfig(bindings({ PASSKEY_ORIGINS }))).toThrow("PASSKEY_ORIGINS");
  });
});
