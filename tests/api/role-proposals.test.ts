import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ROLE_PROPOSAL_HOURS } from "../../src/domain/bounds.ts";
import type { Role } from "../../src/domain/user.ts";
import { auditEvents, giveRole, idOf, query } from "../database.ts";
import { enrolTotp, logInWith } from "../factors.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { get, read } from "./as-person.ts";
import { act, registerOnlyAdmin, registerOperator } from "./operator.ts";

const give = (admin: Person, { user }: Person, role: Role) =>
  act(admin, "PUT", `/users/${user.id}/role`, { role });
const decide = (admin: Person, id: string, decision: "approve" | "reject") =>
  act(admin, "POST", `/role-proposals/${id}/${decision}`);
const propose = async (admin: Person, person: Person, role: Role = "support") => {
  const answer = await give(admin, person, role);
  expect(answer.status).toBe(202);
  return jsonOf(answer);
};
/** Suspends a person, and returns what lifts the suspension. */
const suspendThen = async (person: Person) => {
  await suspend(person);
  return () =>
    query(sql`UPDATE users SET suspended_at = NULL, suspension_reason = NULL
      WHERE id = ${idOf("usr", person.user.id)}`);
};
const roleOf = async ({ user }: Person) => {
  const [row] = await query(sql`SELECT role FROM users WHERE id = ${idOf("usr", user.id)}`);
  return row?.role;
};
const statusesOf = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

async function registerCandidate(role: Role = "user"): Promise<Person> {
  const person = await registerPerson("The candidate");
  await enrolTotp(person);
  await giveRole(person.user.id, role);
  return person;
}

/** Exactly two admins, and a person with a second factor. */
async function cast(): Promise<{ one: Person; two: Person; person: Person }> {
  const one = await registerOnlyAdmin();
  return { one, two: await registerOperator("admin"), person: await registerCandidate() };
}

/** The open proposals for a person, over all pages. */
async function openFor(admin: Person, { user }: Person, limit = 200): Promise<{ id: string }[]> {
  const listed: { id: string; user_id: string }[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const path: string = `/role-proposals?limit=${limit}${cursor && `&cursor=${cursor}`}`;
    const { data, next_cursor } = await jsonOf(act(admin, "GET", path));
    listed.push(...data);
    cursor = next_cursor;
  }
  return listed.filter(({ user_id }) => user_id === user.id);
}

