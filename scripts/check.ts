// `npm run check`: what can be checked without a database, in under half a minute.
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { runScript } from "./cli-error.ts";
import { ensureBindingTypes } from "./dev/worker-bindings.ts";
import { readArguments } from "./system/arguments.ts";
import { projectRoot } from "./system/places.ts";

const USAGE = {
  command: "npm run check",
  text: "Runs the linter, the type check and the unit tests side by side. It needs no database.",
};

/** Each with what a shell would run; npm has put node_modules/.bin first on the PATH. */
const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["lint", "biome", "ci", "."],
  ["types", "tsc", "--noEmit"],
  ["types of the client", "tsc", "--noEmit", "--project", "packages/client"],
  ["unit tests", process.execPath, "scripts/test.ts", "tests/unit", "tests/tidy"],
];

async function main(): Promise<number> {
  readArguments(USAGE, {});
  await ensureBindingTypes();
  const started = Date.now();
  const results = await Promise.all(STEPS.map(runStep));
  const failed = results.filter((isGood) => !isGood).length;
  console.log(`${results.length - failed} of ${results.length} checks passed in ${since(started)}`);
  return failed === 0 ? 0 : 1;
}

/** Runs one step and prints its verdict, with its output when it fails. */
async function runStep([name, command, ...args]: (typeof STEPS)[number]): Promise<boolean> {
  const started = Date.now();
  const child = spawn(command, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"] });
  const code = new Promise<number>((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(code ?? 1));
  });
  const output = await Promise.all([text(child.stdout), text(child.stderr)]);
  if ((await code) === 0) {
    console.log(`ok      ${name} (${since(started)})`);
    return true;
  }
  console.log(`FAILED  ${name} (${since(started)})\n${output.join("")}`);
  return false;
}

const since = (ms: number): string => `${((Date.now() - ms) / 1000).toFixed(1)} s`;

await runScript(main);
