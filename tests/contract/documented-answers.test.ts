import { describe, expect, it } from "vitest";
import { TRANSFER } from "../../src/contract/examples.ts";
import { ApiError, type ErrorCode } from "../../src/http/problem.ts";
import { problemResponse } from "../../src/http/problem-response.ts";
import { contractOf, documentOf, findingsIn, findOperation } from "./documented-answers.ts";

const document = documentOf();
const contract = contractOf(document);

function operation(method: string, path: string) {
  const found = findOperation(contract, method, path);
  if (!found) throw new Error(`no operation ${method} ${path}`);
  return found;
}

const transfer = operation("POST", "/v1/transfers");
const findings = (response: Response) => findingsIn(contract, transfer, response);

function recorded(body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status: 201, headers: { "X-Request-Id": "r", ...headers } });
}

describe("the check of answers", () => {
  it("accepts what is documented", async () => {
    expect(await findings(recorded(TRANSFER))).toEqual([]);
    expect(await findings(recorded(TRANSFER, { "Idempotency-Replayed": "true" }))).toEqual([]);
    expect(await findings(problemResponse(new ApiError("insufficient_funds"), "r"))).toEqual([]);
  });

  it("refuses an undocumented status", async () => {
    const answer = Response.json(TRANSFER, { status: 202, headers: { "X-Request-Id": "r" } });
    expect(await findings(answer)).toEqual([expect.stringContaining("status is not documented")]);
  });

  it("refuses a code that the operation cannot answer, though its status is documented", async () => {
    const answer = problemResponse(new ApiError("phone_taken"), "r");
    expect(await findings(answer)).toEqual([expect.stringContaining("transfer 409")]);
  });

  it("refuses a missing, a wrong and an undocumented field", async () => {
    const { amount, ...without } = TRANSFER;
    for (const body of [without, { ...TRANSFER, amount: 250 }, { ...TRANSFER, colour: "green" }]) {
      expect(await findings(recorded(body))).toEqual([expect.stringContaining("transfer 201")]);
    }
    expect(amount).toBe("250.00");
    const problem = await problemResponse(new ApiError("insufficient_funds"), "r").json();
    const type = { "Content-Type": "application/problem+json", "X-Request-Id": "r" };
    const wider = JSON.stringify({ ...(problem as object), colour: "green" });
    const answer = new Response(wider, { status: 422, headers: type });
    expect(await findings(answer)).toEqual([expect.stringContaining("transfer 422")]);
  });

  it("refuses a body of another type, and an answer without a documented header", async () => {
    const text = new Response("ok", { status: 201, headers: { "X-Request-Id": "r" } });
    expect(await findings(text)).toEqual([expect.stringContaining("a body of type")]);
    const nameless = Response.json(TRANSFER, { status: 201 });
    expect(await findings(nameless)).toEqual([expect.stringContaining("X-Request-Id is missing")]);
  });

  it("finds the operation of a path, a parameter last", () => {
    expect(operation("POST", "/v1/admin/users/find").id).toBe("findUser");
    expect(operation("HEAD", "/v1/wallets/wal_1?x=1").id).toBe("getWallet");
    expect(findOperation(contract, "GET", "/nowhere")).toBeUndefined();
  });
});

interface Media {
  readonly examples?: Record<string, Example>;
}

interface Example {
  readonly value?: { readonly code: ErrorCode };
  readonly $ref?: string;
}

interface DocumentedOperation {
  readonly responses: Record<string, { readonly content?: Record<string, Media> }>;
}

/** Each example of an answer in the document, with the operation, status and type that it is for. */
function* documentedAnswers() {
  const paths: Record<string, Record<string, DocumentedOperation>> = document.paths;
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      const at = operation(method.toUpperCase(), path);
      for (const [status, { content = {} }] of Object.entries(responses)) {
        for (const [type, { examples = {} }] of Object.entries(content)) {
          for (const [name, { $ref, value }] of Object.entries(examples)) {
            const shared = $ref && document.components.examples[$ref.split("/").at(-1) ?? ""];
            yield { at, status, type, name, value: shared ? shared.value : value };
          }
        }
      }
    }
  }
}

describe("the examples of answers", () => {
  it("are as their schemas say, closed and by status", async () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { at, status, type, value } of documentedAnswers()) {
      const names = at.answers.get(Number(status))?.headers ?? [];
      const headers = new Headers({ "Content-Type": type });
      for (const name of names) if (name !== "Idempotency-Replayed") headers.set(name, "1");
      const answer = new Response(JSON.stringify(value), { status: Number(status), headers });
      wrong.push(...(await findingsIn(contract, at, answer)));
      count += 1;
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(400);
  });

  it("show each code of a problem, as the service words it", async () => {
    for (const { type, name, value } of documentedAnswers()) {
      if (type !== "application/problem+json") continue;
      const { detail, errors, transaction, captured, capturable, ...rest } = value as Record<
        string,
        string
      >;
      const sent = await problemResponse(
        new ApiError(name as ErrorCode),
        rest.request_id ?? "",
      ).json();
      const { detail: usual, ...fields } = sent as Record<string, string>;
      expect(rest).toEqual(fields);
      if (usual !== undefined && name !== "service_busy") expect(detail).toBe(usual);
    }
  });

  it("name the type of the operation's own transaction", () => {
    const types = new Map<string, Set<string>>();
    for (const { at, value } of documentedAnswers()) {
      const transaction = (value as { transaction?: { type: string } }).transaction;
      const type = transaction?.type ?? (value as { type: string }).type;
      if (!/^[A-Z]+$/.test(type ?? "")) continue;
      types.set(at.id, (types.get(at.id) ?? new Set()).add(type));
    }
    expect([...(types.get("deposit") ?? [])]).toEqual(["DEPOSIT"]);
    expect([...(types.get("withdraw") ?? [])]).toEqual(["WITHDRAW"]);
    expect([...(types.get("transfer") ?? [])]).toEqual(["TRANSFER"]);
  });
});

describe("the document", () => {
  it("has for each operation a summary, a description, its security and an operationId of its own", () => {
    const operations = Object.values<Record<string, Record<string, unknown>>>(
      document.paths,
    ).flatMap((methods) => Object.values(methods));
    for (const { operationId, summary, description, security, tags } of operations) {
      expect([operationId, summary, description, tags]).not.toContain(undefined);
      expect(security, String(operationId)).toBeInstanceOf(Array);
    }
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(40);
  });
});
