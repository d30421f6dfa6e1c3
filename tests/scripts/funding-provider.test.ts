// The reference provider beside a deployed Worker: both sides of deposits, payouts and the comparison.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Provider, startProvider } from "../../scripts/funding/start-provider.ts";
import { smoke } from "../../scripts/smoke.ts";
import { signatureHeaders } from "../../src/crypto/webhook-signature.ts";
import { PASSWORD } from "../planted-secrets.ts";
import { proveLedger } from "../prove-ledger.ts";
import { useDeployedWorker } from "./deployed-worker.ts";

const secretOf = (fill: string) => `whsec_${Buffer.alloc(32, fill).toString("base64")}`;
const [EVENTS, PAYOUTS] = [secretOf("e"), secretOf("p")];

const provider: Provider = await startProvider({
  eventsUrl: () => `${worker.url}/v1/funding/events`,
  eventSecret: EVENTS,
  payoutSecret: PAYOUTS,
  retryMs: 20,
});
const worker = useDeployedWorker(() => ({
  FUNDING_PROVIDER: "webhook",
  FUNDING_WEBHOOK_SECRETS: EVENTS,
  FUNDING_PAYOUT_SECRET: PAYOUTS,
  FUNDING_PAYOUT_URL: `http://${provider.address}/payouts`,
}));
let folder: string;
let token: string;

