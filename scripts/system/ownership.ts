// Root and an ordinary user may start the service in one checkout, one after the other. What root
// writes there is given to the owner of the folder that it lies in.
import {
  accessSync,
  constants,
  type Dirent,
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { CliError, reasonOf } from "../cli-error.ts";

const isRoot = (): boolean => process.getuid?.() === 0;

/** Gives a path that root made to the owner of its folder; does nothing for anybody else. */
export function giveToOwner(file: string): void {
  if (!isRoot()) return;
  const { uid, gid } = statSync(path.dirname(file));
  lchownSync(file, uid, gid);
}

/** Gives a whole tree to the owner of its folder; `except` names entries at its top to leave alone. */
export function giveTreeToOwner(top: string, except: readonly string[] = []): void {
  if (!isRoot() || !lstatSync(top, { throwIfNoEntry: false })) return;
  const { uid, gid } = statSync(path.dirname(top));
  if (uid === 0) return;
  lchownSync(top, uid, gid);
  for (const entry of walk(top, except)) lchownSync(entry, uid, gid);
}

/** Writes a file that only its owner reads, and gives it to the owner of its folder. */
export function writePrivateFile(file: string, text: string, flag: "w" | "wx" = "w"): void {
  writeFileSync(file, text, { flag, mode: 0o600 });
  giveToOwner(file);
}

/**
 * Throws a CliError when this user cannot write to the path or to something below it; for a path that
 * is missing, to the folder that it would be made in. `remedy` is a second way out, beside `chown`.
 */
export function requireWritable(top: string, remedy = "", except: readonly string[] = []): void {
  const files = isRoot() ? [top] : [top, ...walk(top, except)];
  for (const file of lstatSync(top, { throwIfNoEntry: false }) ? files : [nearestAbove(top)]) {
    try {
      accessSync(file, constants.R_OK | constants.W_OK);
    } catch (error) {
      throw refusalOf(file, error, remedy, file.startsWith(top) ? top : file);
    }
  }
}

function nearestAbove(file: string): string {
  const folder = path.dirname(file);
  return lstatSync(folder, { throwIfNoEntry: false }) ? folder : nearestAbove(folder);
}

/**
 * The CliError for a path that could not be read or written: whose it is, and what to run.
 * `top` is the whole tree to hand over, `remedy` a second way out.
 */
export function refusalOf(file: string, error: unknown, remedy = "", top = file): CliError {
  const me = process.getuid?.();
  const owned = nearestOwned(file);
  if (me === undefined || owned === null || owned.uid === me) {
    return new CliError(`${file} cannot be read and written: ${reasonOf(error)}`);
  }
  const whose = `belongs to ${userName(owned.uid)}, and ${userName(me)} cannot use it`;
  // A folder above is not ours to hand over: it may be /etc.
  if (owned.file !== file) {
    const advice = remedy ? `: ${remedy}` : "";
    return new CliError(`${file} cannot be made: ${owned.file} ${whose}${advice}`);
  }
  const command = `run sudo chown -R ${userName(me)} ${top}`;
  return new CliError(`${file} ${whose}: ${[command, remedy].filter(Boolean).join(", or ")}`);
}

/** A user's name by its number, which is the answer when /etc/passwd does not have it. */
export function userName(uid: number): string {
  try {
    const entries = readFileSync("/etc/passwd", "utf8").split("\n");
    return (
      entries.find((entry) => entry.split(":")[2] === `${uid}`)?.split(":")[0] ?? `user ${uid}`
    );
  } catch {
    return `user ${uid}`;
  }
}

/** The path, or the nearest folder above it that exists and can be seen, with its owner. */
function nearestOwned(file: string): { file: string; uid: number } | null {
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found) return { file, uid: found.uid };
  } catch {
    // Its folder is closed to us: the owner of that one matters.
  }
  const folder = path.dirname(file);
  return folder === file ? null : nearestOwned(folder);
}

/** Everything below a folder, links left out; what is in a closed folder is not seen. */
function walk(top: string, except: readonly string[] = []): string[] {
  return entriesOf(top)
    .filter((entry) => !entry.isSymbolicLink() && !except.includes(entry.name))
    .flatMap((entry) => {
      const file = path.join(top, entry.name);
      return entry.isDirectory() ? [file, ...walk(file)] : [file];
    });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not a folder, or a closed one, which is refused by itself.
    return [];
  }
}