describe("a role that an admin gives while there is a second admin", () => {
  it("is only proposed, and changes nothing until the second admin approves it", async () => {
    const { one, two } = await cast();
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const proposal = await propose(one, person);
    expect(proposal).toEqual({
      id: expect.stringMatching(/^rlp_/),
      user_id: person.user.id,
      role: "support",
      proposed_by: one.user.id,
      created_at: expect.any(String),
      expires_at: expect.any(String),
    });
    const lifetime = Date.parse(proposal.expires_at) - Date.parse(proposal.created_at);
    expect(lifetime).toBe(ROLE_PROPOSAL_HOURS * 3_600_000);
    expect(await roleOf(person)).toBe("user");
    expect((await get(person, "/v1/users/me")).status).toBe(200);
    expect(await openFor(two, person)).toEqual([proposal]);
    expect(await jsonOf(decide(two, proposal.id, "approve"))).toMatchObject({
      id: person.user.id,
      role: "support",
    });
    await expectProblem(get(person, "/v1/users/me"), 401, "session_ended");
    expect(await openFor(one, person)).toEqual([]);
    const other = await registerPerson();
    const support = await logInWith(person, app);
    expect((await act(support, "GET", `/users/${other.user.id}`)).status).toBe(200);
  });

  it("has both admins in the audit log, and the person sees neither", async () => {
    const { one, two } = await cast();
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const { id } = await propose(one, person);
    await decide(two, id, "approve");
    const { data } = await jsonOf(act(one, "GET", `/users/${person.user.id}/audit-events?limit=3`));
    const proposed_by = one.user.id;
    expect(data.slice(1)).toMatchObject([
      {
        type: "role_changed",
        actor_id: two.user.id,
        details: { role: "support", before: "user", proposed_by },
      },
      {
        type: "role_proposed",
        actor_id: one.user.id,
        details: { role: "support", before: "user" },
      },
    ]);
    const seen = JSON.stringify(
      await read(await logInWith(person, app), "/v1/users/me/audit-events"),
    );
    expect(seen).toContain("role_proposed");
    for (const { user } of [one, two]) {
      expect(seen).not.toContain(user.id);
      expect(seen).not.toContain(idOf("usr", user.id));
    }
  });

  it.each([
    ["user", "support", 202],
    ["user", "admin", 202],
    ["support", "admin", 202],
    ["support", "support", 200],
    ["support", "user", 200],
    ["admin", "support", 200],
    ["admin", "user", 200],
  ] as const)("from %s to %s is answered by %i", async (before, role, status) => {
    const { one } = await cast();
    const person = await registerCandidate(before);
    expect((await give(one, person, role)).status).toBe(status);
    expect(await roleOf(person)).toBe(status === 200 ? role : before);
  });

  it("is refused at once when the rules for a role do not hold", async () => {
    const { one, two } = await cast();
    const bare = await registerPerson();
    await expectProblem(give(one, bare, "support"), 409, "role_needs_factor");
    await expectProblem(give(two, two, "admin"), 403, "own_account");
    const nobody = { ...bare, user: { ...bare.user, id: "usr_01kazv5q0vfvtrx6r2n1p3b4c5" } };
    await expectProblem(give(one, nobody, "support"), 404, "user_not_found");
    expect(await openFor(one, bare)).toEqual([]);
    expect((await auditEvents(bare.user.id)).map(({ type }) => type)).not.toContain(
      "role_proposed",
    );
  });

  it("is given at once by the only admin; a suspended admin counts, a deleted one does not", async () => {
    const { one, two, person } = await cast();
    await propose(one, person);
    const lift = await suspendThen(two);
    await propose(one, person);
    expect((await give(one, person, "admin")).status).toBe(202);
    expect(await roleOf(person)).toBe("user");
    await lift();
    const { accessToken: token, password } = two;
    expect((await api("DELETE", "/v1/users/me", { token, body: { password } })).status).toBe(204);
    expect((await give(one, person, "admin")).status).toBe(200);
    expect(await roleOf(person)).toBe("admin");
  });
});