const ask = async (method: string, route: string, body?: object) => {
  const response = await fetch(`${worker.url}${route}`, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { "Content-Type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any JSON.
  return (await response.json()) as any;
};

/** Waits until the withdrawal has ended: its payout goes out after the answer. */
async function ended(id: string) {
  for (let polls = 0; polls < 500; polls++) {
    const found = await ask("GET", `/v1/withdrawals/${id}`);
    if (!["pending", "sent"].includes(found.status)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`withdrawal ${id} has not ended`);
}

/** Runs the comparison as npm does. */
async function reconcile(...args: string[]) {
  const child = spawn(process.execPath, ["scripts/reconcile-funding.ts", ...args], {
    env: { ...process.env, DATABASE_URL: worker.databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "close");
  const [stdout, stderr] = await output;
  return { code, stdout, stderr };
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "mahfaza-funding-"));
  const phone = "+967771000201";
  await ask("POST", "/v1/auth/register", { username: "Amina Saleh", phone, password: PASSWORD });
  const { tokens } = await ask("POST", "/v1/auth/login", { phone, password: PASSWORD });
  token = tokens.access_token;
});
afterAll(async () => {
  await provider.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe("the reference provider", () => {
  it("pays deposits and payouts of a deployed Worker, and both lists agree", async () => {
    const deposit = await ask("POST", "/v1/deposits", { amount: "90.00" });
    await provider.pay(deposit);
    expect((await ask("GET", `/v1/deposits/${deposit.id}`)).status).toBe("succeeded");
    const paid = await ask("POST", "/v1/withdrawals", { amount: "20.00" });
    expect((await ended(paid.id)).status).toBe("succeeded");
    const failing = await ask("POST", "/v1/withdrawals", { amount: "5.13" });
    expect(await ended(failing.id)).toMatchObject({
      status: "failed",
      failure_code: "provider_failed",
    });
    await provider.settled();
    const [wallet] = (await ask("GET", "/v1/wallets")).data;
    expect(wallet).toMatchObject({ balance: "70.00", held: "0.00" });
    const report = await reconcile(`http://${provider.address}/payments`);
    expect(report).toEqual({
      code: 0,
      stdout: "3 here, 3 at the provider\nok: both lists agree\n",
      stderr: "",
    });
    const database = new pg.Client(worker.databaseUrl);
    await database.connect();
    await proveLedger(drizzle(database));
    await database.end();
  });

  it("finds each difference in a file, with exit code 1", async () => {
    const [first, ...others] = provider.ledger.payments;
    const strange = { ...first, reference: "FND-STRANGE", payment_id: "p-strange" };
    const file = path.join(folder, "payments.json");
    writeFileSync(
      file,
      JSON.stringify({ data: [{ ...first, amount: "91" }, strange, ...others.slice(1)] }),
    );
    const { code, stdout } = await reconcile(file);
    expect(code).toBe(1);
    expect(stdout).toContain("missing here: 1\n  FND-STRANGE: there 90.00 YEM, succeeded\n");
    expect(stdout).toMatch(
      /missing there: 1\n {2}PAY-\S+: here 20\.00 YEM, succeeded; there nothing/,
    );
    expect(stdout).toMatch(/other amount: 1\n {2}FND-\S+: here 90\.00 YEM.*there 91\.00 YEM/);
    expect(stdout).toContain("3 differences found\n");
  });

  it("says in one line what it cannot read, with exit code 2", async () => {
    const file = path.join(folder, "broken.json");
    writeFileSync(file, "{}");
    for (const args of [[], [file], [path.join(folder, "nowhere.json")]]) {
      const { code, stdout, stderr } = await reconcile(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^mahfaza: (say where|the provider's list could not be read: )/);
    }
  });

  it("accepts only signed payouts, each id once", async () => {
    const url = `http://${provider.address}/payouts`;
    const post = (body: string, secret: string, id = "pay_1") => {
      const timestamp = Math.floor(Date.now() / 1_000);
      const headers = {
        "Idempotency-Key": id,
        ...signatureHeaders(secret, { id, timestamp, body }),
      };
      return fetch(url, { method: "POST", headers, body });
    };
    const payout = { id: "pay_1", reference: "PAY-1", amount: "1.00", currency: "YEM" };
    const body = JSON.stringify(payout);
    expect((await post(body, EVENTS)).status).toBe(401);
    expect((await post(body, PAYOUTS, "pay_2")).status).toBe(401);
    const answers = [await post(body, PAYOUTS), await post(body, PAYOUTS)];
    const [one, two] = await Promise.all(answers.map((answer) => answer.json()));
    expect(two).toEqual(one);
    const other = JSON.stringify({ ...payout, amount: "2.00" });
    expect((await post(other, PAYOUTS)).status).toBe(409);
    await provider.settled();
  });
});

describe("npm run provider", () => {
  /** Starts the script as npm does. */
  const start = (env: Record<string, string>, ...args: string[]) =>
    spawn(process.execPath, ["scripts/funding-provider.ts", ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });

  it("says where it listens, and pays a deposit that somebody names", async () => {
    const secrets = {
      FUNDING_WEBHOOK_SECRETS: `${EVENTS} ${PAYOUTS}`,
      FUNDING_PAYOUT_SECRET: PAYOUTS,
    };
    const child = start(secrets, "--port", "0", "--events", `${worker.url}/v1/funding/events`);
    try {
      const [line] = await once(child.stdout, "data");
      const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line)) ?? [];
      const deposit = await ask("POST", "/v1/deposits", { amount: "3.00" });
      const { reference, amount, currency } = deposit;
      const body = JSON.stringify({ reference, amount, currency });
      expect((await fetch(`${url}/pay`, { method: "POST", body })).status).toBe(201);
      expect((await ask("GET", `/v1/deposits/${deposit.id}`)).status).toBe("succeeded");
      const { data } = (await (await fetch(`${url}/payments`)).json()) as { data: object[] };
      expect(data).toMatchObject([{ type: "deposit", reference, status: "succeeded" }]);
    } finally {
      child.kill();
      await once(child, "close");
    }
  });

  it("says in one line what it lacks, with exit code 1", async () => {
    for (const args of [["--port", "many"], ["--events", "nowhere"], ["--colour"]]) {
      const child = start({}, ...args);
      const [output, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
      expect(code).toBe(1);
      expect(output).toMatch(/^mahfaza: /);
    }
  });
});

describe("npm run smoke, on a Worker with a provider", () => {
  it("passes without moving money", async () => {
    const lines: string[] = [];
    expect(await smoke(worker.url, (line) => void lines.push(line)), lines.join("\n")).toBe(true);
    expect(lines.filter((line) => line.startsWith("skip"))).toHaveLength(2);
  });
});
