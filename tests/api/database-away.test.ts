import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { exampleId } from "../../src/contract/ids.ts";
import { toWireId } from "../../src/domain/ids.ts";
import { idOf, query } from "../database.ts";
import { type Absence, withoutDatabase } from "../database-away.ts";
import { beginTotp, enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { codeSentTo } from "../messages.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, logIn, newPhone, PASSWORD, registerPerson } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { makeActor } from "./actors.ts";
import { MATRIX } from "./authorization-matrix.ts";
import { act, registerOperator } from "./operator.ts";

const BUSY = "service_busy";
const UNKNOWN = "outcome_unknown";
const CODES_MAX = 12;

type Send = () => Promise<Response>;

/**
 * The problem's code when the database goes away at the first call of a request, at the second, and so on,
 * until the request needs no further call. Each request has a scene of its own.
 */
async function codesByCall(scene: () => Promise<Send>, absence: Absence): Promise<string[]> {
  const codes: string[] = [];
  while (codes.length < CODES_MAX) {
    const send = await scene();
    const { value, wasAway } = await withoutDatabase(codes.length + 1, absence, send);
    if (!wasAway) return codes;
    // After its answer, a request may still deliver a message.
    if (value.ok) return codes;
    codes.push((await jsonOf(value)).code);
  }
  throw new Error("the request never ends");
}

const post = (path: string, body: object, token?: string) => () =>
  api("POST", path, { body, token });

const bySecondFactor = async () => {
  const person = await registerPerson();
  const app = await enrolTotp(person);
  const { challenge } = await firstStep(person);
  return { person, app, challenge };
};

/** Each request, and the codes when the database goes away at each of its calls. */
const REQUESTS: Readonly<Record<string, readonly [() => Promise<Send>, readonly string[]]>> = {
  register: [
    async () =>
      post("/v1/auth/register", { username: "New here", phone: newPhone(), password: PASSWORD }),
    [BUSY, UNKNOWN],
  ],
  login: [
    async () => {
      const { phone, password } = await registerPerson();
      return post("/v1/auth/login", { phone, password });
    },
    [BUSY, BUSY, UNKNOWN],
  ],
  "a login with a wrong password": [
    async () => {
      const { phone } = await registerPerson();
      return post("/v1/auth/login", { phone, password: NEW_PASSWORD });
    },
    [BUSY, BUSY, BUSY],
  ],
  "the first of two steps": [
    async () => {
      const { phone, password } = (await bySecondFactor()).person;
      return post("/v1/auth/login", { phone, password });
    },
    [BUSY, BUSY, BUSY],
  ],
  "a second step": [
    async () => {
      const { challenge, app } = await bySecondFactor();
      return () => secondStep(challenge, { code: app.code() });
    },
    [BUSY, BUSY, UNKNOWN],
  ],
  "a second step with a wrong code": [
    async () => {
      const { challenge, app } = await bySecondFactor();
      return () => secondStep(challenge, { code: app.code(-9) });
    },
    [BUSY, BUSY, BUSY],
  ],
  "the options of a passkey's login": [
    async () => () => api("POST", "/v1/auth/login/passkey/options"),
    [BUSY],
  ],
  "a passkey's login": [
    async () => {
      const { authenticator } = await addPasskey(await registerPerson());
      const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
      return post("/v1/auth/login/passkey", { passkey: await authenticator.get(options) });
    },
    [BUSY, UNKNOWN],
  ],
  refresh: [
    async () => post("/v1/auth/refresh", { refresh_token: (await registerPerson()).refreshToken }),
    [BUSY, UNKNOWN],
  ],
  "a logout by either token": [
    async () => {
      const { accessToken, refreshToken } = await registerPerson();
      return post("/v1/auth/logout", { refresh_token: refreshToken }, accessToken);
    },
    [BUSY, UNKNOWN],
  ],
  "a request for a password reset": [
    async () => post("/v1/auth/password-reset", { phone: newPhone() }),
    [BUSY, BUSY, UNKNOWN],
  ],
  "a step-up": [
    async () => {
      const { person, app } = await bySecondFactor();
      return () => stepUp(person, { code: app.code() });
    },
    [BUSY, BUSY, UNKNOWN],
  ],
  "a new name": [
    async () => {
      const { accessToken: token } = await registerPerson();
      return () => api("PATCH", "/v1/users/me", { token, body: { username: "Another Name" } });
    },
    [BUSY, UNKNOWN],
  ],
  "a new password": [
    async () => {
      const { accessToken: token } = await registerPerson();
      const body = { password: NEW_PASSWORD, current_password: PASSWORD };
      return () => api("PATCH", "/v1/users/me", { token, body });
    },
    [BUSY, BUSY, BUSY, BUSY, UNKNOWN],
  ],
  "the begin of an enrolment": [
    async () =>
      post("/v1/factors/totp", { password: PASSWORD }, (await registerPerson()).accessToken),
    [BUSY, BUSY, BUSY, UNKNOWN],
  ],
  "the end of an enrolment": [
    async () => {
      const person = await registerPerson();
      const app = await beginTotp(person);
      return post("/v1/factors/totp/confirm", { code: app.code() }, person.accessToken);
    },
    [BUSY, BUSY, BUSY, UNKNOWN],
  ],
  "the removal of a factor": [
    async () => {
      const { accessToken: token } = (await bySecondFactor()).person;
      return () => api("DELETE", "/v1/factors/totp", { token });
    },
    [BUSY, UNKNOWN],
  ],
  "a verification": [
    async () => {
      const { accessToken: token, phone } = await registerPerson();
      const path = "/v1/users/me/contacts/phone/verification";
      await api("POST", path, { token });
      return post(`${path}/confirm`, { code: await codeSentTo(phone) }, token);
    },
    [BUSY, BUSY, UNKNOWN, UNKNOWN, UNKNOWN],
  ],
  "a new wallet": [
    async () => post("/v1/wallets", { currency: "USD" }, (await registerPerson()).accessToken),
    [UNKNOWN],
  ],
  "the deletion of an account": [
    async () => {
      const { accessToken: token, password } = await registerPerson();
      return () => api("DELETE", "/v1/users/me", { token, body: { password } });
    },
    [BUSY, BUSY, BUSY],
  ],
};

describe.each(["refused", "reply lost"] as const)("a database that goes away (%s)", (absence) => {
  it.each(Object.entries(REQUESTS))(
    "during %s: service_busy as long as nothing can have happened",
    async (_, [scene, codes]) => expect(await codesByCall(scene, absence)).toEqual(codes),
  );
});

describe("a freeze whose wallet cannot be read after it", () => {
  it("is of unknown outcome, because it was made", async () => {
    const [operator, person] = [await registerOperator("support"), await registerPerson()];
    const freeze = () =>
      act(operator, "PUT", `/wallets/${person.wallet.id}/freeze`, { reason: "investigation" });
    const { value } = await withoutDatabase(2, "refused", freeze);
    expect([value.status, (await jsonOf(value)).code]).toEqual([503, UNKNOWN]);
    const again = await freeze();
    expect([again.status, (await jsonOf(again)).code]).toEqual([409, "wallet_frozen"]);
  });
});

describe("after a request that was answered service_busy", () => {
  it("the same request succeeds: no code, challenge or token was used up", async () => {
    const { challenge, app, person } = await bySecondFactor();
    const { authenticator } = await addPasskey(person);
    const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
    const passkey = await authenticator.get(options);
    const requests: readonly (readonly [number, Send, number])[] = [
      [2, () => secondStep(challenge, { code: app.code() }), 200],
      [1, post("/v1/auth/login/passkey", { passkey }), 200],
      [1, post("/v1/auth/refresh", { refresh_token: person.refreshToken }), 200],
      [1, post("/v1/auth/logout", {}, person.accessToken), 204],
    ];
    for (const [from, send, status] of requests) {
      const { value } = await withoutDatabase(from, "refused", send);
      expect([value.status, (await jsonOf(value)).code]).toEqual([503, BUSY]);
      expect((await send()).status).toBe(status);
    }
  });
});

describe("after a request of unknown outcome, its advice helps", () => {
  const lost = async (from: number, send: Send) => {
    const { value } = await withoutDatabase(from, "reply lost", send);
    const { code, detail } = await jsonOf(value);
    expect([value.status, code]).toEqual([503, UNKNOWN]);
    return detail as string;
  };

  it("login: log in again; the session that was opened is one of the person's sessions", async () => {
    const { phone, password, user } = await registerPerson();
    const send = post("/v1/auth/login", { phone, password });
    expect(await lost(3, send)).toMatch(/Log in again/);
    expect((await send()).status).toBe(200);
    const sessions = await query(sql`SELECT FROM sessions WHERE user_id = ${idOf("usr", user.id)}`);
    expect(sessions).toHaveLength(3);
  });

  it("registration: the same key gives the first answer, and without a key a login works", async () => {
    const phone = newPhone();
    const body = { username: "New here", phone, password: PASSWORD };
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    const send = () => api("POST", "/v1/auth/register", { body, headers });
    expect(await lost(2, send)).toMatch(/same Idempotency-Key.* log in/);
    const again = await send();
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    expect((await logIn(phone)).accessToken).not.toBe("");
  });

  it("refresh: the same token once more gives tokens", async () => {
    const person = await registerPerson();
    const send = post("/v1/auth/refresh", { refresh_token: person.refreshToken });
    expect(await lost(2, send)).toMatch(/same refresh token again/);
    expect((await send()).status).toBe(200);
  });

  it("logout and deletion: session_ended then means that it is done", async () => {
    const person = await registerPerson();
    const send = post("/v1/auth/logout", {}, person.accessToken);
    expect(await lost(2, send)).toMatch(/session_ended/);
    expect((await jsonOf(send())).code).toBe("session_ended");
  });

  it("a new password: log in with it", async () => {
    const { accessToken: token, phone } = await registerPerson();
    const body = { password: NEW_PASSWORD, current_password: PASSWORD };
    const send = () => api("PATCH", "/v1/users/me", { token, body });
    expect(await lost(5, send)).toMatch(/log in with the new one/);
    expect((await logIn(phone, NEW_PASSWORD)).accessToken).not.toBe("");
  });

  it("names no key where none is read", async () => {
    for (const [name, [scene, codes]] of Object.entries(REQUESTS)) {
      if (codes.at(-1) !== UNKNOWN || name === "register" || name === "a new wallet") continue;
      const detail = await lost(codes.length, await scene());
      expect(detail, name).not.toMatch(/key/i);
      expect(detail.length, name).toBeGreaterThan(20);
    }
  });
});

/** Routes of a person whose first call is the change itself: whether it was made, only a later read tells. */
const CHANGES_AT_ONCE = [
  "POST /v1/wallets",
  "PATCH /v1/wallets/{id}",
  "PATCH /v1/limits/{currency}",
  "PATCH /v1/factors/passkeys/{id}",
  "DELETE /v1/users/me/sessions",
  "DELETE /v1/users/me/sessions/{id}",
];

describe("each route while the database is away", () => {
  const rows = MATRIX.filter(({ route }) => route.includes("/v1/"));

  it.each(rows.map((row, i) => [i + 1, row.route, row] as const))(
    "%i: %s",
    async (_, route, row) => {
      const [owner, admin] = [await makeActor("owner"), await makeActor("admin")];
      const { person, token } = route.includes("/admin/") ? admin : owner;
      const money = { amount: "1000.00", currency: "YEM" };
      await api("POST", "/v1/deposits", { token: owner.token, body: money });
      const scene = {
        caller: person,
        owner: owner.person,
        transactionId: toWireId("txn", exampleId("txn")),
      };
      const values = (await row.path?.(scene)) ?? {};
      const [method = "", template = ""] = route.split(" ");
      const path = template.replace(/\{(\w+)\}/g, (__, name: string) => values[name] ?? "");
      const body = await row.body?.(scene);
      const send = () => api(method, path, { token, body });
      const { value, wasAway } = await withoutDatabase(1, "refused", send);
      // The ledger has a connection of its own, and some answers need no database.
      if (!wasAway) return expect(value.status).not.toBe(503);
      const { code } = await jsonOf(value);
      const isOperators = route.includes("/admin/") && method !== "GET";
      const allowed = CHANGES_AT_ONCE.includes(route) ? [UNKNOWN] : [BUSY];
      expect(isOperators ? [BUSY, UNKNOWN] : allowed).toContain(code);
    },
  );
});
