import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EVENTS_PER_HOUR_MAX } from "../../src/domain/bounds.ts";
import { FREEZE_REASONS, UNFREEZE_REASONS } from "../../src/domain/freeze.ts";
import { auditEvents, idOf, query, suspend } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { messagesTo, waitForMessages } from "../messages.ts";
import { api, jsonOf, newEmail, type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { read } from "./as-person.ts";
import { detailsOf, writeEvents } from "./audit-log.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(() => vi.restoreAllMocks());

const put = (operator: Person, { user }: { user: { id: string } }, body: unknown) =>
  act(operator, "PUT", `/users/${user.id}/suspension`, body);
const suspendBy = (operator: Person, person: Person, reason = "investigation") =>
  put(operator, person, { reason });
const lift = (operator: Person, { user }: { user: { id: string } }, body: unknown = REASON) =>
  act(operator, "DELETE", `/users/${user.id}/suspension`, body);
const REASON = { reason: "mistake" };
const UNKNOWN = { user: { id: "usr_01kazv5q0vfvtrx6r2n1p3b4c5" } };

const suspensionOf = async (person: Person) => (await read(person, "/v1/users/me")).suspension;
const eventsOf = async ({ user }: Person) =>
  (await auditEvents(user.id)).filter(({ type }) => type.includes("suspen"));

describe("an operator who suspends a user", () => {
  it.each(["support", "admin"] as const)("has the role %s, and leaves events", async (role) => {
    const [operator, person] = [await registerOperator(role), await registerPerson()];
    const suspended = await jsonOf(suspendBy(operator, person, "legal_order"));
    const since = expect.any(String);
    expect(suspended.suspension).toEqual({ since, reason: "legal_order" });
    expect(await jsonOf(act(operator, "GET", `/users/${person.user.id}`))).toEqual(suspended);
    const another = await registerOperator(role);
    expect((await jsonOf(lift(another, person))).suspension).toBeNull();
    expect(await eventsOf(person)).toEqual([
      { type: "user_suspended", details: { reason: "legal_order" } },
      { type: "suspension_lifted", details: { reason: "mistake" } },
    ]);
    const { data } = await jsonOf(act(operator, "GET", `/users/${person.user.id}/audit-events`));
    expect(data).toContainEqual(
      expect.objectContaining({ type: "user_suspended", actor: role, actor_id: operator.user.id }),
    );
  });

  it("cannot suspend one who is suspended, or lift what is not there", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await expectProblem(lift(support, person), 409, "user_not_suspended");
    await suspendBy(support, person, "owner_request");
    await expectProblem(suspendBy(support, person), 409, "user_already_suspended");
    expect((await suspensionOf(person)).reason).toBe("owner_request");
    await lift(support, person);
    await expectProblem(lift(support, person), 409, "user_not_suspended");
    expect(await eventsOf(person)).toHaveLength(2);
  });

  it("lifts by DELETE, and by POST where the body of a DELETE is lost", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await suspendBy(support, person);
    const path = `/users/${person.user.id}/suspension/delete`;
    expect((await jsonOf(act(support, "POST", path, REASON))).suspension).toBeNull();
    await expectProblem(act(support, "POST", path, REASON), 409, "user_not_suspended");
    await expectProblem(act(support, "POST", path, {}), 400, "invalid_request", "/reason");
    expect(await eventsOf(person)).toHaveLength(2);
  });

  it("needs a role, a fresh second factor, and another account than their own", async () => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    await expectProblem(suspendBy(person, admin), 403, "role_required");
    await expectProblem(suspendBy(admin, admin), 403, "own_account");
    await expectProblem(lift(admin, admin), 403, "own_account");
    await ageStepUp(admin, null);
    await expectProblem(suspendBy(admin, person), 403, "step_up_required");
    expect(await suspensionOf(person)).toBeNull();
    await suspend(person.user.id);
    await expectProblem(lift(admin, person), 403, "step_up_required");
    await expectProblem(lift(person, person), 403, "role_required");
    expect(await suspensionOf(person)).not.toBeNull();
    expect(await eventsOf(person)).toEqual([]);
  });

  it("suspends an operator only as an admin", async () => {
    const [support, other] = [await registerOperator("support"), await registerOperator("support")];
    const [admin, second] = [await registerOperator("admin"), await registerOperator("admin")];
    await expectProblem(suspendBy(support, other), 403, "role_required");
    await expectProblem(suspendBy(support, admin), 403, "role_required");
    expect((await suspendBy(admin, other)).status).toBe(200);
    expect((await suspendBy(admin, second)).status).toBe(200);
    await expectProblem(lift(support, other), 403, "role_required");
    expect((await lift(admin, other)).status).toBe(200);
    expect(await eventsOf(admin)).toEqual([]);
  });

  it("finds neither an unknown nor a deleted user", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const body = { password: person.password };
    await api("DELETE", "/v1/users/me", { token: person.accessToken, body });
    await expectProblem(put(support, UNKNOWN, REASON_OF_FREEZE), 404, "user_not_found");
    await expectProblem(put(support, person, REASON_OF_FREEZE), 404, "user_not_found");
    await expectProblem(lift(support, UNKNOWN), 404, "user_not_found");
    await expectProblem(lift(support, person), 404, "user_not_found");
  });

  it.each([
    [{}, "/reason"],
    [{ reason: null }, "/reason"],
    [{ reason: "because he owes me" }, "/reason"],
    [{ reason: "investigation", until: "2030-01-01T00:00:00Z" }, "/until"],
    [{ reason: "mistake" }, "/reason"],
  ])("gives a reason from the list: %j is refused", async (body, pointer) => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await expectProblem(put(support, person, body), 400, "invalid_request", pointer);
    const unknown = { reason: "investigation" };
    await expectProblem(lift(support, person, unknown), 400, "invalid_request", "/reason");
  });

  it("changes nothing when the audit event cannot be written", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    vi.spyOn(console, "error").mockImplementation(() => {});
    const id = sql.raw(`'${idOf("usr", person.user.id)}'`);
    await query(sql`ALTER TABLE audit_events ADD CONSTRAINT no_suspension_of_this_user
      CHECK (type <> 'user_suspended' OR user_id <> ${id}) NOT VALID`);
    try {
      await expectProblem(suspendBy(support, person), 500, "internal_error");
    } finally {
      await query(sql`ALTER TABLE audit_events DROP CONSTRAINT no_suspension_of_this_user`);
    }
    expect(await suspensionOf(person)).toBeNull();
  });

  it("suspends once and lifts once when five requests arrive at the same time", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const five = async (send: () => Promise<Response>) =>
      (await Promise.all(Array.from({ length: 5 }, send))).map(({ status }) => status).sort();
    expect(await five(() => suspendBy(support, person))).toEqual([200, 409, 409, 409, 409]);
    expect(await five(() => lift(support, person))).toEqual([200, 409, 409, 409, 409]);
    expect(await eventsOf(person)).toHaveLength(2);
  });
});