describe("a role proposal", () => {
  it("is approved neither by its proposer, nor by support, nor by the person concerned", async () => {
    const { one, person } = await cast();
    const { id } = await propose(one, person, "admin");
    await expectProblem(decide(one, id, "approve"), 403, "other_operator_required");
    const support = await registerOperator("support");
    for (const who of [support, person]) {
      await expectProblem(decide(who, id, "approve"), 403, "role_required");
      await expectProblem(decide(who, id, "reject"), 403, "role_required");
      await expectProblem(act(who, "GET", "/role-proposals"), 403, "role_required");
    }
    expect(await roleOf(person)).toBe("user");
    const concerned = await registerOperator("admin");
    await query(sql`UPDATE role_proposals SET user_id = ${idOf("usr", concerned.user.id)}
      WHERE id = ${idOf("rlp", id)}`);
    await expectProblem(decide(concerned, id, "approve"), 403, "own_account");
  });

  it("is replaced by a newer one for the same person; the same request again changes nothing", async () => {
    const { one, two, person } = await cast();
    const first = await propose(one, person);
    expect(await propose(one, person)).toEqual(first);
    const events = async () =>
      (await auditEvents(person.user.id)).filter(({ type }) => type === "role_proposed").length;
    expect(await events()).toBe(1);
    const second = await propose(one, person, "admin");
    const third = await propose(two, person, "admin");
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
    expect(await events()).toBe(3);
    expect(await openFor(one, person)).toEqual([third]);
    await expectProblem(decide(two, first.id, "approve"), 404, "proposal_not_found");
    await expectProblem(decide(two, second.id, "approve"), 404, "proposal_not_found");
    await expectProblem(decide(two, second.id, "reject"), 404, "proposal_not_found");
    expect((await decide(one, third.id, "approve")).status).toBe(200);
    expect(await roleOf(person)).toBe("admin");
  });

  it("cannot be approved after its time, which is the database's, and another can be made", async () => {
    const { one, two, person } = await cast();
    const { id } = await propose(one, person);
    const expire = (seconds: number) =>
      query(sql`UPDATE role_proposals SET expires_at = now() + make_interval(secs => ${seconds})
        WHERE id = ${idOf("rlp", id)}`);
    await expire(60);
    expect(await openFor(two, person)).toHaveLength(1);
    await expire(0);
    expect(await openFor(two, person)).toEqual([]);
    await expectProblem(decide(two, id, "approve"), 404, "proposal_not_found");
    await expectProblem(decide(one, id, "reject"), 404, "proposal_not_found");
    const next = await propose(one, person);
    expect(next.id).not.toBe(id);
    expect((await decide(two, next.id, "approve")).status).toBe(200);
  });

  it("is rejected by any admin and withdrawn by its proposer, and is decided once", async () => {
    const { one, two, person } = await cast();
    for (const admin of [one, two]) {
      const { id } = await propose(one, person);
      expect((await decide(admin, id, "reject")).status).toBe(204);
      await expectProblem(decide(admin, id, "reject"), 404, "proposal_not_found");
      await expectProblem(decide(two, id, "approve"), 404, "proposal_not_found");
      const { data } = await jsonOf(
        act(one, "GET", `/users/${person.user.id}/audit-events?limit=2`),
      );
      expect(data[1]).toMatchObject({
        type: "role_proposal_rejected",
        actor_id: admin.user.id,
        details: { role: "support", proposed_by: one.user.id },
      });
    }
    expect(await roleOf(person)).toBe("user");
    const { id } = await propose(one, person);
    expect((await decide(two, id, "approve")).status).toBe(200);
    await expectProblem(decide(two, id, "approve"), 404, "proposal_not_found");
    await expectProblem(decide(two, id, "reject"), 404, "proposal_not_found");
  });

  it("needs a second factor of the person when it is approved, too", async () => {
    const { one, two, person } = await cast();
    const { id } = await propose(one, person);
    const { accessToken: token } = person;
    expect((await api("DELETE", "/v1/factors/totp", { token })).status).toBe(204);
    await expectProblem(decide(two, id, "approve"), 409, "role_needs_factor");
    expect(await roleOf(person)).toBe("user");
    await enrolTotp(person);
    expect((await decide(two, id, "approve")).status).toBe(200);
  });

  it.each<[string, (people: { one: Person; two: Person; person: Person }) => Promise<unknown>]>([
    ["its proposer is no admin any more", ({ one, two }) => give(two, one, "user")],
    ["its proposer is suspended", ({ one }) => suspend(one)],
    ["its proposer deleted their account", ({ one }) => deleteAccount(one)],
    ["the person deleted their account", ({ person }) => deleteAccount(person)],
    ["the person got the role in another way", ({ person }) => giveRole(person.user.id, "admin")],
  ])("is void when %s", async (_, change) => {
    const { one, two, person } = await cast();
    const third = await registerOperator("admin");
    const { id } = await propose(one, person);
    await change({ one, two, person });
    const before = await roleOf(person);
    await expectProblem(decide(third, id, "approve"), 404, "proposal_not_found");
    await expectProblem(decide(third, id, "reject"), 404, "proposal_not_found");
    expect(await openFor(third, person)).toEqual([]);
    expect(await roleOf(person)).toBe(before);
  });

  it("ends when the person's role is changed meanwhile", async () => {
    const { one, two } = await cast();
    const person = await registerCandidate("support");
    const { id } = await propose(one, person, "admin");
    expect((await give(two, person, "user")).status).toBe(200);
    await expectProblem(decide(two, id, "approve"), 404, "proposal_not_found");
    expect(await roleOf(person)).toBe("user");
  });

  it("has an id of its own kind, and an unknown one is not found", async () => {
    const { one, person } = await cast();
    const unknown = "rlp_01kazv5q0vfvtrx6r2n1p3b4c5";
    for (const decision of ["approve", "reject"] as const) {
      await expectProblem(decide(one, unknown, decision), 404, "proposal_not_found");
      await expectProblem(decide(one, person.user.id, decision), 400, "invalid_request", "/id");
    }
  });

  it("is listed page by page, oldest first, and the reading is in the admin's audit log", async () => {
    const { one, two } = await cast();
    const people = await Promise.all([1, 2, 3].map(() => registerCandidate()));
    for (const person of people) await propose(one, person);
    const firsts: unknown[] = [];
    for (const person of people) firsts.push(...(await openFor(two, person, 1)));
    expect(firsts).toHaveLength(3);
    const { data } = await jsonOf(act(two, "GET", "/role-proposals?limit=200"));
    const ids = data.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...ids].sort());
    expect((await auditEvents(two.user.id)).at(-1)).toEqual({
      type: "operators_listed",
      details: { list: "role_proposals" },
    });
  });
});

