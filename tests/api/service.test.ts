import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { DELETE_BATCH_ROWS, SESSION_RETENTION_DAYS } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import worker from "../../src/index.ts";
import { serviceContext } from "../../src/services/context.ts";
import { deleteExpiredSessions } from "../../src/services/maintenance/delete-expired.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

describe("GET /v1/currencies", () => {
  it("lists every currency with its decimals and its name, without a token", async () => {
    const response = await api("GET", "/v1/currencies");
    expect(response.headers.get("Cache-Control")).toContain("public");
    const { data } = await jsonOf(response);
    expect(data.length).toBeGreaterThan(150);
    expect(data).toContainEqual({
      code: "YEM",
      exponent: 2,
      markets: ["aden", "sanaa"],
      replaced_by: null,
      name: "Yemeni Rial",
      step_up_above: "100000.00",
    });
    expect(data).toContainEqual({
      code: "JPY",
      exponent: 0,
      markets: [],
      replaced_by: null,
      name: "Japanese Yen",
      step_up_above: "30000",
    });
    expect(data).toContainEqual({
      code: "KWD",
      exponent: 3,
      markets: [],
      replaced_by: null,
      name: "Kuwaiti Dinar",
      step_up_above: "60.000",
    });
  });
});

describe("health", () => {
  it("answers that the service runs and is ready", async () => {
    expect(await jsonOf(api("GET", "/healthz"))).toEqual({ status: "ok" });
    expect(await jsonOf(api("GET", "/readyz"))).toEqual({
      status: "ok",
      ledger: { verified_until: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/), problems: 0 },
    });
  });

  it("answers 503 while the database does not answer, except in /healthz", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const away = { ...env, NEON_GATEWAY: "127.0.0.1:1" };
    const app = createApp();
    expect((await app.request("/healthz", {}, away)).status).toBe(200);
    await expectProblem(app.request("/readyz", {}, away), 503, "service_busy");
    const { accessToken } = await registerPerson();
    const headers = { Authorization: `Bearer ${accessToken}` };
    await expectProblem(app.request("/v1/wallets", { headers }, away), 503, "service_busy");
  });
});

describe("a deployment without its settings", () => {
  it("answers internal_error everywhere and logs their names, without their values", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = {
      ...env,
      ACCESS_TOKEN_KEYS: undefined,
      DATABASE_URL: "mysql://user:secret@host/db",
    };
    for (const path of ["/healthz", "/v1/wallets", "/docs"]) {
      const problem = await expectProblem(
        createApp().request(`https://mahfaza.example${path}`, {}, broken),
        500,
        "internal_error",
      );
      expect(Object.keys(problem).sort()).toEqual([
        "code",
        "request_id",
        "status",
        "title",
        "type",
      ]);
    }
    const lines = log.mock.calls.flat().join("\n");
    expect(lines).toContain("configuration refused");
    expect(lines).toContain("ACCESS_TOKEN_KEYS");
    expect(lines).toContain("DATABASE_URL");
    expect(lines).not.toContain("secret");
    log.mockRestore();
  });
});

describe("a fault", () => {
  it("is logged with its request id and without what was sent", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const app = createApp();
    app.get("/broken", () => {
      const cause = Object.assign(new Error('bad value "+967771234567" of amina@example.com'), {
        code: "22P02",
      });
      throw new Error("Failed query: select $1\nparams: +967771234567,secret", { cause });
    });
    const problem = await expectProblem(app.request("/broken", {}, env), 500, "internal_error");
    expect(problem.detail).toBeUndefined();
    const [line] = log.mock.calls.flat() as string[];
    expect(JSON.parse(line ?? "")).toMatchObject({
      event: "request_failed",
      request_id: problem.request_id,
      method: "GET",
    });
    expect(line).toContain("22P02");
    expect(line).not.toMatch(/secret|967771234567|amina/);
    log.mockRestore();
  });
});

