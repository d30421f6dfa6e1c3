// Postgres refuses to run as root, so root runs it as an account of its own.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { CliError, reasonOf } from "../cli-error.ts";

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = "mahfaza";

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The system account `mahfaza`, made when it is missing. Only root may ask. */
export function ensureAccount(): Account {
  const found = findAccount();
  if (found) return found;
  const flags = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  try {
    execFileSync("useradd", [...flags, "--shell", "/usr/sbin/nologin", NAME], { stdio: "pipe" });
  } catch (error) {
    throw new CliError(
      `Postgres cannot run as root, and no account ${NAME} could be made: ${reasonOf(error)}`,
    );
  }
  const made = findAccount();
  if (!made) throw new CliError(`the account ${NAME} was made but is not in /etc/passwd`);
  return made;
}

function findAccount(): Account | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${NAME}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}
