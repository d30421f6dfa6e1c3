const HEAD = `// Made by \`npm run client:types\` from the OpenAPI document. Do not edit.

`;

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly security?: readonly object[];
}

interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly security?: readonly object[];
}

/** The text of packages/client/src/routes.ts: what the client must know of routes at run time. */
export function routesSource(document: Document): string {
  const routes = Object.entries(document.paths ?? {}).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${template}`,
      operation,
    })),
  );
  const named = (test: (operation: Operation) => boolean) =>
    routes.filter(({ operation }) => test(operation)).map(({ name }) => name);
  const keyed = named(({ parameters = [] }) =>
    parameters.some((one) => one.in === "header" && one.name === "Idempotency-Key"),
  );
  const open = named(({ security = document.security ?? [] }) => isOpen(security));
  return `${HEAD}${setOf("KEYED_ROUTES", "Routes that take an Idempotency-Key.", keyed)}
${setOf("OPEN_ROUTES", "Routes that need no access token.", open)}`;
}

/** Whether no requirement has to be met, or one of the alternatives is none. */
function isOpen(security: readonly object[]): boolean {
  return security.length === 0 || security.some((one) => Object.keys(one).length === 0);
}

function setOf(name: string, comment: string, routes: readonly string[]): string {
  const lines = routes.map((route) => `  ${JSON.stringify(route)},\n`).join("");
  return `/** ${comment} */\nexport const ${name}: ReadonlySet<string> = new Set([\n${lines}]);\n`;
}
