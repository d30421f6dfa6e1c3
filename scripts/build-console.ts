// Builds the console into ./public; npm runs it after each install.

import path from "node:path";
import { runScript } from "./cli-error.ts";
import { buildConsole } from "./dev/console-assets.ts";
import { readArguments } from "./system/arguments.ts";
import { giveTreeToOwner } from "./system/ownership.ts";
import { projectRoot } from "./system/places.ts";

const USAGE = {
  command: "npm run build:console",
  text: "Builds the console into ./public, when a source is newer than what is there.",
};

async function main(): Promise<undefined> {
  readArguments(USAGE, {});
  buildConsole();
  for (const folder of ["public", "console/dist"]) giveTreeToOwner(path.join(projectRoot, folder));
}

await runScript(main);