const REASON_OF_FREEZE = { reason: "investigation" };

describe("a suspension by a legal order", () => {
  it("is lifted by another operator than the one who set it, also if the setter is an admin", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const person = await registerPerson();
    await suspendBy(admin, person, "legal_order");
    await expectProblem(lift(admin, person), 403, "other_operator_required");
    expect(await suspensionOf(person)).not.toBeNull();
    expect((await lift(support, person)).status).toBe(200);
  });

  it("looks at the latest suspension, and at a legal order only", async () => {
    const [one, two] = [await registerOperator("support"), await registerOperator("support")];
    const person = await registerPerson();
    await suspendBy(one, person, "legal_order");
    await lift(two, person);
    await suspendBy(two, person, "legal_order");
    await expectProblem(lift(two, person), 403, "other_operator_required");
    expect((await lift(one, person)).status).toBe(200);
    for (const reason of FREEZE_REASONS.filter((listed) => listed !== "legal_order")) {
      await suspendBy(one, person, reason);
      expect((await lift(one, person, { reason: UNFREEZE_REASONS[0] })).status).toBe(200);
    }
  });
});

describe("a suspension that becomes a legal order", () => {
  it.each(FREEZE_REASONS.filter((reason) => reason !== "legal_order"))(
    "from %s, without a gap, and binds the operator who set the order",
    async (reason) => {
      const [one, two] = [await registerOperator("support"), await registerOperator("support")];
      const person = await registerPerson();
      const { since } = (await jsonOf(suspendBy(one, person, reason))).suspension;
      const { suspension } = await jsonOf(suspendBy(two, person, "legal_order"));
      expect(suspension).toEqual({ since, reason: "legal_order" });
      await expectProblem(lift(two, person), 403, "other_operator_required");
      expect((await lift(one, person)).status).toBe(200);
      expect(await eventsOf(person)).toEqual([
        { type: "user_suspended", details: { reason } },
        { type: "user_suspended", details: { reason: "legal_order" } },
        { type: "suspension_lifted", details: { reason: "mistake" } },
      ]);
    },
  );

  it("does so once, and has no other reason afterwards", async () => {
    const [one, two] = [await registerOperator("support"), await registerOperator("support")];
    const person = await registerPerson();
    await suspendBy(one, person);
    const five = Array.from({ length: 5 }, () => suspendBy(two, person, "legal_order"));
    const statuses = (await Promise.all(five)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409]);
    for (const reason of FREEZE_REASONS) {
      await expectProblem(suspendBy(one, person, reason), 409, "user_already_suspended");
    }
    expect(await eventsOf(person)).toHaveLength(2);
  });
});

