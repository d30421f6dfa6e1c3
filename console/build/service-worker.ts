import { createHash } from "node:crypto";
import path from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

/** A file of the shell; one without a hash in its name has its revision beside it. */
interface ShellFile {
  readonly url: string;
  readonly revision: string | null;
}

/**
 * Builds the service worker beside the console, with the list of the files that the people's app
 * needs to start: its page, the chunk of its entry and what that imports.
 */
export function serviceWorker(source: string): Plugin {
  let files: readonly ShellFile[] = [];
  return {
    name: "service-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        files = shellFiles(bundle);
      },
    },
    async writeBundle({ dir = "" }) {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        define: { SHELL_FILES: JSON.stringify(files), "process.env.NODE_ENV": '"production"' },
        build: {
          outDir: dir,
          emptyOutDir: false,
          rolldownOptions: {
            input: path.resolve(import.meta.dirname, source),
            // One classic script: not every browser runs a module as a service worker.
            output: { format: "iife", entryFileNames: "sw.js" },
          },
        },
      });
    },
  };
}

function shellFiles(bundle: Bundle): ShellFile[] {
  const entry = Object.values(bundle).find(
    (file) => file.type === "chunk" && file.name === "index",
  );
  if (entry?.type !== "chunk") throw new Error("the bundle has no entry named index");
  const names = new Set<string>();
  collect(bundle, entry, names);
  const page = bundle["index.html"];
  if (page?.type !== "asset") throw new Error("the bundle has no index.html");
  const revision = createHash("sha256").update(page.source).digest("hex").slice(0, 16);
  const assets = [...names].sort().map((name) => ({ url: `/${name}`, revision: null }));
  return [{ url: "/", revision }, ...assets];
}

/** Adds a chunk, its styles, and the chunks that it imports at once. */
function collect(bundle: Bundle, chunk: Rolldown.OutputChunk, names: Set<string>): void {
  if (names.has(chunk.fileName)) return;
  names.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) names.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === "chunk") collect(bundle, imported, names);
  }
}
