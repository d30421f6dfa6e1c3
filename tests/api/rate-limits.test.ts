import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { RATE_LIMIT_PERIOD_SECONDS } from "../../src/domain/bounds.ts";
import { createApp } from "../../src/http/app.ts";
import { api, newAddress, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const IN_PARALLEL = 50;
/** A period may end during a round by chance; after three such rounds the test is too slow. */
const ROUNDS_MAX = 3;
const periodNow = () => Math.floor(Date.now() / (RATE_LIMIT_PERIOD_SECONDS * 1_000));
const from = (address: string) => ({ "CF-Connecting-IP": address });

/**
 * Sends more requests than the limit within one of its periods; resolves to how many were not limited.
 */
async function countUnlimited(
  limit: number,
  source: () => Promise<(i: number) => Promise<Response>>,
  round = 1,
): Promise<number> {
  const ask = await source();
  const period = periodNow();
  const statuses: number[] = [];
  for (let sent = 0; sent < limit + 10; sent += IN_PARALLEL) {
    const count = Math.min(IN_PARALLEL, limit + 10 - sent);
    const answers = await Promise.all(Array.from({ length: count }, (_, i) => ask(sent + i)));
    statuses.push(...answers.map(({ status }) => status));
  }
  // The periods follow the clock. When one ended during this round, another source tries again.
  if (periodNow() !== period && round < ROUNDS_MAX) return countUnlimited(limit, source, round + 1);
  return statuses.filter((status) => status !== 429).length;
}

// The limits of wrangler.toml. The requests are malformed, so that only the rate limit costs time.
const LIMITS = { register: 30, auth: 300, hash: 30, write: 600, read: 1_200 };
const malformed = (path: string, headers: Readonly<Record<string, string>>) =>
  api("POST", path, { body: "{", headers });
const newPerson = () => registerPerson();
const write = ({ accessToken }: Person) =>
  api("POST", "/v1/transfers", { token: accessToken, body: "{" });
const read = ({ accessToken }: Person) => api("GET", "/v1/wallets/none", { token: accessToken });

describe("a rate limit", () => {
  it("allows one network to register thirty times a minute", async () => {
    const network = async () => {
      const address = newAddress();
      return () => malformed("/v1/auth/register", from(address));
    };
    expect(await countUnlimited(LIMITS.register, network)).toBe(LIMITS.register);
  });

  it("allows one network three hundred logins and refreshes together a minute", async () => {
    const network = async () => {
      const address = newAddress();
      return (i: number) => malformed(i % 2 ? "/v1/auth/login" : "/v1/auth/refresh", from(address));
    };
    expect(await countUnlimited(LIMITS.auth, network)).toBe(LIMITS.auth);
  });

  it("allows one user six hundred writes a minute", async () => {
    const source = async () => {
      const person = await newPerson();
      return () => write(person);
    };
    expect(await countUnlimited(LIMITS.write, source)).toBe(LIMITS.write);
  });

  it("allows one user thirty requests a minute that hash a password, all counted together", async () => {
    const HASHING = [
      ["PATCH", "/v1/users/me"],
      ["DELETE", "/v1/users/me"],
      ["POST", "/v1/factors/totp"],
      ["POST", "/v1/factors/passkeys/options"],
    ] as const;
    const source = async () => {
      const { accessToken: token } = await newPerson();
      return (i: number) => {
        const [method, path] = HASHING[i % HASHING.length] ?? HASHING[0];
        return api(method, path, { token, body: "{" });
      };
    };
    expect(await countUnlimited(LIMITS.hash, source)).toBe(LIMITS.hash);
  });

  it("allows one user twelve hundred reads a minute", async () => {
    const source = async () => {
      const person = await newPerson();
      return () => read(person);
    };
    expect(await countUnlimited(LIMITS.read, source)).toBe(LIMITS.read);
  });

  it("sends Retry-After, and limits neither the same user's writes nor other users", async () => {
    const [slowed, other] = [await newPerson(), await newPerson()];
    const keys: string[] = [];
    const limit = async ({ key }: RateLimitOptions) => {
      keys.push(key);
      return { success: key !== keys[0] };
    };
    const app = createApp();
    const ask = ({ accessToken }: Person, method: string) => {
      const headers = {
        Authorization: `Bearer ${accessToken}`,
        "Content-Type": "application/json",
      };
      const body = method === "POST" ? "{" : null;
      const path = method === "POST" ? "/v1/transfers" : "/v1/wallets/none";
      return app.request(path, { method, headers, body }, { ...env, READ_RATE_LIMIT: { limit } });
    };
    const answer = await ask(slowed, "GET");
    expect(answer.headers.get("Retry-After")).toBe(`${RATE_LIMIT_PERIOD_SECONDS}`);
    await expectProblem(answer, 429, "rate_limited");
    await expectProblem(ask(slowed, "POST"), 400, "malformed_json");
    await expectProblem(ask(other, "GET"), 400, "invalid_request");
    expect(new Set(keys).size).toBe(2);
  });

  const { REGISTRATION_RATE_LIMIT: _, ...without } = env;
  it.each([
    ["in a test that has none", without],
    ["in development", { ...env, ENVIRONMENT: "development" }],
  ])("is off %s", async (_, bindings) => {
    const headers = { "Content-Type": "application/json", ...from(newAddress()) };
    const app = createApp();
    const answers = await Promise.all(
      Array.from({ length: LIMITS.register + 1 }, () =>
        app.request("/v1/auth/register", { method: "POST", body: "{", headers }, bindings),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  });
});
