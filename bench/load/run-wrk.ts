import { spawn } from "node:child_process";
import path from "node:path";
import { CliError } from "../../scripts/cli-error.ts";

export interface Load {
  /** Origin of the server. */
  readonly url: string;
  /** The name of a workload in requests.lua. */
  readonly workload: string;
  readonly connections: number;
  readonly seconds: number;
  /** The file that writePeople made. */
  readonly peopleFile: string;
  readonly password: string;
  /** A request counts as unanswered after this time; 5 seconds by default. */
  readonly timeoutSeconds?: number;
  /** The prefix of every idempotency key; it must be new for each load. */
  readonly keyPrefix: string;
}

export interface LoadResult {
  readonly succeeded: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly seconds: number;
  /** Milliseconds, over every answer. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number };
}

const TIMEOUT_SECONDS = 5;
const script = path.join(import.meta.dirname, "requests.lua");

/** Loads a server with wrk in a separate process. Each connection has one request in progress. */
export async function runWrk(load: Load): Promise<LoadResult> {
  const { connections, seconds: during, timeoutSeconds = TIMEOUT_SECONDS } = load;
  const args = ["-t1", `-c${connections}`, `-d${during}s`, "--timeout", `${timeoutSeconds}s`];
  const words = [load.workload, load.peopleFile, load.keyPrefix, load.password];
  const output = await outputOf("wrk", [...args, "-s", script, load.url, "--", ...words]);
  const found = /^result (\{.*\})$/m.exec(output)?.[1];
  if (!found) throw new CliError(`wrk printed no result: ${output.slice(-500)}`);
  const { answered, refused, unanswered, seconds, ...latency } = JSON.parse(found);
  return { succeeded: answered - refused, refused, unanswered, seconds, latency };
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
    }
    child.once("error", () =>
      reject(new CliError(`${command} is missing: install Debian's package ${command}`)),
    );
    child.once("close", () => resolve(text));
  });
}
