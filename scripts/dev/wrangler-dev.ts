import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { CliError } from "../cli-error.ts";
import { writePrivateFile } from "../system/ownership.ts";
import { dataPath } from "../system/places.ts";
import { groupMembers, holdsWithin, signal } from "../system/processes.ts";
import { spawnWrangler } from "../system/wrangler.ts";
import { assignment, ensureDevSecrets } from "./dev-secrets.ts";
import { watchProxy } from "./watch-proxy.ts";
import { followOutput, type WranglerOutput } from "./wrangler-output.ts";

export interface WranglerDev {
  /** The process group of wrangler and its workerd. */
  readonly group: number;
  readonly ended: Promise<void>;
  /** Settles when the process that listens on the port was killed: wrangler does not recover. */
  readonly proxyLost: Promise<void>;
  /** Resolves when the Worker says that it is ready; throws a CliError when it never does. */
  waitUntilReady(): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 90_000;

/** Starts `wrangler dev` on the loopback; the Worker's variables go by file, not by command line. */
export function startWranglerDev(
  port: number,
  vars: Readonly<Record<string, string>>,
): WranglerDev {
  const at = ["--ip", "127.0.0.1", "--port", `${port}`, "--inspector-port", "0"];
  const files = ["--env-file", writeVars(vars)];
  const state = ["--persist-to", dataPath("wrangler"), "--show-interactive-dev-session=false"];
  // A group of its own: Ctrl-C ends it in our order, and the next start can end what a killed one left.
  const child = spawnWrangler(["dev", ...at, ...files, ...state], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve()).once("error", () => resolve());
  });
  const output = followOutput(child);
  const group = child.pid ?? 0;
  const watch = watchProxy(group, port);
  return {
    group,
    ended,
    proxyLost: watch.lost,
    async waitUntilReady() {
      const obstacle = await findObstacle(port, child, output);
      if (obstacle !== null) {
        output.tell();
        throw new CliError(`the Worker did not get ready (${obstacle})`);
      }
      output.pass();
      watch.start();
    },
    stop() {
      watch.stop();
      output.mute();
      return stopGroup(child, group, ended);
    },
  };
}

/** One file: the developer's own variables and secrets, and after them ours, which count. */
function writeVars(vars: Readonly<Record<string, string>>): string {
  const file = dataPath("worker.env");
  const lines = Object.entries(vars).map(([name, value]) => assignment(name, value));
  // Made again: the mode of a file that exists would stay.
  rmSync(file, { force: true });
  writePrivateFile(file, `${ensureDevSecrets()}\n${lines.join("")}`);
  return file;
}

/** Waits for /readyz to answer 200; what keeps it from that, or null. */
async function findObstacle(
  port: number,
  child: ChildProcess,
  output: WranglerOutput,
): Promise<string | null> {
  let obstacle = "no answer";
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null) return "wrangler dev has ended";
    // wrangler would wait for the next edit; the person at the terminal waits for an answer.
    if (output.has(/Build failed/)) return "its bundle could not be built";
    try {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`, {
        signal: AbortSignal.timeout(5000),
      });
      await response.arrayBuffer();
      if (response.status === 200) return null;
      obstacle = `/readyz answers ${response.status}`;
    } catch {
      // Not listening yet.
    }
  }
  return obstacle;
}

async function stopGroup(child: ChildProcess, group: number, ended: Promise<void>): Promise<void> {
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
  // The empty mark matches all: a group that we made has only our own children.
  const left = () => groupMembers(group, "");
  if (await holdsWithin(1000, () => left().length === 0)) return;
  for (const pid of left()) signal(pid, "SIGKILL");
}