describe("suspensions of one person within an hour", () => {
  const MAX = EVENTS_PER_HOUR_MAX.lift;

  it("are lifted at most six times; the person can still be suspended, and stays so", async () => {
    const [one, two] = [await registerOperator("support"), await registerOperator("admin")];
    const [person, other] = [await registerPerson(), await registerPerson()];
    await writeEvents(person, "suspension_lifted", MAX - 1);
    await suspendBy(one, person);
    expect((await lift(one, person)).status).toBe(200);
    expect((await suspendBy(one, person)).status).toBe(200);
    for (const operator of [one, two]) {
      const refused = await lift(operator, person);
      const seconds = Number(refused.headers.get("Retry-After"));
      expect(seconds).toBeGreaterThan(58 * 60);
      expect(seconds).toBeLessThanOrEqual(59 * 60);
      await expectProblem(refused, 429, "too_many_attempts");
    }
    const path = `/users/${person.user.id}/suspension/delete`;
    await expectProblem(act(two, "POST", path, REASON), 429, "too_many_attempts");
    expect((await suspensionOf(person)).reason).toBeNull();
    expect(await detailsOf(person, "suspension_lifted")).toHaveLength(MAX);
    expect((await suspendBy(two, person, "legal_order")).status).toBe(200);
    await suspendBy(one, other);
    expect((await lift(one, other)).status).toBe(200);
  });

  it("send no more notices than that when each is lifted at once", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await verify(person, "phone");
    const statuses: number[] = [];
    for (let round = 0; round < MAX + 2; round++) {
      statuses.push((await suspendBy(support, person, "owner_request")).status);
      statuses.push((await lift(support, person)).status);
    }
    const allowed = Array.from({ length: 2 * MAX }, () => 200);
    expect(statuses).toEqual([...allowed, 200, 429, 409, 429]);
    const [row] = await query(sql`SELECT count(*)::int AS messages FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)} AND kind LIKE '%suspen%'`);
    expect(row).toEqual({ messages: 2 * MAX + 1 });
  });

  it("are lifted within the bound in parallel, and again when the events are an hour old", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await writeEvents(person, "suspension_lifted", MAX, 61);
    await suspendBy(support, person);
    expect((await lift(support, person)).status).toBe(200);
    await writeEvents(person, "suspension_lifted", MAX - 2);
    await suspendBy(support, person);
    const answers = await Promise.all(Array.from({ length: 3 }, () => lift(support, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await expectProblem(lift(support, person), 409, "user_not_suspended");
    await suspendBy(support, person);
    await expectProblem(lift(support, person), 429, "too_many_attempts");
  });
});

describe("a suspended operator", () => {
  it("may not act as one from the next request on, and may again after the suspension", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const person = await registerPerson();
    await suspendBy(admin, support);
    const { id, phone } = person.user;
    const acts = [
      () => act(support, "POST", "/users/find", { phone }),
      () => act(support, "GET", `/users/${id}`),
      () => act(support, "GET", `/users/${id}/wallets`),
      () => act(support, "GET", `/users/${id}/audit-events`),
      () => act(support, "DELETE", `/users/${id}/sessions`),
      () => act(support, "PUT", `/wallets/${person.wallet.id}/freeze`, REASON_OF_FREEZE),
      () => act(support, "DELETE", `/wallets/${person.wallet.id}/freeze`, REASON),
      () => suspendBy(support, person),
      () => lift(support, support),
    ];
    for (const send of acts) await expectProblem(send(), 403, "account_suspended");
    expect((await auditEvents(id)).map(({ type }) => type)).toEqual([
      "user_registered",
      "user_logged_in",
    ]);
    expect((await read(support, "/v1/users/me")).suspension).not.toBeNull();
    await lift(admin, support);
    expect((await act(support, "GET", `/users/${id}`)).status).toBe(200);
  });

  it("who suspends another operator at the same moment is the one of the two who is left", async () => {
    for (let round = 0; round < 3; round++) {
      const [one, two] = [await registerOperator("admin"), await registerOperator("admin")];
      const answers = await Promise.all([suspendBy(one, two), suspendBy(two, one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    }
  });
});

describe("the messages about a suspension", () => {
  const kindsAt = async (address: string) =>
    (await messagesTo(address)).map(({ kind }) => kind).filter((kind) => /suspen/.test(kind));

  async function registerReachable(): Promise<Person & { email: string }> {
    const person = await registerPerson();
    await verify(person, "phone");
    const email = newEmail();
    const body = { email, current_password: person.password };
    await api("PATCH", "/v1/users/me", { token: person.accessToken, body });
    await verify(person, "email");
    return { ...person, email };
  }

  it("reach every verified contact, when it begins and when it ends", async () => {
    const [support, person] = [await registerOperator("support"), await registerReachable()];
    await suspendBy(support, person, "suspected_fraud");
    await lift(support, person);
    for (const [address, before] of [
      [person.phone, 2],
      [person.email, 1],
    ] as const) {
      const messages = (await waitForMessages(address, before + 2)).slice(before);
      expect(messages.map(({ kind }) => kind).sort()).toEqual([
        "account_suspended",
        "suspension_lifted",
      ]);
      for (const { text } of messages) expect(text).not.toMatch(/fraud|https?:/);
    }
  });

  it.each(["investigation", "legal_order"])("are not sent for %s", async (reason) => {
    const [support, other] = [await registerOperator("support"), await registerOperator("admin")];
    const person = await registerReachable();
    await suspendBy(support, person, reason);
    await lift(other, person);
    const [row] = await query(sql`SELECT count(*)::int AS messages FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)} AND kind LIKE '%suspen%'`);
    expect(row).toEqual({ messages: 0 });
    await suspendBy(support, person, "owner_request");
    await waitForMessages(person.email, 2);
    expect(await kindsAt(person.email)).toEqual(["account_suspended"]);
  });

  it("are not sent when it becomes a legal order, nor when that one ends", async () => {
    const [support, other] = [await registerOperator("support"), await registerOperator("admin")];
    const person = await registerReachable();
    await suspendBy(support, person, "suspected_fraud");
    await suspendBy(support, person, "legal_order");
    await lift(other, person);
    const rows = await query(sql`SELECT kind FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)} AND kind LIKE '%suspen%'`);
    expect(rows).toEqual([{ kind: "account_suspended" }, { kind: "account_suspended" }]);
  });

  it("do not go to a contact that is not verified", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await suspendBy(support, person, "owner_request");
    const [row] = await query(sql`SELECT count(*)::int AS messages FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(row).toEqual({ messages: 0 });
  });
});
