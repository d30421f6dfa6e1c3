import type { Rolldown } from "vite";

export type Bundle = Rolldown.OutputBundle;

/** Addresses of files. */
interface Files {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
}

/** The files of some modules of the console: their chunks, what those import at once, the styles. */
export function filesOf(bundle: Bundle, modules: readonly string[]): Files {
  const files = { scripts: new Set<string>(), styles: new Set<string>() };
  for (const name of modules) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk" && has(file, name));
    if (chunks.length === 0) throw new Error(`the bundle has no module ${name}`);
    for (const chunk of chunks) if (chunk.type === "chunk") collect(bundle, chunk, files);
  }
  return files;
}

/** Whether a chunk has the module, or stands for it where it is loaded later. */
function has({ moduleIds, facadeModuleId }: Rolldown.OutputChunk, name: string): boolean {
  return [...moduleIds, facadeModuleId].some((id) => id?.endsWith(`/console/src/${name}`));
}

function collect(
  bundle: Bundle,
  chunk: Rolldown.OutputChunk,
  files: { readonly scripts: Set<string>; readonly styles: Set<string> },
): void {
  const address = `/${chunk.fileName}`;
  if (files.scripts.has(address)) return;
  files.scripts.add(address);
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.styles.add(`/${style}`);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === "chunk") collect(bundle, imported, files);
  }
}
