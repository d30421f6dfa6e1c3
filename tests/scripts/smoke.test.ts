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
import { proveLedger } from "../prove-ledger.ts";
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
