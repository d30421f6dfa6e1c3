import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../system/places.ts";
import { isAmount, isNullable, type SchemaPart } from "./money-fields.ts";

const HEAD = `// Made by \`npm run client:types\` from the OpenAPI document. Do not edit.
import type { Money } from "./money.ts";

`;

// The generator needs TypeScript 5, which the client's own package has beside it.
const tools = createRequire(path.join(projectRoot, "packages/client/package.json"));

interface Generator {
  readonly default: (document: object, options: object) => Promise<readonly object[]>;
  readonly astToString: (nodes: readonly object[]) => string;
}

interface NodeFactory {
  createTypeReferenceNode(name: string): object;
  createUnionTypeNode(members: readonly object[]): object;
  createLiteralTypeNode(literal: object): object;
  createNull(): object;
}

/** The text of packages/client/src/schema.ts for an OpenAPI document. */
export async function schemaSource(document: object): Promise<string> {
  const manifest = tools.resolve("openapi-typescript/package.json");
  const generator: Generator = await import(
    pathToFileURL(path.join(path.dirname(manifest), "dist/index.mjs")).href
  );
  const { factory } = createRequire(manifest)("typescript") as { factory: NodeFactory };
  const transform = (part: SchemaPart) => (isAmount(part) ? moneyType(factory, part) : undefined);
  const nodes = await generator.default(withoutBulk(document), {
    transform,
    // A member with a default can be left out of a request.
    defaultNonNullable: false,
  });
  return HEAD + generator.astToString(nodes);
}

function moneyType(factory: NodeFactory, part: SchemaPart): object {
  const money = factory.createTypeReferenceNode("Money");
  if (!isNullable(part)) return money;
  return factory.createUnionTypeNode([money, factory.createLiteralTypeNode(factory.createNull())]);
}

/** The document without the headers of answers, which would be most of the types' text. */
function withoutBulk(document: object): object {
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === "headers" && value !== null && typeof value === "object" ? undefined : value,
  );
}
