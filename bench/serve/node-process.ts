import { spawn } from "node:child_process";
import path from "node:path";
import { CliError } from "../../scripts/cli-error.ts";
import type { ServedProcess } from "./served.ts";

/** Starts a script of bench/ and waits until it prints `listening on PORT`. */
export async function serveNode(
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<ServedProcess> {
  const file = path.join(import.meta.dirname, "..", script);
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      const found = /^listening on (\d+)$/m.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new CliError(`${script} ended before it served`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
