import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { documentOf } from "../contract/documented-answers.ts";
import { auditEvents } from "../database.ts";
import { enrolTotp } from "../factors.ts";
import { api, jsonOf, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { registerOperator } from "./operator.ts";

/** Each DELETE with a body: how one is made ready, and whether its effect is there. */
const DELETES = {
  "/v1/users/me": async () => {
    const person = await registerPerson();
    const { accessToken: token, password } = person;
    const isDone = async () => (await api("GET", "/v1/users/me", { token })).status === 401;
    return { path: "/v1/users/me", token, body: { password }, isDone, status: 204 };
  },
  "/v1/admin/users/{id}/factors": async () => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    await enrolTotp(person);
    const isDone = async () =>
      (await auditEvents(person.user.id)).some(({ type }) => type === "factors_removed");
    const path = `/v1/admin/users/${person.user.id}/factors`;
    const { accessToken: token } = admin;
    return { path, token, body: { reason: "owner_request" }, isDone, status: 204 };
  },
  "/v1/admin/users/{id}/suspension": async () => {
    const [admin, person] = [await registerOperator("support"), await registerPerson()];
    const path = `/v1/admin/users/${person.user.id}/suspension`;
    const { accessToken: token } = admin;
    await api("PUT", path, { token, body: { reason: "suspected_takeover" } });
    const isDone = async () =>
      (await auditEvents(person.user.id)).some(({ type }) => type === "suspension_lifted");
    return { path, token, body: { reason: "mistake" }, isDone, status: 200 };
  },
  "/v1/admin/wallets/{id}/freeze": async () => {
    const [admin, person] = [await registerOperator("support"), await registerPerson()];
    const path = `/v1/admin/wallets/${person.wallet.id}/freeze`;
    const { accessToken: token } = admin;
    await api("PUT", path, { token, body: { reason: "investigation" } });
    const isDone = async () =>
      (await auditEvents(person.user.id)).some(({ type }) => type === "wallet_unfrozen");
    return { path, token, body: { reason: "mistake" }, isDone, status: 200 };
  },
} as const;

const each = Object.entries(DELETES);

describe("a DELETE with a body", () => {
  it("is in this list, and has a POST beside it, if the document has it", () => {
    const paths: Record<string, Record<string, { requestBody?: object }>> = documentOf().paths;
    const withBody = Object.entries(paths).filter(([, { delete: found }]) => found?.requestBody);
    expect(withBody.map(([path]) => path).sort()).toEqual(Object.keys(DELETES).sort());
    for (const [path, { delete: found }] of withBody) {
      expect(paths[`${path}/delete`]?.post?.requestBody).toEqual(found?.requestBody);
    }
  });

  it.each(each)("%s works with its body, as before", async (_, make) => {
    const { path, token, body, status, isDone } = await make();
    expect((await api("DELETE", path, { token, body })).status).toBe(status);
    expect(await isDone()).toBe(true);
  });

  it.each(each)(
    "%s without its body is refused, and named is the POST that does the same",
    async (_, make) => {
      const { path, token, body, status, isDone } = await make();
      const url = `https://mahfaza.example${path}`;
      const Authorization = `Bearer ${token}`;
      // A body of no bytes, as an intermediary may leave it.
      const empty = { method: "DELETE", headers: { Authorization }, body: new Uint8Array(0) };
      await expectProblem(exports.default.fetch(url, empty), 400, "invalid_request", "");
      for (const headers of [{}, { "Content-Type": "application/json" }]) {
        const refused = api("DELETE", path, { token, headers });
        const { detail } = await expectProblem(refused, 400, "invalid_request", "");
        expect(detail).toContain(`POST ${path}/delete`);
      }
      expect(await isDone()).toBe(false);
      expect((await api("POST", `${path}/delete`, { token, body })).status).toBe(status);
      expect(await isDone()).toBe(true);
    },
  );

  it.each(each)(
    "%s: both forms refuse the same bodies, and need a token first",
    async (_, make) => {
      const { path, token, body, isDone } = await make();
      for (const [method, at] of [
        ["DELETE", path],
        ["POST", `${path}/delete`],
      ] as const) {
        const send = (request: object) => api(method, at, request);
        await expectProblem(send({ body }), 401, "token_missing");
        await expectProblem(send({ token, body: "{" }), 400, "malformed_json");
        await expectProblem(send({ token, body: {} }), 400, "invalid_request");
        const wider = send({ token, body: { ...body, colour: "green" } });
        await expectProblem(wider, 400, "invalid_request", "/colour");
        const asText = {
          token,
          body: JSON.stringify(body),
          headers: { "Content-Type": "text/plain" },
        };
        await expectProblem(send(asText), 415, "unsupported_media_type");
      }
      await expectProblem(api("POST", `${path}/delete`, { token }), 415, "unsupported_media_type");
      expect(await isDone()).toBe(false);
    },
  );

  it("is the exception: one that needs no body ignores it", async () => {
    const { accessToken: token } = await registerPerson();
    const path = "/v1/users/me/sessions";
    expect((await api("DELETE", path, { token, body: { a: 1 } })).status).toBe(204);
    const { data } = await jsonOf(api("GET", path, { token }));
    expect(data).toHaveLength(1);
  });
});
