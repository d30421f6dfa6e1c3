import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const KEPT_LINES = 40;
// What wrangler says about itself and its keys, and the request log's line of our own waiting.
const NOISE = /^(⎔|╭|│|╰|-{5,}|Using secrets|Your Worker|Binding |env\.)|GET \/readyz |^\s*$/;

/** The output of `wrangler dev`: kept back until the Worker is ready, then passed on. */
export interface WranglerOutput {
  /** From now on lines are passed on. */
  pass(): void;
  /** Prints the lines that were kept back: they say why there is no Worker. */
  tell(): void;
  /** Neither passes on nor keeps anything more. */
  mute(): void;
  has(sign: RegExp): boolean;
}

export function followOutput(child: ChildProcess): WranglerOutput {
  const kept: string[] = [];
  let take = (line: string) => {
    if (kept.push(line) > KEPT_LINES) kept.shift();
  };
  for (const stream of [child.stdout, child.stderr] as Readable[]) {
    createInterface({ input: stream }).on("line", (line) => take(line));
  }
  return {
    pass() {
      take = (line) => NOISE.test(line) || console.log(line);
    },
    tell() {
      for (const line of kept) console.error(`  ${line}`);
    },
    mute() {
      kept.length = 0;
      take = () => {};
    },
    has: (sign) => kept.some((line) => sign.test(line)),
  };
}
