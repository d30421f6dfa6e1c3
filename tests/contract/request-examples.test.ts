import { describe, expect, it } from "vitest";
import { api } from "../people.ts";
import { documentOf } from "./documented-answers.ts";
import { ACCEPTS_UNKNOWN, SCENES, type Scene, UNSIGNED } from "./example-scenes.ts";

interface Operation {
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Record<string, { readonly examples?: Record<string, { value: object }> }>;
  };
  readonly responses: Record<string, { content?: Record<string, { examples: Examples }> }>;
}
type Examples = Record<string, { value?: { errors?: unknown } }>;

interface Request {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly body: object;
  readonly operation: Operation;
}

const document = documentOf();

const requests: Request[] = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const { operationId: id, requestBody } = operation;
      const examples = Object.entries(requestBody?.content["application/json"]?.examples ?? {});
      return examples.map(([name, { value: body }]) => ({
        ...{ id, method: method.toUpperCase(), path, name, body, operation },
      }));
    }),
);

/** Sends an example with the scene's own values in place of the story's. */
function send({ method, path, body }: Request, scene: Scene) {
  const { token, path: names = {}, values = {}, headersOf } = scene;
  const text = Object.entries(values).reduce(
    (written, [story, own]) => written.replaceAll(JSON.stringify(story), JSON.stringify(own)),
    JSON.stringify(body),
  );
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? "");
  return api(method, url, { token, body: text, ...(headersOf && { headers: headersOf(text) }) });
}

// A money route answers 200 to a dry run only.
const successOf = ({ operation: { responses } }: Request) => {
  const found = Object.keys(responses).filter((status) => status.startsWith("2"));
  return found.includes("201") ? "201" : found[0];
};

async function sceneOf({ id }: Request): Promise<Scene> {
  const scene = SCENES[id];
  if (!scene) throw new Error(`tests/contract/example-scenes.ts has no scene for ${id}`);
  return scene();
}

describe("each request example of the document", () => {
  it.each(requests)("of $id: $name is accepted", async (request) => {
    const response = await send(request, await sceneOf(request));
    const { code } = response.status < 400 ? { code: "" } : await response.json<{ code: string }>();
    const expected = UNSIGNED[`${request.id} ${request.name}`] ?? successOf(request);
    expect(`${response.status} ${code}`.trim()).toBe(expected);
  });

  it("exists for each operation with a body", () => {
    const operations = Object.values<Record<string, Operation>>(document.paths).flatMap((methods) =>
      Object.values(methods),
    );
    const bare = operations
      .filter(({ requestBody }) => requestBody)
      .filter(({ operationId }) => !requests.some(({ id }) => id === operationId));
    expect(bare.map(({ operationId }) => operationId)).toEqual([]);
    expect(requests.length).toBeGreaterThan(35);
  });

  it("names no example that is gone", () => {
    const names = requests.map(({ id, name }) => `${id} ${name}`);
    expect(Object.keys(UNSIGNED).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("the example of an invalid request", () => {
  const strict = requests.filter(({ id }) => !ACCEPTS_UNKNOWN.has(id));
  it.each(strict)("is what $id answers to $name with an unknown field", async (request) => {
    const { operation, body } = request;
    const documented = operation.responses["400"]?.content?.["application/problem+json"]?.examples;
    const shown =
      documented?.invalid_request?.value ?? document.components.examples.invalid_request.value;
    const scene = await sceneOf(request);
    const response = await send({ ...request, body: { ...body, colour: "green" } }, scene);
    expect(response.status).toBe(400);
    const { errors } = await response.json<{ errors: unknown }>();
    expect(errors).toEqual(shown.errors);
  });
});
