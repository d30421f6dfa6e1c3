import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { VALIDATION_ERRORS_MAX } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { documentOf } from "../contract/documented-answers.ts";
import { api, jsonOf, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

/** Routes that ignore a query: monitors add parameters of their own. */
const OPEN_TO_QUERIES = ["/healthz", "/readyz"];
// Who sends an event of a provider is asked first, by its signature.
const SIGNED = ["/v1/funding/events"];

interface Operation {
  readonly requestBody?: object;
}

/** Each operation of the document, with a text for each parameter of its path. */
const operations = Object.entries<Record<string, Operation>>(documentOf().paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, "x"),
      body: requestBody && "{}",
    })),
);

describe("a query parameter that the route does not have", () => {
  it("is refused by every route, with its name, before anything else of the request is used", async () => {
    const { accessToken: token } = await registerPerson();
    const refusing = operations.filter(
      ({ path }) => ![...OPEN_TO_QUERIES, ...SIGNED].includes(path),
    );
    expect(refusing.length).toBeGreaterThan(40);
    for (const { method, path, body } of refusing) {
      const answer = api(method, `${path}?foo=1`, { token, body });
      const { errors } = await expectProblem(answer, 400, "invalid_request", "/foo");
      expect([method, path, errors]).toEqual([
        method,
        path,
        [
          {
            in: "query",
            pointer: "/foo",
            code: "unknown_field",
            message: "is not a query parameter of this route",
          },
        ],
      ]);
    }
    // The session has not ended and the account is there: no route did its work.
    expect((await api("GET", "/v1/users/me", { token })).status).toBe(200);
  });

  it("moves no money", async () => {
    const { accessToken: token } = await registerPerson();
    const body = { amount: "5.00" };
    await expectProblem(
      api("POST", "/v1/deposits?amount=9.00", { token, body }),
      400,
      "invalid_request",
      "/amount",
    );
    const { data } = await jsonOf(api("GET", "/v1/transactions", { token }));
    expect(data).toEqual([]);
  });

  it.each([
    ["?foo", "/foo"],
    ["?foo=", "/foo"],
    ["?=1", "/"],
    ["?__proto__=1", "/__proto__"],
    ["?constructor=1", "/constructor"],
    ["?foo=1&foo=2", "/foo"],
    ["?limit[]=1", "/limit[]"],
    ["?LIMIT=1", "/LIMIT"],
    ["?%66oo=1", "/foo"],
    ["?a~/b=1", "/a~0~1b"],
    ["?%zz=1", "/%zz"],
    ["?limit=1;cursor=2", "/limit"],
  ])("is refused as %s", async (query, pointer) => {
    const { accessToken: token } = await registerPerson();
    await expectProblem(
      api("GET", `/v1/transactions${query}`, { token }),
      400,
      "invalid_request",
      pointer,
    );
  });

  it("is not looked at before the token, and a bare question mark is no query", async () => {
    await expectProblem(api("GET", "/v1/wallets?foo=1"), 401, "token_missing");
    const { accessToken: token } = await registerPerson();
    expect((await api("GET", "/v1/wallets?", { token })).status).toBe(200);
  });

  it(`is named with at most ${VALIDATION_ERRORS_MAX - 1} others`, async () => {
    const names = Array.from({ length: VALIDATION_ERRORS_MAX + 5 }, (_, i) => `p${i}=1`);
    const answer = api("GET", `/v1/currencies?${names.join("&")}`);
    const { errors } = await expectProblem(answer, 400, "invalid_request", "/p0");
    expect(errors).toHaveLength(VALIDATION_ERRORS_MAX);
  });

  it.each([...OPEN_TO_QUERIES, "/openapi.json", "/docs/init.js"])(
    "is ignored by %s, which tools call with parameters against caches",
    async (path) => {
      expect((await api("GET", `${path}?t=1795822095`)).status).toBe(200);
    },
  );
});

describe("a query parameter that is sent twice", () => {
  it.each(["limit=1&limit=1", "type=DEPOSIT&type=TRANSFER", "q=a&q=a", "cursor=a&cursor=b"])(
    "is refused, and the message says so: %s",
    async (query) => {
      const { accessToken: token } = await registerPerson();
      const [name = ""] = query.split("=");
      const answer = api("GET", `/v1/transactions?${query}`, { token });
      const { errors } = await expectProblem(answer, 400, "invalid_request", `/${name}`);
      expect(errors).toEqual([
        { in: "query", pointer: `/${name}`, code: "repeated", message: "must be sent only once" },
      ]);
    },
  );
});
