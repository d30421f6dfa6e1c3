import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

/** The files under these folders of the project, as paths from its root. */
export function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    listOf(path.join(root, folder))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort(),
  );
}

/** The text of a file, given by its path from the root. */
export function textOf(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

export interface Import {
  /** A package by its specifier, a file of ours by its path. */
  readonly target: string;
  /** An import of types only: it is erased, and loads nothing at run time. */
  readonly isTypeOnly: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^;"'`]*?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']/gm;

/** The imports of a source file. */
export function importsOf(file: string): Import[] {
  const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  return [...code.matchAll(IMPORT)].map(([, type, still, moving]) => {
    const name = still ?? moving ?? "";
    const target = name.startsWith(".") ? path.join(path.dirname(file), name) : name;
    return { target, isTypeOnly: type !== undefined };
  });
}

function listOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    // A folder that does not exist yet has no files.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
