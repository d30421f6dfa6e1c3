import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  PAGE_LIMIT_MAX,
  ROLE_REFUSED_EVERY_SECONDS,
  STEP_UP_SECONDS,
} from "../../src/domain/bounds.ts";
import { unixMs } from "../../src/domain/instant.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { listOperators } from "../../src/services/operators/list-operators.ts";
import { auditEvents, giveRole, idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp, logInWith, stepUp } from "../factors.ts";
import { api, jsonOf, newPhone, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf } from "../services.ts";
import { get, read } from "./as-person.ts";
import { act, logInAgain, registerOnlyAdmin, registerOperator } from "./operator.ts";

const UNKNOWN_USER = "usr_01kazv5q0vfvtrx6r2n1p3b4c5";
const UNKNOWN_PROPOSAL = "rlp_01kazv5q0vfvtrx6r2n1p3b4c5";

/** The newest audit event of a user, as the user sees it. */
const newest = async (person: Person) =>
  (await read(person, "/v1/users/me/audit-events?limit=1")).data[0];

describe("finding a user", () => {
  it("works by phone and by id, and shows the account", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson("Amina")];
    const account = {
      id: person.user.id,
      username: "Amina",
      phone: person.phone,
      role: "user",
      created_at: expect.any(String),
      deleted_at: null,
      suspension: null,
      tier: "basic",
    };
    const { id, phone } = person.user;
    expect(await jsonOf(act(support, "POST", "/users/find", { phone }))).toEqual(account);
    expect(await jsonOf(act(support, "GET", `/users/${id}`))).toEqual(account);
  });

  it("is visible to the user, with the operator's role but not the operator's name", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await act(support, "GET", `/users/${person.user.id}`);
    const event = await newest(person);
    expect(event).toEqual({
      id: expect.stringMatching(/^aud_/),
      type: "user_looked_up",
      actor: "support",
      wallet_id: null,
      created_at: expect.any(String),
      details: {},
    });
    expect(JSON.stringify(event)).not.toContain(support.user.id);
  });

  it("answers user_not_found for an unknown phone, and records the search without the phone", async () => {
    const support = await registerOperator("support");
    const phone = newPhone();
    const search = act(support, "POST", "/users/find", { phone });
    await expectProblem(search, 404, "user_not_found");
    await expectProblem(act(support, "GET", `/users/${UNKNOWN_USER}`), 404, "user_not_found");
    const events = await auditEvents(support.user.id);
    const kept = { type: "lookup_found_nobody", details: { act: "user_looked_up" } };
    expect(events.slice(-2)).toEqual([kept, kept]);
  });

  it("shows a deleted user without username and phone", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const body = { password: person.password };
    await api("DELETE", "/v1/users/me", { token: person.accessToken, body });
    expect(await jsonOf(act(support, "GET", `/users/${person.user.id}`))).toMatchObject({
      username: null,
      phone: null,
      deleted_at: expect.any(String),
    });
    const search = act(support, "POST", "/users/find", { phone: person.phone });
    await expectProblem(search, 404, "user_not_found");
  });

  it("accepts a phone only in the body", async () => {
    const support = await registerOperator("support");
    await expectProblem(
      act(support, "GET", "/users/find?phone=%2B967771234567"),
      400,
      "invalid_request",
    );
    const odd = act(support, "POST", "/users/find", { phone: "12" });
    await expectProblem(odd, 400, "invalid_request", "/phone");
  });
});