describe("the nightly purge", () => {
  it("deletes expired idempotency keys and sessions, and nothing newer", async () => {
    const person = await registerPerson();
    const open = (key: string) =>
      api("POST", "/v1/wallets", {
        token: person.accessToken,
        body: { currency: "USD" },
        headers: { "Idempotency-Key": key },
      });
    await open("old");
    await open("young");
    const id = idOf("usr", person.user.id);
    await query(sql`UPDATE idempotency_keys SET created_at = now() - interval '31 days'
      WHERE user_id = ${id} AND key = 'old'`);
    await query(sql`INSERT INTO sessions (id, user_id, created_at, expires_at)
      VALUES (gen_random_uuid(), ${id}, now() - interval '121 days', now() - interval '91 days'),
        (gen_random_uuid(), ${id}, now() - interval '119 days', now() - interval '89 days')`);
    await worker.scheduled(createScheduledController({ cron: "17 3 * * *" }), env);
    expect(await query(sql`SELECT key FROM idempotency_keys WHERE user_id = ${id}`)).toEqual([
      { key: "young" },
    ]);
    const [left] = await query(sql`SELECT count(*)::int AS n FROM sessions WHERE user_id = ${id}`);
    expect(left).toEqual({ n: 2 });
    expect((await api("GET", "/v1/wallets", { token: person.accessToken })).status).toBe(200);
  });
});

describe("one run of the purge", () => {
  it("deletes one batch of rows, and the next run deletes the rest", async () => {
    const { id } = (await registerPerson()).user;
    const days = SESSION_RETENTION_DAYS + 1;
    await query(sql`INSERT INTO sessions (id, user_id, created_at, expires_at)
      SELECT gen_random_uuid(), ${idOf("usr", id)}, ended - interval '30 days', ended
      FROM generate_series(1, ${DELETE_BATCH_ROWS + 1}::int),
        LATERAL (SELECT now() - make_interval(days => ${days}::int)) AS one (ended)`);
    const ctx = serviceContext(env, readConfig(env));
    expect([await deleteExpiredSessions(ctx), await deleteExpiredSessions(ctx)]).toEqual([
      DELETE_BATCH_ROWS,
      1,
    ]);
  });
});

describe("the reference", () => {
  it("is an OpenAPI 3.1 document in which every operation has an id, a tag and a summary", async () => {
    const document = await jsonOf(api("GET", "/openapi.json"));
    expect(document.openapi).toBe("3.1.0");
    expect(document.components.securitySchemes.access_token).toMatchObject({ scheme: "bearer" });
    const operations = Object.values<Record<string, Record<string, unknown>>>(
      document.paths,
    ).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      expect(operation).toMatchObject({
        operationId: expect.any(String),
        summary: expect.any(String),
        tags: [expect.any(String)],
      });
    }
    const transfer = document.paths["/v1/transfers"].post;
    const names = transfer.parameters.map(({ name }: { name: string }) => name);
    expect(names).toContain("Idempotency-Key");
    expect(Object.keys(transfer.responses)).toEqual(
      expect.arrayContaining(["201", "400", "401", "404", "409", "413", "415", "422", "503"]),
    );
    expect(transfer.responses["422"].content["application/problem+json"].schema.allOf[0]).toEqual({
      $ref: "#/components/schemas/Problem",
    });
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    for (const [, name = ""] of references)
      expect(document.components.schemas).toHaveProperty(name);
  });

  it("documents 500 for each operation, and 429 and 503 for each one with a rate limit", async () => {
    const { paths } = await jsonOf(api("GET", "/openapi.json"));
    const unlimited = ["/healthz", "/v1/currencies"];
    for (const [path, methods] of Object.entries<object>(paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const asked = `${method} ${path}`;
        expect([asked, Object.keys(responses)]).toEqual([asked, expect.arrayContaining(["500"])]);
        expect([asked, "429" in responses]).toEqual([asked, !unlimited.includes(path)]);
        expect([asked, "503" in responses]).toEqual([asked, !unlimited.includes(path)]);
        const slowed = responses["429"]?.description ?? "`rate_limited`";
        expect([asked, slowed]).toEqual([asked, expect.stringContaining("`rate_limited`")]);
      }
    }
  });

  it("names each problem of an operation once", async () => {
    const { paths } = await jsonOf(api("GET", "/openapi.json"));
    for (const [path, methods] of Object.entries<object>(paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const codes = [...JSON.stringify(responses).matchAll(/`(\w+)`: /g)].map(([, code]) => code);
        expect([method, path, codes]).toEqual([method, path, [...new Set(codes)]]);
      }
    }
  });
});
