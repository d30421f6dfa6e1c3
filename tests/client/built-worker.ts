// The Worker is built once for all files of a run that need it: the first of them builds it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of the run, for the built Worker. */
    workerFolder: string;
  }
}

/** Names the folder before the run, and removes it afterwards. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-client-worker-"));
  provide("workerFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