describe("a role", () => {
  it("is required of an operator; a user without one sees the attempt in their own audit events", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await expectProblem(act(person, "GET", `/users/${other.user.id}`), 403, "role_required");
    expect(await newest(person)).toMatchObject({
      type: "role_refused",
      actor: "self",
      details: { act: "user_looked_up" },
    });
    expect((await auditEvents(other.user.id)).map(({ type }) => type)).toEqual([
      "user_registered",
      "user_logged_in",
    ]);
  });

  it("that is missing is recorded at most once an hour for each user and action, also under parallel requests", async () => {
    const person = await registerPerson();
    const attempts = async () => {
      const events = await auditEvents(person.user.id);
      return events.filter(({ type }) => type === "role_refused").map(({ details }) => details);
    };
    const list = () => act(person, "GET", "/operators");
    for (const { status } of await Promise.all(Array.from({ length: 20 }, list))) {
      expect(status).toBe(403);
    }
    await expectProblem(list(), 403, "role_required");
    expect(await attempts()).toEqual([{ act: "operators_listed" }]);
    await expectProblem(act(person, "GET", `/users/${person.user.id}`), 403, "role_required");
    expect(await attempts()).toEqual([{ act: "operators_listed" }, { act: "user_looked_up" }]);
    const later = unixMs(Date.now() + ROLE_REFUSED_EVERY_SECONDS * 1_000 + 1);
    const services = { ...serviceContext(env, readConfig(env)), nowMs: () => later };
    const again = await listOperators(services, callerOf(person), { after: null, limit: 1 });
    expect(again).toEqual({ ok: false, code: "role_required" });
    expect(await attempts()).toHaveLength(3);
  });

  it("is read from the database for every request, so that its removal affects existing tokens", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const look = () => act(support, "GET", `/users/${person.user.id}`);
    expect((await look()).status).toBe(200);
    await giveRole(support.user.id, "user");
    await expectProblem(look(), 403, "role_required");
    await giveRole(support.user.id, "support");
    expect((await look()).status).toBe(200);
  });

  it("is granted by an admin, takes effect after the next login, and is revoked at once", async () => {
    const [admin, person] = [await registerOnlyAdmin(), await registerPerson()];
    const other = await registerPerson();
    const app = await enrolTotp(person);
    const put = (role: string) => act(admin, "PUT", `/users/${person.user.id}/role`, { role });
    expect(await jsonOf(put("support"))).toMatchObject({ id: person.user.id, role: "support" });
    await expectProblem(get(person, "/v1/users/me"), 401, "session_ended");
    const support = await logInWith(person, app);
    expect((await act(support, "GET", `/users/${other.user.id}`)).status).toBe(200);
    expect(await auditEvents(person.user.id)).toContainEqual({
      type: "role_changed",
      details: { role: "support", before: "user" },
    });
    await put("user");
    await expectProblem(act(support, "GET", `/users/${other.user.id}`), 401, "session_ended");
    const before = await auditEvents(person.user.id);
    await put("user");
    expect(await auditEvents(person.user.id)).toEqual(before);
  });

  it("is not granted by support, nor by an admin to themselves", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const put = (who: Person, whom: Person, role: string) =>
      act(who, "PUT", `/users/${whom.user.id}/role`, { role });
    await expectProblem(put(support, admin, "user"), 403, "role_required");
    await expectProblem(put(support, support, "admin"), 403, "role_required");
    await expectProblem(put(admin, admin, "user"), 403, "own_account");
    await expectProblem(put(admin, support, "root"), 400, "invalid_request", "/role");
    await expectProblem(act(support, "GET", "/operators"), 403, "role_required");
    const nobody = act(admin, "PUT", `/users/${UNKNOWN_USER}/role`, { role: "support" });
    await expectProblem(nobody, 404, "user_not_found");
  });

  it("is checked before the rule about one's own account, and the session is checked before the role", async () => {
    const [person, support] = [await registerPerson(), await registerOperator("support")];
    const mine = (who: Person) => `/users/${who.user.id}`;
    const role = { role: "admin" };
    await expectProblem(act(person, "PUT", `${mine(person)}/role`, role), 403, "role_required");
    await expectProblem(act(person, "DELETE", `${mine(person)}/sessions`), 403, "role_required");
    await expectProblem(act(support, "DELETE", `${mine(support)}/sessions`), 403, "role_required");
    await api("POST", "/v1/auth/logout", { token: support.accessToken });
    await expectProblem(act(support, "PUT", `${mine(support)}/role`, role), 401, "session_ended");
    await expectProblem(act(support, "DELETE", `${mine(support)}/sessions`), 401, "session_ended");
    expect((await auditEvents(support.user.id)).at(-1)?.type).toBe("user_logged_out");
  });

  it("ends when an operator deletes their account", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const body = { password: support.password };
    const end = api("DELETE", "/v1/users/me", { token: support.accessToken, body });
    expect((await end).status).toBe(204);
    expect(await jsonOf(act(admin, "GET", `/users/${support.user.id}`))).toMatchObject({
      role: "user",
    });
    const again = act(admin, "PUT", `/users/${support.user.id}/role`, { role: "support" });
    await expectProblem(again, 404, "user_not_found");
  });

  it("remains with one of two admins who revoke each other's role at the same time", async () => {
    const [one, two] = [await registerOperator("admin"), await registerOperator("admin")];
    const take = (who: Person, whom: Person) =>
      act(who, "PUT", `/users/${whom.user.id}/role`, { role: "user" });
    const statuses = (await Promise.all([take(one, two), take(two, one)])).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 401]);
    const stays = statuses[0] === 200 ? [one, two] : [two, one];
    const answering = await Promise.all(
      stays.map(async (admin) => (await act(admin, "GET", "/operators")).status),
    );
    expect(answering.sort()).toEqual([200, 401]);
  });

  it("is listed to admins, page by page, with every user who has one", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const [{ n }] = (await query(
      sql`SELECT count(*)::int AS n FROM users WHERE role <> 'user'`,
    )) as [{ n: number }];
    const limit = Math.min(Math.ceil(n / 3), PAGE_LIMIT_MAX);
    const listed: { id: string; role: string }[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const path: string = `/operators?limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { data, next_cursor } = await jsonOf(act(admin, "GET", path));
      listed.push(...data);
      cursor = next_cursor;
    }
    const roles = new Map(listed.map(({ id, role }) => [id, role]));
    expect([listed.length, roles.size]).toEqual([n, n]);
    expect(roles.get(admin.user.id)).toBe("admin");
    expect(roles.get(support.user.id)).toBe("support");
    expect([...roles.values()]).not.toContain("user");
  });
});

describe("an operator's request", () => {
  it("requires a second factor proven in the last five minutes, also of operators who have no factor", async () => {
    const [admin, person] = [await registerPerson(), await registerPerson()];
    await giveRole(admin.user.id, "admin");
    const wallets = await read(person, "/v1/wallets");
    const { id } = person.user;
    const freeze = `/wallets/${person.wallet.id}/freeze`;
    const requests: [string, string, unknown?][] = [
      ["PUT", freeze, { reason: "investigation" }],
      ["DELETE", freeze, { reason: "mistake" }],
      ["DELETE", `/users/${id}/sessions`],
      ["PUT", `/users/${id}/role`, { role: "support" }],
      ["DELETE", `/users/${id}/factors`, { reason: "owner_request" }],
      ["POST", `/role-proposals/${UNKNOWN_PROPOSAL}/approve`],
      ["POST", `/role-proposals/${UNKNOWN_PROPOSAL}/reject`],
      ["POST", "/users/find", { phone: person.phone }],
      ["GET", `/users/${id}`],
      ["GET", `/users/${id}/wallets`],
      ["GET", `/users/${id}/audit-events`],
      ["GET", "/operators"],
      ["GET", `/operators/${id}/audit-events`],
      ["GET", "/role-proposals"],
    ];
    const tryAll = () =>
      Promise.all(
        requests.map(([method, path, body]) =>
          expectProblem(act(admin, method, path, body), 403, "step_up_required"),
        ),
      );
    await tryAll();
    const app = await enrolTotp(admin);
    await ageStepUp(admin, STEP_UP_SECONDS + 1);
    await tryAll();
    const types = (await auditEvents(id)).map(({ type }) => type);
    expect(types).toEqual(["user_registered", "user_logged_in"]);
    expect(await read(person, "/v1/wallets")).toEqual(wallets);
    await stepUp(admin, { code: app.code() });
    expect((await act(admin, "GET", `/users/${id}`)).status).toBe(200);
    expect((await act(admin, "PUT", freeze, { reason: "investigation" })).status).toBe(200);
  });
});

describe("ending a user's sessions", () => {
  it("ends all of them with their refresh tokens, and leaves login possible", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const second = await logInAgain(person);
    const path = `/users/${person.user.id}/sessions`;
    expect((await act(support, "DELETE", path)).status).toBe(204);
    for (const { accessToken, refreshToken } of [person, second]) {
      const me = api("GET", "/v1/users/me", { token: accessToken });
      await expectProblem(me, 401, "session_ended");
      const body = { refresh_token: refreshToken };
      await expectProblem(api("POST", "/v1/auth/refresh", { body }), 401, "session_ended");
    }
    const again = await logInAgain(person);
    expect((await get(again, "/v1/users/me")).status).toBe(200);
    const ended = (await auditEvents(person.user.id)).filter(
      ({ type }) => type === "sessions_ended",
    );
    expect(ended).toEqual([{ type: "sessions_ended", details: { count: "2" } }]);
  });

  it("is refused for one's own account and for an unknown user", async () => {
    const admin = await registerOperator("admin");
    const end = (id: string) => act(admin, "DELETE", `/users/${id}/sessions`);
    await expectProblem(end(admin.user.id), 403, "own_account");
    await expectProblem(end(UNKNOWN_USER), 404, "user_not_found");
  });
});

describe("the audit log", () => {
  it("has every action of an operator, with the operator's id and role", async () => {
    const [admin, person] = [await registerOnlyAdmin(), await registerPerson()];
    const { id } = person.user;
    await enrolTotp(person);
    const freeze = `/wallets/${person.wallet.id}/freeze`;
    const acts: [string, string, unknown?][] = [
      ["POST", "/users/find", { phone: person.phone }],
      ["GET", `/users/${id}`],
      ["GET", `/users/${id}/wallets`],
      ["PUT", freeze, { reason: "suspected_fraud" }],
      ["DELETE", freeze, { reason: "resolved" }],
      ["DELETE", `/users/${id}/sessions`],
      ["PUT", `/users/${id}/role`, { role: "support" }],
      ["GET", `/users/${id}/audit-events`],
    ];
    for (const [method, path, body] of acts) {
      expect((await act(admin, method, path, body)).ok, `${method} ${path}`).toBe(true);
    }
    const { data } = await jsonOf(act(admin, "GET", `/users/${id}/audit-events?limit=9`));
    const seen = data.map((event: Record<string, unknown>) => [
      event.type,
      event.actor,
      event.actor_id,
      event.details,
    ]);
    const by = ["admin", admin.user.id];
    expect(seen).toEqual([
      ["audit_events_looked_up", ...by, {}],
      ["audit_events_looked_up", ...by, {}],
      ["role_changed", ...by, { role: "support", before: "user" }],
      ["sessions_ended", ...by, { count: "1" }],
      ["wallet_unfrozen", ...by, { reason: "resolved" }],
      ["wallet_frozen", ...by, { reason: "suspected_fraud" }],
      ["wallets_looked_up", ...by, {}],
      ["user_looked_up", ...by, {}],
      ["user_looked_up", ...by, {}],
    ]);
  });

  it("lists an operator's actions page by page, also after their role was revoked", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const [one, two] = [await registerPerson(), await registerPerson()];
    await act(support, "GET", `/users/${one.user.id}`);
    await act(support, "GET", `/users/${two.user.id}/wallets`);
    await giveRole(support.user.id, "user");
    const path = `/operators/${support.user.id}/audit-events?limit=1`;
    const first = await jsonOf(act(admin, "GET", path));
    const second = await jsonOf(act(admin, "GET", `${path}&cursor=${first.next_cursor}`));
    expect([...first.data, ...second.data]).toMatchObject([
      { type: "wallets_looked_up", user_id: two.user.id, actor_id: support.user.id },
      { type: "user_looked_up", user_id: one.user.id, actor_id: support.user.id },
    ]);
    expect(second.next_cursor).toBeNull();
    await expectProblem(
      act(admin, "GET", `/operators/${UNKNOWN_USER}/audit-events`),
      404,
      "user_not_found",
    );
  });

  it("shows the user what was done, but neither the operator nor the reason", async () => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    await act(admin, "PUT", `/wallets/${person.wallet.id}/freeze`, { reason: "legal_order" });
    const page = JSON.stringify(await read(person, "/v1/users/me/audit-events"));
    expect(page).toContain("wallet_frozen");
    expect(page).not.toContain("legal_order");
    expect(page).not.toContain(admin.user.id);
    expect(page).not.toContain(idOf("usr", admin.user.id));
  });

  it("is read page by page, newest first, and refuses a cursor of another list", async () => {
    const person = await registerPerson();
    for (const username of ["One of them", "Two of them", "Three of them"]) {
      await api("PATCH", "/v1/users/me", { token: person.accessToken, body: { username } });
    }
    const all = (await read(person, "/v1/users/me/audit-events")).data;
    expect(all.map(({ type }: { type: string }) => type)).toEqual([
      "profile_changed",
      "profile_changed",
      "profile_changed",
      "user_logged_in",
      "user_registered",
    ]);
    const walked: unknown[] = [];
    let cursor = "";
    do {
      const page = await read(person, `/v1/users/me/audit-events?limit=2${cursor}`);
      expect(page.data.length).toBeLessThanOrEqual(2);
      walked.push(...page.data);
      cursor = page.next_cursor && `&cursor=${page.next_cursor}`;
    } while (cursor);
    expect(walked).toEqual(all);
    const { next_cursor } = await read(person, "/v1/users/me/audit-events?limit=1");
    const misused = get(person, `/v1/transactions?cursor=${next_cursor}`);
    await expectProblem(misused, 400, "invalid_request", "/cursor");
  });
});
