// `npm run client:types`: writes the parts of the client that are made from the service.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { runScript } from "./cli-error.ts";
import { generatedFiles } from "./client/generated-files.ts";
import { projectRoot } from "./system/places.ts";

await runScript(async () => {
  for (const [file, text] of await generatedFiles()) {
    writeFileSync(path.join(projectRoot, file), text);
    console.log(`wrote ${file}`);
  }
});
