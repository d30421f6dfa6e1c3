import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { projectRoot } from "../system/places.ts";

export interface VitestRun {
  readonly code: number;
  readonly passed: number;
  readonly failed: number;
  /** All that the tests and the Worker wrote by themselves, which is in the log file too. */
  readonly log: string;
}

const CRASH_LINES = 40;

/** Runs vitest with these arguments: its report is shown, everything else is appended to the log file. */
export async function runVitest(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  logFile: string,
  show: (text: string) => void,
): Promise<VitestRun> {
  const isTerminal = process.stdout.isTTY === true;
  // vitest itself sees a pipe.
  const colours = isTerminal ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
  const isChosen = process.env.NO_COLOR !== undefined || process.env.FORCE_COLOR !== undefined;
  const terminal = { MAHFAZA_TEST_TERMINAL: isTerminal ? "1" : "0" };
  const script = path.join(import.meta.dirname, "vitest-process.ts");
  const child = spawn(process.execPath, [script, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...(isChosen ? {} : colours), ...terminal, ...env },
    stdio: ["inherit", "pipe", "pipe", "pipe", "ipc"],
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(name, () => child.kill(name));
  }
  const [, stdout, stderr, report] = child.stdio as unknown as Readable[];
  const log = collect([stdout, stderr], logFile);
  report?.setEncoding("utf8").on("data", (text: string) => {
    // workerd colours its differences whatever it is told.
    show(isTerminal ? text : stripVTControlCharacters(text));
  });
  // The reader of a pipe may leave before the run is over.
  process.stdout.on("error", () => child.kill("SIGTERM"));
  let counts: { passed: number; failed: number } | undefined;
  child.on("message", (message) => {
    counts = message as typeof counts;
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(code ?? 1));
  });
  const text = await log();
  // Without counts vitest has not come to its report: the reason is in the log.
  if (!counts) console.error(text.trimEnd().split("\n").slice(-CRASH_LINES).join("\n"));
  return { code, passed: 0, failed: 0, ...counts, log: text };
}

/** Writes streams to a file and keeps what they said; returns what waits for the file and gives it. */
function collect(streams: readonly (Readable | undefined)[], file: string): () => Promise<string> {
  const chunks: Buffer[] = [];
  const target = createWriteStream(file, { flags: "a", mode: 0o600 });
  for (const stream of streams) {
    stream?.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      target.write(chunk);
    });
  }
  return async () => {
    await new Promise((resolve) => target.end(resolve));
    return Buffer.concat(chunks).toString("utf8");
  };
}
