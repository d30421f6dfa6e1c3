import type { Vite } from "vitest/node";

const DYNAMIC_IMPORT = /\bawait import\(("\.[^"]+")\)/g;

/**
 * A plugin of Vite that loads what `src` imports when it first needs it together with the file that
 * does so, as the Worker's bundle does. Vite's own module runner would give parallel requests one
 * promise for a module. All of them would then go on in the I/O context of the request that asked
 * first, and the end of that request would cancel what they have sent to the database: "your Worker's
 * code had hung".
 */
export function staticImports(folder: string): Vite.Plugin {
  return {
    name: "static-imports",
    enforce: "pre",
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const imports: string[] = [];
      const changed = code.replace(DYNAMIC_IMPORT, (_, source) => {
        const name = `__loaded${imports.length}`;
        // On the first line, so that each line keeps its number.
        imports.push(`import * as ${name} from ${source};`);
        return `await ${name}`;
      });
      return imports.length > 0 ? { code: imports.join(" ") + changed, map: null } : null;
    },
  };
}
