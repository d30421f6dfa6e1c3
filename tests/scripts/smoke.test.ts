import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS } from "../../scripts/smoke/steps.ts";
import { smoke } from "../../scripts/smoke.ts";
import { ANDROID_KEY_ANSWER } from "../android-key-answer.ts";
import { PASSWORD } from "../planted-secrets.ts";
import { proveLedger } from "../prove-ledger.ts";
import { type Tampering, VirtualAuthenticator } from "../virtual-authenticator.ts";
import { useDeployedWorker } from "./deployed-worker.ts";

const worker = useDeployedWorker();
let database: pg.Client;
beforeAll(async () => {
  database = new pg.Client(worker.databaseUrl);
  await database.connect();
});
afterAll(() => database?.end());

/** Runs the script as npm does. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, ["scripts/smoke.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "close");
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}

/** A Worker in front of the real one that spoils some of its answers. */
async function spoiling(path: RegExp, spoil: (body: string) => string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = new Headers(request.headers as Record<string, string>);
    for (const name of ["host", "connection", "content-length", "transfer-encoding"])
      headers.delete(name);
    const method = request.method ?? "GET";
    const answer = await fetch(worker.url + request.url, {
      method,
      headers,
      ...(body && { body }),
    });
    const whole = await answer.text();
    const isSpoilt = path.test(`${method} ${request.url}`);
    response.writeHead(answer.status, { "Content-Type": "application/json" });
    response.end(isSpoilt ? spoil(whole) : whole);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

async function linesOf(server: Server): Promise<{ isFine: boolean; lines: string[] }> {
  const lines: string[] = [];
  const { port } = server.address() as AddressInfo;
  const isFine = await smoke(`http://127.0.0.1:${port}`, (line) => void lines.push(line));
  server.closeAllConnections();
  server.close();
  return { isFine, lines };
}

const left = async () => {
  const { rows } = await database.query(`SELECT
    (SELECT count(*)::int FROM users WHERE deleted_at IS NULL) AS people,
    (SELECT coalesce(sum(balance), 0)::int FROM wallets) AS money`);
  return rows[0];
};

describe("npm run smoke", () => {
  it("passes on a Worker that works, a line for each step, and leaves nobody and no money", async () => {
    const { code, stdout, stderr } = await run(worker.url);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
    const lines = stdout.trim().split("\n");
    expect(lines).toHaveLength(STEPS.length + 1);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^ok {4}\S.*\(\d+ ms\)$/);
    expect(lines.at(-1)).toBe("smoke test passed");
    expect(await left()).toEqual({ people: 0, money: 0 });
    await proveLedger(drizzle(database));
  });

  it("fails, names the step and deletes its people when an answer is wrong", async () => {
    // An Idempotency-Replayed header that a proxy swallows.
    const { isFine, lines } = await linesOf(await spoiling(/nothing/, (body) => body));
    expect(isFine).toBe(false);
    expect(lines.at(-2)).toMatch(
      /^FAIL {2}transfer, twice with one key: expected Idempotency-Replayed true/,
    );
    expect(lines.at(-1)).toBe("      the people of the test are deleted");
    expect(await left()).toEqual({ people: 0, money: 0 });
  });

  it("fails on a ledger with problems", async () => {
    const server = await spoiling(/GET \/readyz/, (body) =>
      body.replace('"problems":0', '"problems":2'),
    );
    const { isFine, lines } = await linesOf(server);
    expect(isFine).toBe(false);
    expect(lines.at(-1)).toBe("FAIL  GET /readyz: expected ledger problems 0, got 2");
  });

  it("says in one line that nobody answers, with exit code 1", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    const { code, stdout } = await run(`http://127.0.0.1:${port}`);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^FAIL {2}GET \/healthz: http:\S+ does not answer: [^\n]+\nsmoke test failed\n$/,
    );
  });

  it.each([[[]], [["http://mahfaza.example"]], [["mahfaza.example"]]])(
    "asks for an https origin instead of %j",
    async (args) => {
      const { code, stdout, stderr } = await run(...args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toBe(
        "mahfaza: say where the Worker is: npm run smoke -- https://mahfaza.example\n",
      );
    },
  );
});

describe("the bundle, without the readers of certificates", () => {
  const post = (path: string, body?: unknown, token?: string) =>
    fetch(`${worker.url}${path}`, {
      method: "POST",
      headers: {
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  /** The status of a new person's passkey that is attested in this way. */
  async function register(
    phone: string,
    attest: (passkey: VirtualAuthenticator, options: unknown) => unknown,
  ) {
    await post("/v1/auth/register", { username: "Amina Saleh", phone, password: PASSWORD });
    const login = await post("/v1/auth/login", { phone, password: PASSWORD });
    const token = ((await login.json()) as { tokens: { access_token: string } }).tokens
      .access_token;
    const asked = await post("/v1/factors/passkeys/options", { password: PASSWORD }, token);
    const { options } = (await asked.json()) as { options: unknown };
    const passkey = await attest(new VirtualAuthenticator(), options);
    const answer = await post("/v1/factors/passkeys", { name: "My phone", passkey }, token);
    const { code } = (await answer.json()) as { code?: string };
    return [answer.status, code];
  }

  it("registers a passkey without attestation, and one that signs its own; both log in", async () => {
    const passkeys: VirtualAuthenticator[] = [];
    const attesting =
      (tampering: Tampering) => (passkey: VirtualAuthenticator, options: unknown) => {
        passkeys.push(passkey);
        return passkey.create(options, tampering);
      };
    expect(await register("+967771000001", attesting({}))).toEqual([201, undefined]);
    const signing = attesting({ isSelfAttested: true });
    expect(await register("+967771000002", signing)).toEqual([201, undefined]);
    for (const passkey of passkeys) {
      const asked = await post("/v1/auth/login/passkey/options");
      const { options } = (await asked.json()) as { options: unknown };
      const body = { passkey: await passkey.get(options) };
      expect((await post("/v1/auth/login/passkey", body)).status).toBe(200);
    }
    expect(passkeys).toHaveLength(2);
  });

  it("refuses a passkey with a manufacturer's certificates", async () => {
    const { attestationObject } = ANDROID_KEY_ANSWER;
    const certified = register("+967771000003", async (passkey, options) => {
      const made = await passkey.create(options);
      return { ...made, response: { ...made.response, attestationObject } };
    });
    expect(await certified).toEqual([403, "passkey_invalid"]);
  });
});
