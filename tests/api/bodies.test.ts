import { env, exports } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { BODY_BYTES_MAX, BODY_SECONDS_MAX, JSON_DEPTH_MAX } from "../../src/domain/bounds.ts";
import { createApp } from "../../src/http/app.ts";
import { documentOf } from "../contract/documented-answers.ts";
import { api, jsonOf, newPhone, PASSWORD, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const login = (body: string, contentType = "application/json") =>
  api("POST", "/v1/auth/login", { body, headers: { "Content-Type": contentType } });

/** Each operation of the document that reads a body, with an identifier for each parameter of its path. */
function routesWithBody() {
  const paths: Record<string, Record<string, { requestBody?: object }>> = documentOf().paths;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody }]) => requestBody !== undefined)
      .map(([method]) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, "x") })),
  );
}

const VALID = JSON.stringify({ phone: "+967771234567", password: PASSWORD });

describe("bodies", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON;charset=UTF-8",
    "application/json ; charset=utf-8",
    "application/json\t;\tcharset=utf-8",
    'application/json; charset="utf-8"',
    "application/json; charset=utf8",
    "application/json; charset=UTF-8; profile=x",
    'application/json; profile="a; b=\\"c\\""',
    "application/json;",
    "application/json; ;charset=utf-8",
  ])("are accepted as %s", async (type) => {
    await expectProblem(login(VALID, type), 401, "invalid_credentials");
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/jsonp",
    "application/vnd.api+json",
    "application/problem+json",
    "text/json",
    "application/json; charset=latin1",
    "application/json; charset=utf-16",
    "application/json; charset=utf-8; charset=latin1",
    "application/json; charset",
    "application/json; charset = utf-8",
    "application/json utf-8",
    'application/json; profile="',
    "application/json, text/plain",
    "",
  ])("are refused as %j", async (type) => {
    await expectProblem(login(VALID, type), 415, "unsupported_media_type");
  });

  it.each([
    "gzip",
    "GZIP",
    "x-gzip",
    "br",
    "deflate",
    "zstd",
    "gzip, br",
    "identity, gzip",
    "aes128gcm",
  ])("are refused when they are compressed: %s", async (coding) => {
    const headers = { "Content-Type": "application/json", "Content-Encoding": coding };
    const answer = await api("POST", "/v1/auth/login", { body: VALID, headers });
    expect(answer.headers.get("Accept-Encoding")).toBe("identity");
    const { detail } = await expectProblem(answer, 415, "unsupported_media_type");
    expect(detail).toContain("compressed");
  });

  it.each(["identity", "Identity", "identity, identity"])(
    "are accepted with the content encoding %j, which changes nothing",
    async (coding) => {
      const headers = { "Content-Type": "application/json", "Content-Encoding": coding };
      const answer = api("POST", "/v1/auth/login", { body: VALID, headers });
      await expectProblem(answer, 401, "invalid_credentials");
    },
  );

  it("name no content encoding when their media type is refused", async () => {
    const answer = await login(VALID, "text/plain");
    expect(answer.headers.has("Accept-Encoding")).toBe(false);
  });

  it("are refused compressed, and as text, on each route that reads one, and change nothing", async () => {
    const { accessToken: token, ...person } = await registerPerson();
    const before = await jsonOf(api("GET", "/v1/users/me", { token }));
    for (const { method, path } of routesWithBody()) {
      // The signature of the bytes comes before anything else of them.
      if (path === "/v1/funding/events") continue;
      const send = (headers: Record<string, string>) =>
        api(method, path, { token, body: "{}", headers });
      const gzip = await send({ "Content-Encoding": "gzip" });
      expect([method, path, gzip.status]).toEqual([method, path, 415]);
      const text = await send({ "Content-Type": "text/plain" });
      expect([method, path, text.status]).toEqual([method, path, 415]);
      // It would end the session that the loop needs.
      if (path === "/v1/auth/logout") continue;
      // JSON with a parameter reaches the schema, or what is checked before it.
      const json = await send({ "Content-Type": "application/json ; charset=utf-8" });
      expect([method, path, json.status]).not.toEqual([method, path, 415]);
    }
    expect(await jsonOf(api("GET", "/v1/users/me", { token }))).toEqual(before);
    expect(before.phone).toBe(person.phone);
  });

  it("are ignored by a route that takes none, whatever they are called", async () => {
    const { accessToken: token } = await registerPerson();
    const headers = { "Content-Type": "text/plain", "Content-Encoding": "gzip" };
    const path = "/v1/users/me/sessions";
    const answer = await api("DELETE", path, { token, body: "not JSON", headers });
    expect(answer.status).toBe(204);
  });

  it.each([
    '{"phone":"+967771234567","phone":"+967771234568","password":"x"}',
    '{"phone":"x","\\u0070hone":"x"}',
    '{"a":{"b":1,"b":1}}',
    '{"a":[{"b":[{"c":1,"c":2}]}]}',
    '[{"a":1,"a":1}]',
    '{"":1,"":2}',
    '{"a":{"b":1},"a":{"c":{"d":1}}}',
    '{"a\\"b":1,"a\\"b":1}',
  ])("are refused when a key is named twice: %s", async (body) => {
    const problem = await expectProblem(login(body), 400, "malformed_json");
    expect(problem.detail).toBe("An object names a key twice.");
  });

  it("move no money when a key is named twice", async () => {
    const { accessToken: token } = await registerPerson();
    for (const body of [
      '{"amount":"1.00","amount":"9.00"}',
      '{"amount":"1.00","\\u0061mount":"9.00"}',
      '{"amount":"1.00","currency":"YEM","currency":"YEM"}',
    ]) {
      const answer = api("POST", "/v1/deposits", { token, body });
      await expectProblem(answer, 400, "malformed_json");
    }
    const { data } = await jsonOf(api("GET", "/v1/transactions", { token }));
    expect(data).toEqual([]);
  });

  it("may begin with a byte order mark, once", async () => {
    await expectProblem(login(`\ufeff${VALID}`), 401, "invalid_credentials");
    await expectProblem(login(`\ufeff\ufeff${VALID}`), 400, "malformed_json");
    await expectProblem(login(`${VALID}\ufeff`), 400, "malformed_json");
  });

  it("are refused without a content type or without a body", async () => {
    await expectProblem(api("POST", "/v1/auth/login"), 415, "unsupported_media_type");
    const headers = { "Content-Type": "application/json" };
    await expectProblem(api("POST", "/v1/auth/login", { headers }), 400, "malformed_json");
  });

  it.each([
    "",
    " ",
    "{",
    "{}}",
    '{"phone":',
    "{'phone':'x'}",
    '{"phone":"x",}',
    "undefined",
    "NaN",
    '{"phone":NaN}',
    '{"phone":01}',
    '{"phone":"\u0001"}',
    '{"phone":"\\x"}',
    "\u0000",
    '{"__proto__":{"phone":"x"}}',
    "[".repeat(5000),
  ])("are refused as broken JSON: %j", async (body) => {
    await expectProblem(login(body), 400, "malformed_json");
  });

  it.each(["null", "[]", '"text"', "1", "true", "[{}]"])(
    "are refused when they are %s",
    async (body) => {
      await expectProblem(login(body), 400, "invalid_request");
    },
  );

  it("are refused with deep nesting, without a fault", async () => {
    const nested = (depth: number) => `{"phone":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    await expectProblem(login(nested(JSON_DEPTH_MAX - 1)), 400, "invalid_request", "/phone");
    for (const body of [nested(JSON_DEPTH_MAX), nested(8000), "[".repeat(BODY_BYTES_MAX)]) {
      const { detail } = await expectProblem(login(body), 400, "malformed_json");
      expect(detail).toContain(String(JSON_DEPTH_MAX));
    }
  });

  it.each([
    [[0xff, 0xfe, 0x7b, 0x7d]],
    [[0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]],
    [[0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]],
  ])("are refused when they are not UTF-8: %j", async (bytes) => {
    const answer = exports.default.fetch("https://mahfaza.example/v1/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: new Uint8Array(bytes),
    });
    await expectProblem(answer, 400, "malformed_json");
  });

  it("are accepted at their size bound and refused one byte above it", async () => {
    const padded = (bytes: number) => VALID + " ".repeat(bytes - VALID.length);
    await expectProblem(login(padded(BODY_BYTES_MAX)), 401, "invalid_credentials");
    await expectProblem(login(padded(BODY_BYTES_MAX + 1)), 413, "body_too_large");
    await expectProblem(login(padded(2 * 1024 * 1024)), 413, "body_too_large");
  });

  it("are refused above their size bound even without Content-Length", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        if (sent > 2 * 1024 * 1024) return controller.close();
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
    });
    const request = new Request("https://mahfaza.example/v1/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    await expectProblem(exports.default.fetch(request), 413, "body_too_large");
  });

  it("are not read before the token is verified", async () => {
    for (const [method, path] of [
      ["PATCH", "/v1/users/me"],
      ["POST", "/v1/wallets"],
      ["POST", "/v1/transfers"],
    ] as const) {
      await expectProblem(api(method, path, { body: "{" }), 401, "token_missing");
    }
  });
});

describe("amounts", () => {
  const send = async (amount: string) => {
    const { accessToken: token } = await registerPerson();
    return api("POST", "/v1/deposits", { token, body: `{"amount":${amount}}` });
  };

  it.each([
    ['"2500.00"', "2500.00"],
    ['"0.01"', "0.01"],
    ['"2500"', "2500.00"],
    ["2500", "2500.00"],
    ["2500.5", "2500.50"],
    ["0.1", "0.10"],
    ["2500.00", "2500.00"],
    ["9999999999999.99", "9999999999999.99"],
  ])("are accepted as %s", async (sent, kept) => {
    const response = await send(sent);
    expect(response.status).toBe(201);
    expect((await jsonOf(response)).amount).toBe(kept);
  });

  it.each([
    "-1",
    '"-1"',
    "0",
    '"0"',
    '"0.00"',
    "-0",
    "1e3",
    '"1e3"',
    "1E3",
    "1e-1",
    "1e400",
    '" 5"',
    '"5 "',
    '"+5"',
    '"05"',
    '".5"',
    '"5."',
    '"1,000"',
    '"1_000"',
    '"0x10"',
    '"٥"',
    '"0.001"',
    "0.001",
    '"NaN"',
    '"Infinity"',
    '""',
    "null",
    "true",
    "[]",
    '["5"]',
    "{}",
    '"1234567890123456789012345678901234567890"',
    "1234567890123456789012345678901234567890",
    "9007199254740993",
    "0.1000000000000000055",
    "1.0000000000000001",
    '"10000000000000.00"',
  ])("are refused as %s", async (amount) => {
    await expectProblem(send(amount), 400, "invalid_amount", "/amount");
  });

  it("are required, and an invalid amount does not hide other errors", async () => {
    const { accessToken: token } = await registerPerson();
    const post = (body: unknown) => api("POST", "/v1/deposits", { token, body });
    await expectProblem(post({}), 400, "invalid_request", "/amount");
    const both = await expectProblem(post({ amount: [], x: 1 }), 400, "invalid_request", "/amount");
    expect(both.errors).toHaveLength(2);
    await expectProblem(
      post({ amount: "1", currency: "ABC" }),
      400,
      "invalid_request",
      "/currency",
    );
    await expectProblem(post({ amount: "0.5", currency: "JPY" }), 400, "invalid_amount", "/amount");
  });
});

describe("names and labels", () => {
  it("are returned as they were sent, in every script and with SQL and HTML characters", async () => {
    for (const username of [
      "'; DROP TABLE users; --",
      "<b>x</b>",
      "{{7*7}}",
      "Ω≈ç√∫",
      "ﷺ رجل",
      "𝔘𝔫𝔦",
    ]) {
      const body = { username, phone: newPhone(), password: PASSWORD };
      const answer = await jsonOf(api("POST", "/v1/auth/register", { body }));
      expect(answer.user.username).toBe(username.normalize("NFC"));
    }
  });
});

describe("a body that never ends", () => {
  /** A request whose body begins as a valid one and then sends `next` every second, without an end. */
  function unfinished(next: string, headers: Readonly<Record<string, string>> = {}) {
    let timer: ReturnType<typeof setInterval> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(VALID.slice(0, 10)));
        if (next === "") return;
        timer = setInterval(() => controller.enqueue(new TextEncoder().encode(next)), 1_000);
      },
      cancel: () => clearInterval(timer),
    });
    const request = createApp().request(
      "/v1/auth/login",
      { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body },
      env,
    );
    return { request, stop: () => clearInterval(timer) };
  }

  it.each([
    ["that stops", "", {}],
    ["that stops, with a declared length", "", { "Content-Length": String(VALID.length) }],
    ["that sends one byte a second", " ", {}],
  ])("is refused after the time bound: one %s", async (_, next, headers) => {
    vi.useFakeTimers();
    try {
      const { request, stop } = unfinished(next, headers);
      let isAnswered = false;
      const answer = Promise.resolve(request).finally(() => {
        isAnswered = true;
      });
      await vi.advanceTimersByTimeAsync((BODY_SECONDS_MAX - 1) * 1_000);
      expect(isAnswered).toBe(false);
      await vi.advanceTimersByTimeAsync(2_000);
      await expectProblem(answer, 408, "request_timeout");
      stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
