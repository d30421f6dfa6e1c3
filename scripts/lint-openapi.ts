// `npm run lint:api`: the OpenAPI document under Redocly's recommended rules and Spectral's oas rules.
// A warning fails too. Neither linter uses the network.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { RulesetDefinition } from "@stoplight/spectral-core";
import spectralCore from "@stoplight/spectral-core";
import { oas } from "@stoplight/spectral-rulesets";
import { withOpenApiFile } from "./openapi-file.ts";
import { projectRoot } from "./system/places.ts";

const require = createRequire(import.meta.url);

/** Whether Redocly finds nothing; it prints what it finds. */
async function passesRedocly(file: string): Promise<boolean> {
  const cli = path.join(path.dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js");
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const child = spawn(
    process.execPath,
    [cli, "lint", file, "--extends=recommended", "--max-problems=50"],
    { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const isClean = code === 0 && !/You have \d+ warning/.test(output);
  if (!isClean) console.error(output);
  return isClean;
}

/** Whether Spectral finds nothing; it prints what it finds. */
async function passesSpectral(file: string): Promise<boolean> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({
    // The package's types lack the field that its own rulesets do without.
    extends: [[oas as unknown as RulesetDefinition, "all"]],
    rules: {
      // The contact is the operator of a deployment, whom the source does not know.
      "info-contact": "off",
      "contact-properties": "off",
      // Tags stand in the order in which a reader needs them.
      "openapi-tags-alphabetical": "off",
    },
  });
  const findings = await spectral.run(JSON.parse(readFileSync(file, "utf8")));
  for (const { code, message, path: at } of findings) {
    console.error(`spectral ${code}: ${message} (${at.join(" → ")})`);
  }
  return findings.length === 0;
}

const results = await withOpenApiFile(async (file) => ({
  Redocly: await passesRedocly(file),
  Spectral: await passesSpectral(file),
}));
for (const [linter, passes] of Object.entries(results)) {
  console.log(`${linter}: ${passes ? "clean" : "see above"}`);
}
process.exitCode = Object.values(results).every(Boolean) ? 0 : 1;
