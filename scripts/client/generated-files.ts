import { createApp } from "../../src/http/app.ts";
import { openApiDocument } from "../../src/http/openapi.ts";
import { exponentsSource } from "./exponents-source.ts";
import { routesSource } from "./routes-source.ts";
import { schemaSource } from "./schema-source.ts";

/** The files of the client that are made from the service: their paths and texts. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const document = JSON.parse(JSON.stringify(openApiDocument(createApp())));
  return new Map([
    ["packages/client/src/schema.ts", await schemaSource(document)],
    ["packages/client/src/routes.ts", routesSource(document)],
    ["packages/client/src/exponents.ts", exponentsSource()],
  ]);
}
