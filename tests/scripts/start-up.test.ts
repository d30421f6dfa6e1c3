import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), "mahfaza-start-"));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** What a script that gives up says: its exit code and everything it wrote to stderr. */
async function complaintOf(script: string, env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [`scripts/${script}`], {
    env: { ...process.env, MAHFAZA_DATA: dataFolder, DATABASE_URL: undefined, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, "close");
  return { code, stderr };
}

async function listen(): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as { port: number }).port, close: () => server.close() };
}

describe("npm start", () => {
  it("says in one line that its port is busy", async () => {
    const taken = await listen();
    const { code, stderr } = await complaintOf("dev.ts", { PORT: `${taken.port}` });
    taken.close();
    expect(stderr).toBe(
      `mahfaza: port ${taken.port} is busy: set PORT to another, or end its user\n`,
    );
    expect(code).toBe(1);
  });

  it("says in one line that the outbox's port is busy", async () => {
    const [free, taken] = [await listen(), await listen()];
    free.close();
    const ports = { PORT: `${free.port}`, OUTBOX_PORT: `${taken.port}` };
    const { code, stderr } = await complaintOf("dev.ts", ports);
    taken.close();
    expect(stderr).toBe(
      `mahfaza: port ${taken.port} is busy: set OUTBOX_PORT to another, or end its user\n`,
    );
    expect(code).toBe(1);
  });

  it("says in one line that the database does not answer", async () => {
    const free = await listen();
    free.close();
    const { code, stderr } = await complaintOf("dev.ts", {
      DATABASE_URL: `postgres://a:b@127.0.0.1:${free.port}/c`,
      PORT: `${free.port}`,
      OUTBOX_PORT: `${free.port}`,
    });
    expect(stderr).toMatch(/^mahfaza: the database at 127\.0\.0\.1:\d+ does not answer: [^\n]+\n$/);
    expect(code).toBe(1);
  });

  it("refuses to run twice on one data folder", async () => {
    // This process stands for the one that runs: its command line names the script.
    const script = path.basename(process.argv[1] ?? "");
    const run = { pid: process.pid, script, title: "npm start" };
    writeFileSync(path.join(dataFolder, "run.json"), JSON.stringify(run));
    const { stderr } = await complaintOf("dev.ts", { PORT: "9" });
    expect(stderr).toBe(`mahfaza: npm start already runs in this checkout (${process.pid})\n`);
  });

  it("takes no notice of a lock whose process is another one by now", async () => {
    const run = { pid: process.pid, script: "a-script-that-is-not-me.ts", title: "npm start" };
    writeFileSync(path.join(dataFolder, "run.json"), JSON.stringify(run));
    const { stderr } = await complaintOf("dev.ts", { PORT: "no-port" });
    expect(stderr).toBe("mahfaza: PORT must be a port number from 1 to 65535\n");
    expect(() => readFileSync(path.join(dataFolder, "run.json"))).toThrow("ENOENT");
  });
});

describe("npm run migrate", () => {
  it("says in one line that DATABASE_URL is missing", async () => {
    const { code, stderr } = await complaintOf("migrate.ts", {});
    expect(stderr).toBe("mahfaza: DATABASE_URL is not set: it names the database to migrate\n");
    expect(code).toBe(1);
  });

  it("lets two at once both succeed", async () => {
    const databaseUrl = process.env.DATABASE_URL;
    const both = await Promise.all([
      complaintOf("migrate.ts", { DATABASE_URL: databaseUrl }),
      complaintOf("migrate.ts", { DATABASE_URL: databaseUrl }),
    ]);
    expect(both).toEqual([
      { code: 0, stderr: "" },
      { code: 0, stderr: "" },
    ]);
  });
});
