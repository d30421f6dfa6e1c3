import { text } from "node:stream/consumers";
import { CliError } from "../cli-error.ts";
import { spawnWrangler } from "../system/wrangler.ts";

/** The names of the secrets that the deployed Worker has; none when there is no such Worker yet. */
export async function deployedSecrets(args: readonly string[]): Promise<string[]> {
  const child = spawnWrangler(["secret", "list", "--format", "json", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const [output, errors] = await Promise.all([
    child.stdout ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
  ]);
  if ((await ended) === 0) return JSON.parse(output).map(({ name }: { name: string }) => name);
  // Cloudflare's code for a Worker that was never deployed; wrangler makes it with its first secret.
  if (/10007|does not exist/i.test(output + errors)) return [];
  throw new CliError(`wrangler could not list the secrets: ${lastLine(errors || output)}`);
}

/** Uploads secrets by wrangler's standard input: they are in no file and no command line. */
export async function uploadSecrets(
  secrets: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<void> {
  const child = spawnWrangler(["secret", "bulk", ...args], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  child.stdin?.end(JSON.stringify(secrets));
  if ((await ended) !== 0) throw new CliError("wrangler did not take the secrets");
}

const lastLine = (output: string): string => output.trim().split("\n").at(-1)?.trim() ?? "";
