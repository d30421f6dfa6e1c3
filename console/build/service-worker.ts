import { createHash } from "node:crypto";
import path from "node:path";
import { build, type Plugin } from "vite";
import { type Bundle, filesOf } from "./bundle-files.ts";

/** A file of the shell; one without a hash in its name has its revision beside it. */
interface ShellFile {
  readonly url: string;
  readonly revision: string | null;
}

/**
 * Builds the service worker beside the console, with the list of the files that the people's app
 * needs to start: its page, the chunks of its first modules and what those import.
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

/** What the people's app starts with: with a session at home, and without one. */
const SHELL = ["begin.ts", "person.tsx", "pages/home/home-page.tsx", "pages/front-pages.ts"];

function shellFiles(bundle: Bundle): ShellFile[] {
  const page = bundle["index.html"];
  if (page?.type !== "asset") throw new Error("the bundle has no index.html");
  const revision = createHash("sha256").update(page.source).digest("hex").slice(0, 16);
  const { scripts, styles } = filesOf(bundle, SHELL);
  const assets = [...scripts, ...styles].sort().map((url) => ({ url, revision: null }));
  return [{ url: "/", revision }, ...assets];
}
