import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { withOpenApiFile } from "../../scripts/openapi-file.ts";
import { root } from "../tidy/tree.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const tools = createRequire(path.join(root, "packages/client/package.json"));
const folderOf = (file: string) => path.dirname(file);
const generator = path.join(
  folderOf(tools.resolve("openapi-typescript/package.json")),
  "bin/cli.js",
);
const compiler = path.join(folderOf(require.resolve("typescript/package.json")), "bin/tsc");

/** A client that handles each code of one operation, and each status of another. */
const CLIENT = `
import createClient from "openapi-fetch";
import type { paths } from "./api.d.ts";

const client = createClient<paths>({ baseUrl: "https://mahfaza.example" });

export async function readTransaction(id: string): Promise<string> {
  const { data, error } = await client.GET("/v1/transactions/{id}", { params: { path: { id } } });
  if (data) return data.type;
  switch (error.code) {
    case "transaction_not_found":
    case "invalid_request":
      return "no such transaction";
    case "token_missing":
    case "token_invalid":
    case "token_expired":
    case "session_ended":
      return "log in";
    case "rate_limited":
    case "service_busy":
      return "later";
    case "url_too_long":
    case "internal_error":
      return "a fault";
    // @ts-expect-error reading a transaction cannot answer it
    case "insufficient_funds":
      return "never";
    default:
      return error satisfies never;
  }
}

export async function transfer(): Promise<string> {
  const body = { amount: "1.00", currency: "YEM", to_phone: "+967712345678" };
  const { data, error } = await client.POST("/v1/transfers", { body });
  // The answer to a dry run has no id.
  if (data) return "id" in data ? data.id : "previewed";
  // @ts-expect-error registering answers it, a transfer does not
  if (error.code === "phone_taken") return "never";
  if (error.status === 404) {
    const notFound: "wallet_not_found" | "recipient_not_found" | "quote_not_found" = error.code;
    return notFound;
  }
  return error.code;
}
`;

const CONFIG = {
  compilerOptions: {
    target: "ES2024",
    lib: ["ES2024", "DOM"],
    module: "ESNext",
    moduleResolution: "Bundler",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
    paths: {
      "openapi-fetch": [path.join(folderOf(tools.resolve("openapi-fetch")), "index.d.mts")],
    },
  },
  files: ["client.ts"],
};

/** What the compiler says about the client with the types of a document; empty when it compiles. */
async function compileErrors(change: (document: Document) => void = () => {}): Promise<string> {
  return withOpenApiFile(async (file, folder) => {
    const document = JSON.parse(readFileSync(file, "utf8"));
    change(document);
    writeFileSync(file, JSON.stringify(document));
    await run(process.execPath, [generator, file, "--output", path.join(folder, "api.d.ts")]);
    writeFileSync(path.join(folder, "client.ts"), CLIENT);
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
    try {
      await run(process.execPath, [compiler, "--project", folder]);
      return "";
    } catch (error) {
      const { stdout } = error as { stdout?: string };
      if (!stdout) throw error;
      return stdout;
    }
  });
}

interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
}

/** Takes from each problem what narrows its code. */
function widenProblems({ paths }: Document): void {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  for (const response of operations.flatMap(({ responses }) => Object.values(responses))) {
    const problem = response.content?.["application/problem+json"];
    if (problem) problem.schema = { $ref: "#/components/schemas/Problem" };
  }
}

describe("a client that is generated from the document", () => {
  it("switches on the codes that an operation can answer, and on no other", async () => {
    expect(await compileErrors()).toBe("");
  });

  it("does not compile once the problems of operations are no longer narrowed", async () => {
    const errors = await compileErrors(widenProblems);
    expect(errors).toContain("Unused '@ts-expect-error' directive");
    expect(errors).toContain("does not satisfy the expected type 'never'");
  });
});
