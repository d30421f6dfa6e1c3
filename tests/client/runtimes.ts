import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

export interface Runtime {
  readonly file: string;
  /** Of Node, such as 20. */
  readonly major: number;
}

/**
 * The Nodes of this machine, one of each major version: that of this process, the one that npm was
 * started by, and those on the PATH.
 */
export function findRuntimes(): readonly Runtime[] {
  const onPath = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [
    process.execPath,
    process.env.npm_node_execpath ?? "",
    ...onPath.map((folder) => path.join(folder, "node")),
  ].filter((file) => existsSync(file));
  const byMajor = new Map(candidates.reverse().map((file) => [majorOf(file), file]));
  return [...byMajor].map(([major, file]) => ({ major, file }));
}

const majorOf = (file: string) =>
  Number(
    execFileSync(file, ["--print", "process.versions.node"], { encoding: "utf8" }).split(".")[0],
  );