const suspend = ({ user }: Person) =>
  query(sql`UPDATE users SET suspended_at = now(), suspension_reason = 'investigation'
    WHERE id = ${idOf("usr", user.id)}`);

async function deleteAccount({ accessToken: token, password, user }: Person) {
  await query(
    sql`UPDATE sessions SET stepped_up_at = now() WHERE user_id = ${idOf("usr", user.id)}`,
  );
  const answer = await api("DELETE", "/v1/users/me", { token, body: { password } });
  expect(answer.status).toBe(204);
}

describe("a suspended person", () => {
  it.each([
    ["user", "support"],
    ["user", "admin"],
    ["support", "admin"],
  ] as const)("gets no role, neither at once nor by a proposal: %s to %s", async (before, role) => {
    const only = await registerOnlyAdmin();
    const person = await registerCandidate(before);
    const lift = await suspendThen(person);
    await expectProblem(give(only, person, role), 409, "user_already_suspended");
    const second = await registerOperator("admin");
    await expectProblem(give(only, person, role), 409, "user_already_suspended");
    expect(await openFor(second, person)).toEqual([]);
    expect(await roleOf(person)).toBe(before);
    expect((await auditEvents(person.user.id)).map(({ type }) => type)).not.toContain(
      "role_proposed",
    );
    await lift();
    expect((await give(only, person, role)).status).toBe(202);
  });

  it.each([
    ["support", "user"],
    ["support", "support"],
    ["admin", "support"],
    ["admin", "user"],
  ] as const)("can keep or lose a role: %s to %s", async (before, role) => {
    const only = await registerOnlyAdmin();
    const person = await registerCandidate(before);
    await suspend(person);
    expect((await give(only, person, role)).status).toBe(200);
    expect(await roleOf(person)).toBe(role);
  });

  it("gets no role by a proposal that was made before, until the suspension is lifted", async () => {
    const { one, two, person } = await cast();
    const { id } = await propose(one, person);
    const lift = await suspendThen(person);
    await expectProblem(decide(two, id, "approve"), 409, "user_already_suspended");
    await expectProblem(decide(one, id, "approve"), 403, "other_operator_required");
    await expectProblem(give(one, person, "support"), 409, "user_already_suspended");
    expect(await roleOf(person)).toBe("user");
    await lift();
    expect((await decide(two, id, "approve")).status).toBe(200);
    expect(await roleOf(person)).toBe("support");
  });

  it("keeps no proposal that an admin rejects", async () => {
    const { one, two, person } = await cast();
    const { id } = await propose(one, person);
    const lift = await suspendThen(person);
    expect((await decide(two, id, "reject")).status).toBe(204);
    await lift();
    await expectProblem(decide(two, id, "approve"), 404, "proposal_not_found");
  });

  it("is never given a role after the suspension, when both arrive at the same time", async () => {
    for (let round = 0; round < 4; round++) {
      const { one, two, person } = await cast();
      const { id } = await propose(one, person);
      const body = { reason: "investigation" };
      const [approved, suspended] = await statusesOf([
        decide(two, id, "approve"),
        act(one, "PUT", `/users/${person.user.id}/suspension`, body),
      ]);
      expect(suspended).toBe(200);
      expect([approved, await roleOf(person)]).toEqual(
        approved === 200 ? [200, "support"] : [409, "user"],
      );
    }
  });
});

