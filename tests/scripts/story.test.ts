// README's story, run by scripts/story.sh against the built Worker: README's answers stay correct.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWorker } from "../../bench/serve/build-worker.ts";
import type { ServedWorker } from "../../bench/serve/served.ts";
import { WORKER_OBJECTS, WORKER_SETTINGS } from "../../bench/serve/settings.ts";
import { serveWorkerd } from "../../bench/serve/workerd.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The story's blocks: of each what runs, and the answer that README shows below it. */
interface Step {
  readonly commands: string;
  readonly answer: unknown;
}

function stepsOfReadme(): Step[] {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  const [, story = ""] = /\n## A story[^\n]*\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const blocks = [...story.matchAll(/```(sh|json)\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, language, commands = ""], i) => {
    if (language !== "sh") return [];
    const [, next, text = ""] = blocks[i + 1] ?? [];
    return [{ commands, answer: next === "json" ? JSON.parse(text) : null }];
  });
}

async function runStory(api: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn("bash", ["scripts/story.sh"], {
    cwd: root,
    env: { ...process.env, API: api },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (chunk) => {
      written[name] += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code, ...written };
}

/** The lines that each block wrote; the script shows a block's own lines behind `$ ` before it runs it. */
function answersOf(stdout: string): string[][] {
  const runs = stdout.split(/(?<=^|\n)(?:\$ .*\n)+/).slice(1);
  return runs.map((run) => run.split("\n").filter((line) => line.startsWith("{")));
}

/** What README leaves out may be anything; `…` in a text stands for any characters. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, part]) => [key, shown(part)]);
    return expect.objectContaining(Object.fromEntries(entries));
  }
  if (typeof value !== "string" || !value.includes("…")) return value;
  const literal = value.split("…").map((part) => part.replace(/[+.*?^$()[\]{}|\\]/g, "\\$&"));
  return expect.stringMatching(new RegExp(`^${literal.join(".+")}$`));
}

describe("the story of README", () => {
  const steps = stepsOfReadme();
  let folder: string;
  let worker: ServedWorker;
  let story: Awaited<ReturnType<typeof runStory>>;

  beforeAll(async () => {
    folder = await buildWorker();
    worker = await serveWorkerd({
      folder,
      script: "index.js",
      bindings: {
        ...WORKER_SETTINGS,
        DATABASE_URL: process.env.DATABASE_URL ?? "",
        NEON_GATEWAY: process.env.NEON_GATEWAY ?? "",
      },
      objects: WORKER_OBJECTS,
      storage: "memory",
    });
    story = await runStory(`${worker.url}/v1`);
  });
  afterAll(async () => {
    await worker?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it("runs to its end, block by block", () => {
    expect(steps.length).toBeGreaterThan(5);
    expect(story).toMatchObject({ code: 0, stderr: "" });
    expect(answersOf(story.stdout).length).toBe(steps.length);
  });

  it("gives the answers that README shows", () => {
    const answers = answersOf(story.stdout);
    const told = steps.flatMap(({ answer }, i) => (answer ? [{ i, answer }] : []));
    expect(told.length).toBeGreaterThan(3);
    for (const { i, answer } of told) {
      const last = answers[i]?.at(-1) ?? "null";
      expect(JSON.parse(last)).toEqual(shown(answer));
    }
  });

  it("moves the money of a repeated request once", () => {
    const i = steps.findIndex(({ commands }) => commands.includes("Idempotency-Key"));
    const [first, second] = (answersOf(story.stdout)[i] ?? []).slice(-2);
    expect(JSON.parse(second ?? "null").id).toBe(JSON.parse(first ?? "0").id);
  });

  it("says in one line that no service answers", async () => {
    const { code, stdout, stderr } = await runStory("http://127.0.0.1:9/v1");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^mahfaza: no service answers at [^\n]+\n$/);
  });
});
