import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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

/**
 * The features of the font that a browser applies by itself, and the figures of one width that the
 * styles ask for. Source: CSS Fonts 4, "Default features".
 */
const FEATURES = [
  "calt",
  "ccmp",
  "clig",
  "curs",
  "fina",
  "init",
  "isol",
  "kern",
  "liga",
  "locl",
  "mark",
  "medi",
  "mkmk",
  "rclt",
  "rlig",
  "tnum",
];

/** The weights are those that the styles use. The package's types do not know `keepFeatures` yet. */
const OPTIONS = {
  targetFormat: "woff2" as const,
  variationAxes: { wght: { min: 400, max: 600 } },
  keepFeatures: FEATURES,
};

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

const madeAt = (file: string) => statSync(file).mtimeMs;

async function makeSubset(script: string, text: string): Promise<void> {
  const file = path.join(FOLDER, `${script}.woff2`);
  if (existsSync(file) && madeAt(file) > madeAt(import.meta.filename)) return;
  const whole = require.resolve(
    `@fontsource-variable/readex-pro/files/readex-pro-${script}-wght-normal.woff2`,
  );
  writeFileSync(file, await subsetFont(readFileSync(whole), text, OPTIONS));
}
