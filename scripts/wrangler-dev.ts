import type { ChildProcess } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Complaint } from "./complaint.ts";
import { ensureDevSecrets } from "./dev-secrets.ts";
import { dataPath } from "./places.ts";
import { groupMembers, holdsWithin, signal } from "./processes.ts";
import { spawnWrangler } from "./wrangler.ts";

export interface WranglerDev {
  /** The process group of wrangler and its workerd. */
  readonly group: number;
  readonly ended: Promise<void>;
  /** Resolves when the Worker says that it is ready; complains when it never does. */
  waitUntilReady(): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 90_000;
const KEPT_LINES = 40;
// What wrangler says about itself and its keys, and the request log's line of our own waiting.
const NOISE = /^(⎔|╭|│|╰|-{5,}|Using secrets|Your Worker|Binding |env\.)|GET \/readyz |^\s*$/;

/** Starts `wrangler dev` on the loopback; the Worker's variables go by file, not by command line. */
export function startWranglerDev(
  port: number,
  vars: Readonly<Record<string, string>>,
): WranglerDev {
  const secrets = ensureDevSecrets();
  const varsFile = dataPath("worker.env");
  rmSync(varsFile, { force: true });
  const lines = Object.entries(vars).map(([name, value]) => `${name}='${quotable(value)}'\n`);
  writeFileSync(varsFile, lines.join(""), { mode: 0o600 });
  const at = ["--ip", "127.0.0.1", "--port", `${port}`, "--inspector-port", "0"];
  const files = ["--env-file", secrets, "--env-file", varsFile];
  const state = ["--persist-to", dataPath("wrangler"), "--show-interactive-dev-session=false"];
  // A group of its own: Ctrl-C shall end it in our order, and a killed start can be cleared up.
  const child = spawnWrangler(["dev", ...at, ...files, ...state], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve()).once("error", () => resolve());
  });
  const output = followOutput(child);
  const group = child.pid ?? 0;
  return {
    group,
    ended,
    async waitUntilReady() {
      const last = await pollReadiness(port, child);
      if (last !== null) throw new Complaint(`the Worker did not get ready (${last})`);
      output.open();
    },
    stop: () => stopGroup(child, group, ended),
  };

  async function pollReadiness(at: number, of: ChildProcess): Promise<string | null> {
    let last = "no answer";
    for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(100)) {
      if (of.exitCode !== null || of.signalCode !== null) return output.fail("wrangler dev ended");
      try {
        const options = { signal: AbortSignal.timeout(5000) };
        const response = await fetch(`http://127.0.0.1:${at}/readyz`, options);
        await response.arrayBuffer();
        if (response.status === 200) return null;
        last = `/readyz answers ${response.status}`;
      } catch {
        // Not listening yet.
      }
    }
    return output.fail(last);
  }
}

/** dotenv-expand reads `$` even within quotes. */
function quotable(value: string): string {
  return value.replaceAll("$", "\\$").replaceAll("'", "%27");
}

/** Keeps the output back until the Worker is ready, and shows it when it fails to be. */
function followOutput(child: ChildProcess) {
  const kept: string[] = [];
  let isOpen = false;
  const show = (line: string) => {
    if (isOpen && !NOISE.test(line)) console.log(line);
    else if (!isOpen && kept.push(line) > KEPT_LINES) kept.shift();
  };
  for (const stream of [child.stdout, child.stderr] as Readable[]) {
    createInterface({ input: stream }).on("line", show);
  }
  return {
    open() {
      isOpen = true;
    },
    fail(reason: string): string {
      for (const line of kept) console.error(`  ${line}`);
      return reason;
    },
  };
}

async function stopGroup(child: ChildProcess, group: number, ended: Promise<void>): Promise<void> {
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
  // The mark is empty: a group that we made and still lead has only our own children.
  const left = () => groupMembers(group, "");
  if (await holdsWithin(1000, () => left().length === 0)) return;
  for (const pid of left()) signal(pid, "SIGKILL");
}