describe("an admin who suspends the other admin", () => {
  it("gives no role alone: the proposal waits for an active admin, and the role is given by two", async () => {
    const { one, two, person } = await cast();
    const path = `/users/${two.user.id}/suspension`;
    const suspended = act(one, "PUT", path, { reason: "investigation" });
    expect((await suspended).status).toBe(200);
    const { id } = await propose(one, person, "admin");
    await expectProblem(decide(one, id, "approve"), 403, "other_operator_required");
    await expectProblem(decide(two, id, "approve"), 403, "account_suspended");
    expect(await roleOf(person)).toBe("user");
    expect((await act(one, "DELETE", path, { reason: "mistake" })).status).toBe(200);
    expect(await openFor(two, person)).toMatchObject([{ id }]);
    expect((await decide(two, id, "approve")).status).toBe(200);
    expect(await roleOf(person)).toBe("admin");
  });
});

describe("decisions about roles that arrive at the same time", () => {
  it("approve a proposal once", async () => {
    const { one, two, person } = await cast();
    const third = await registerOperator("admin");
    const { id } = await propose(one, person);
    const approvals = [two, third, two, third].map((admin) => decide(admin, id, "approve"));
    expect((await statusesOf(approvals)).sort()).toEqual([200, 404, 404, 404]);
    const events = await auditEvents(person.user.id);
    expect(events.filter(({ type }) => type === "role_changed")).toHaveLength(1);
  });

  it("approve or reject a proposal, not both", async () => {
    for (let round = 0; round < 4; round++) {
      const { one, two, person } = await cast();
      const { id } = await propose(one, person);
      const [approved, rejected] = await statusesOf([
        decide(two, id, "approve"),
        decide(one, id, "reject"),
      ]);
      expect([approved, rejected, await roleOf(person)]).toEqual(
        approved === 200 ? [200, 404, "support"] : [404, 204, "user"],
      );
    }
  });

  it("approve a proposal only before the demotion of its proposer", async () => {
    for (let round = 0; round < 4; round++) {
      const { one, two, person } = await cast();
      const third = await registerOperator("admin");
      const { id } = await propose(one, person);
      const [approved, demoted] = await statusesOf([
        decide(two, id, "approve"),
        give(third, one, "user"),
      ]);
      expect(demoted).toBe(200);
      expect([approved, await roleOf(person)]).toEqual(
        approved === 200 ? [200, "support"] : [404, "user"],
      );
    }
  });

  it("make a proposal only before the demotion of its proposer", async () => {
    const { one, two, person } = await cast();
    const [proposed, demoted] = await statusesOf([
      give(one, person, "support"),
      give(two, one, "user"),
    ]);
    expect(demoted).toBe(200);
    expect([202, 401]).toContain(proposed);
    expect(await openFor(two, person)).toEqual([]);
    expect(await roleOf(person)).toBe("user");
  });

  it("leave one open proposal for a person", async () => {
    const { one, two, person } = await cast();
    const asked = [one, two, one, two].map((admin, i) =>
      give(admin, person, i < 2 ? "support" : "admin"),
    );
    expect(await statusesOf(asked)).toEqual([202, 202, 202, 202]);
    expect(await openFor(one, person)).toHaveLength(1);
  });

  it("give one person the role of admin at once, and propose it for the next", async () => {
    const only = await registerOnlyAdmin();
    const people = await Promise.all([1, 2, 3].map(() => registerCandidate()));
    const statuses = await statusesOf(people.map((person) => give(only, person, "admin")));
    expect(statuses.sort()).toEqual([200, 202, 202]);
    const roles = await Promise.all(people.map(roleOf));
    expect(roles.sort()).toEqual(["admin", "user", "user"]);
  });
});
