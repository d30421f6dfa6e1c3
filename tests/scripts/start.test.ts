import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text as textOf } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), "mahfaza-start-"));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** The exit code of a script that gives up, and all that it wrote to stderr. */
async function refusalOf(
  script: string,
  env: Record<string, string | undefined>,
  args: readonly string[] = [],
) {
  const child = spawn(process.execPath, [`scripts/${script}`, ...args], {
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
    const { code, stderr } = await refusalOf("start.ts", { PORT: `${taken.port}` });
    taken.close();
    expect(stderr).toBe(
      `mahfaza: port ${taken.port} is busy: set PORT to another, or end the process that uses it\n`,
    );
    expect(code).toBe(1);
  });

  it("says in one line that the port of the messages is busy", async () => {
    const [free, taken] = [await listen(), await listen()];
    free.close();
    const ports = { PORT: `${free.port}`, MESSAGES_PORT: `${taken.port}` };
    const { code, stderr } = await refusalOf("start.ts", ports);
    taken.close();
    expect(stderr).toBe(
      `mahfaza: port ${taken.port} is busy: set MESSAGES_PORT to another, or end the process that uses it\n`,
    );
    expect(code).toBe(1);
  });

  it("says in one line that the database does not answer", async () => {
    const free = await listen();
    free.close();
    const { code, stderr } = await refusalOf("start.ts", {
      DATABASE_URL: `postgres://a:b@127.0.0.1:${free.port}/c`,
      PORT: `${free.port}`,
      MESSAGES_PORT: `${free.port - 1}`,
    });
    expect(stderr).toMatch(/^mahfaza: the database at 127\.0\.0\.1:\d+ does not answer: [^\n]+\n$/);
    expect(code).toBe(1);
  });

  it("refuses to run twice on one data folder", async () => {
    // This process stands for the one that runs: its command line names the script.
    const script = path.basename(process.argv[1] ?? "");
    const run = { pid: process.pid, script, title: "npm start" };
    writeFileSync(path.join(dataFolder, "run.json"), JSON.stringify(run));
    const { stderr } = await refusalOf("start.ts", { PORT: "9999" });
    expect(stderr).toBe(
      `mahfaza: npm start already runs in this checkout (process ${process.pid}): end it first\n`,
    );
  });

  it("takes no notice of a lock whose process is another one by now", async () => {
    const run = { pid: process.pid, script: "a-script-that-is-not-me.ts", title: "npm start" };
    writeFileSync(path.join(dataFolder, "run.json"), JSON.stringify(run));
    const { stderr } = await refusalOf("start.ts", { DATABASE_URL: "no-url", PORT: "9999" });
    expect(stderr).toBe("mahfaza: DATABASE_URL is not a postgres:// address\n");
    expect(() => readFileSync(path.join(dataFolder, "run.json"))).toThrow("ENOENT");
  });

  it.each([
    [{ PORT: "abc" }, 'PORT is "abc": it must be a port number from 1 to 65535'],
    [{ PORT: "0" }, 'PORT is "0": it must be a port number from 1 to 65535'],
    [{ PORT: "70000" }, 'PORT is "70000": it must be a port number from 1 to 65535'],
    [{ OUTBOX_PORT: "x" }, 'OUTBOX_PORT is "x": it must be a port number from 1 to 65535'],
    [
      { PORT: "9998", MESSAGES_PORT: "9998" },
      "PORT and MESSAGES_PORT are both 9998: set one of them to another port",
    ],
    [
      { PORT: "9998", OUTBOX_PORT: "9998" },
      "PORT and OUTBOX_PORT are both 9998: set one of them to another port",
    ],
    [
      { PORT: "9998", GATEWAY_PORT: "9998" },
      "PORT and GATEWAY_PORT are both 9998: set one of them to another port",
    ],
  ])("says in one line what is wrong with %o", async (env, line) => {
    expect(await refusalOf("start.ts", env)).toEqual({ code: 1, stderr: `mahfaza: ${line}\n` });
  });

  it("says in one line that its data folder cannot be made", async () => {
    const { code, stderr } = await refusalOf("start.ts", { MAHFAZA_DATA: "/dev/null/data" });
    expect(stderr).toMatch(/^mahfaza: \/dev\/null\/data cannot be [^\n]+\n$/);
    expect(code).toBe(1);
  });
});

describe("every script", () => {
  const scripts = readdirSync("scripts").filter(
    (name) => /\.ts$/.test(name) && readFileSync(`scripts/${name}`, "utf8").includes("const USAGE"),
  );

  it("is covered by this test", () => {
    expect(scripts).toEqual(expect.arrayContaining(["start.ts", "test.ts", "reset.ts"]));
  });

  it.each(scripts)("%s explains itself by --help", async (script) => {
    const child = spawn(process.execPath, [`scripts/${script}`, "--help"]);
    const [text] = await Promise.all([textOf(child.stdout), once(child, "close")]);
    expect(text).toMatch(/^usage: npm \S/);
    expect(child.exitCode).toBe(0);
  });

  // deploy gives its options to wrangler, which refuses them when it bundles.
  it.each(scripts.filter((script) => script !== "deploy.ts"))(
    "%s refuses an option that it does not know, and prints the usage",
    async (script) => {
      const { code, stderr } = await refusalOf(script, {}, ["--prot", "1"]);
      expect(stderr).toMatch(/^mahfaza: Unknown option .--prot.\n\nusage: npm /);
      expect(code).toBeGreaterThan(0);
    },
  );
});

describe("an npm script without node_modules", () => {
  it("says that npm ci comes first, under whatever Node is on the PATH", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-bare-"));
    cpSync("package.json", path.join(folder, "package.json"));
    cpSync("scripts", path.join(folder, "scripts"), { recursive: true });
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const name of Object.keys(scripts).filter((name) => name !== "postinstall")) {
      const child = spawn("sh", ["-c", scripts[name]], { cwd: folder });
      const [text] = await Promise.all([textOf(child.stderr), once(child, "close")]);
      expect(text, name).toBe("mahfaza: the npm packages are not installed: run npm ci first\n");
      expect(child.exitCode, name).toBe(1);
    }
    rmSync(folder, { recursive: true });
  });
});

describe("a command that runs until it is asked to end", () => {
  it.each(["start", "services", "test", "test:watch"])(
    "%s gets the signals that npm gets",
    (name) => {
      // npm signals its child, which is a shell that does not pass them on unless the script replaces it.
      const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
      expect(scripts[name]).toMatch(/^exec node /);
    },
  );
});

describe("npm run migrate", () => {
  it("says in one line that DATABASE_URL is missing", async () => {
    const { code, stderr } = await refusalOf("migrate.ts", {});
    expect(stderr).toBe("mahfaza: DATABASE_URL is not set: it names the database to migrate\n");
    expect(code).toBe(1);
  });

  it("lets two at once both succeed", async () => {
    const databaseUrl = process.env.DATABASE_URL;
    const both = await Promise.all([
      refusalOf("migrate.ts", { DATABASE_URL: databaseUrl }),
      refusalOf("migrate.ts", { DATABASE_URL: databaseUrl }),
    ]);
    expect(both).toEqual([
      { code: 0, stderr: "" },
      { code: 0, stderr: "" },
    ]);
  });
});
