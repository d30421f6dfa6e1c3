import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

const FOLDER = path.join(import.meta.dirname, "../src/styles/fonts");
const require = createRequire(import.meta.url);

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

/** What nearly every page shows. The other letters are in the whole font, which few pages load. */
const SUBSETS = {
  latin: `${range(0x20, 0x7e)}\u00a0«»·×–—‘’“”•…−`,
  arabic: `،؛؟${range(0x621, 0x652)}${range(0x660, 0x66c)}ٰ`,
} as const;

/** The weights that the styles use. */
const WEIGHTS = { min: 400, max: 600 };

/** Makes the fonts of the first load: the common letters alone, in the weights that are used. */
export function fonts(): Plugin {
  return {
    name: "fonts",
    async buildStart() {
      mkdirSync(FOLDER, { recursive: true });
      for (const [script, text] of Object.entries(SUBSETS)) await makeSubset(script, text);
    },
  };
}

async function makeSubset(script: string, text: string): Promise<void> {
  const file = path.join(FOLDER, `${script}.woff2`);
  if (existsSync(file)) return;
  const whole = require.resolve(
    `@fontsource-variable/readex-pro/files/readex-pro-${script}-wght-normal.woff2`,
  );
  const subset = await subsetFont(readFileSync(whole), text, {
    targetFormat: "woff2",
    variationAxes: { wght: WEIGHTS },
  });
  writeFileSync(file, subset);
}
