import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createApp } from "../src/http/app.ts";
import { openApiDocument } from "../src/http/openapi.ts";

/** Calls `use` with a file that has the OpenAPI document, in a folder that is removed afterwards. */
export async function withOpenApiFile<T>(
  use: (file: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-openapi-"));
  const file = path.join(folder, "openapi.json");
  try {
    writeFileSync(file, JSON.stringify(openApiDocument(createApp()), null, 2));
    return await use(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
