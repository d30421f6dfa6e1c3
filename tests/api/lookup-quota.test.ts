import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LOOKUPS_PER_DAY } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { countersOf } from "../../src/services/identity/throttle/attempt-counters.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { api, jsonOf, newPhone, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf } from "../services.ts";
import { post } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(() => vi.restoreAllMocks());

const keyOf = (operator: Person) => {
  const { userId } = callerOf(operator);
  const source = { by: "person", name: userId } as const;
  const attempt = { kind: "operator_lookup", subject: userId, source } as const;
  return sql`decode(${countersOf({ config: readConfig(env) }, attempt)[0].key}, 'hex')`;
};

const used = async (operator: Person): Promise<number> => {
  const [row] = await query<{ tries: number }>(
    sql`SELECT tries FROM throttle_counters WHERE key = ${keyOf(operator)}`,
  );
  return row?.tries ?? 0;
};

/** Makes this many look-ups of the operator count as made. */
async function useUp(operator: Person, count: number): Promise<void> {
  await query(sql`INSERT INTO throttle_counters (key, tries, counted_at)
    VALUES (${keyOf(operator)}, ${count}, now())
    ON CONFLICT (key) DO UPDATE SET tries = excluded.tries, counted_at = now()`);
}

type Request = readonly [method: string, path: string, body?: unknown];

/** Every route by which an operator reads. */
const lookupsOf = ({ user, phone }: Person, transactionId: string): readonly Request[] => [
  ["POST", "/users/find", { phone }],
  ["GET", `/users/${user.id}`],
  ["GET", `/users/${user.id}/wallets`],
  ["GET", `/users/${user.id}/audit-events`],
  ["GET", "/operators"],
  ["GET", `/operators/${user.id}/audit-events`],
  ["GET", "/role-proposals"],
  ["GET", `/users/${user.id}/transactions`],
  ["GET", `/transactions/${transactionId}`],
  ["GET", `/users/${user.id}/limits`],
  ["GET", `/users/${user.id}/sessions`],
  ["GET", `/users/${user.id}/factors`],
  ["GET", "/rates/history?base_currency=EUR&counter_currency=USD"],
  ["GET", "/deposits"],
  ["GET", "/withdrawals"],
  ["GET", "/holds?state=lapsed"],
];

describe("an operator's look-ups", () => {
  it(`are at most ${LOOKUPS_PER_DAY} in a day, and after that one for each equal part of it`, async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const look = () => act(support, "GET", `/users/${person.user.id}`);
    await useUp(support, LOOKUPS_PER_DAY - 1);
    expect((await look()).status).toBe(200);
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const before = await auditEvents(person.user.id);
    const answer = await look();
    const part = 86_400 / LOOKUPS_PER_DAY;
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(part - 60);
    expect(Number(answer.headers.get("Retry-After"))).toBeLessThanOrEqual(part);
    await expectProblem(answer, 429, "too_many_attempts");
    expect(await auditEvents(person.user.id)).toEqual(before);
    const lines = warned.mock.calls.map(([line]) => JSON.parse(String(line)));
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: "lookups_used_up",
        operator: idOf("usr", support.user.id),
        act: "user_looked_up",
      }),
    );
    await query(sql`UPDATE throttle_counters SET admits_at = now(),
      counted_at = now() - make_interval(secs => ${part}::float8) WHERE key = ${keyOf(support)}`);
    expect((await look()).status).toBe(200);
    await expectProblem(look(), 429, "too_many_attempts");
  });

  it("are counted together over all routes, and all are refused after the last", async () => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    const { id } = await post(person, "/v1/deposits", { amount: "1.00" });
    const requests = lookupsOf(person, id);
    for (const [method, path, body] of requests) {
      expect((await act(admin, method, path, body)).status, path).toBe(200);
    }
    expect(await used(admin)).toBe(requests.length);
    await useUp(admin, LOOKUPS_PER_DAY - 1);
    expect((await act(admin, "GET", "/operators")).status).toBe(200);
    const before = await auditEvents(person.user.id);
    for (const [method, path, body] of requests) {
      await expectProblem(act(admin, method, path, body), 429, "too_many_attempts");
    }
    const unknown = act(admin, "POST", "/users/find", { phone: newPhone() });
    await expectProblem(unknown, 429, "too_many_attempts");
    expect(await auditEvents(person.user.id)).toEqual(before);
  });

  it("count each page of a list, and what finds nobody or is refused because of a role", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const path = `/users/${person.user.id}/audit-events?limit=1`;
    const { next_cursor } = await jsonOf(act(support, "GET", path));
    await act(support, "GET", `${path}&cursor=${next_cursor}`);
    expect(await used(support)).toBe(2);
    const nobody = act(support, "POST", "/users/find", { phone: newPhone() });
    await expectProblem(nobody, 404, "user_not_found");
    expect(await used(support)).toBe(3);
    const admin = await registerOperator("admin");
    await expectProblem(act(support, "GET", `/users/${admin.user.id}`), 403, "role_required");
    expect(await used(support)).toBe(4);
  });

  it("that the caller may not make, or that are not valid, use nothing up", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await expectProblem(act(person, "GET", `/users/${support.user.id}`), 403, "role_required");
    await expectProblem(act(support, "GET", "/operators"), 403, "role_required");
    await expectProblem(act(support, "GET", "/users/usr_1"), 400, "invalid_request");
    await ageStepUp(support, null);
    await expectProblem(act(support, "GET", `/users/${person.user.id}`), 403, "step_up_required");
    await api("POST", "/v1/auth/logout", { token: support.accessToken });
    await expectProblem(act(support, "GET", `/users/${person.user.id}`), 401, "session_ended");
    expect([await used(support), await used(person)]).toEqual([0, 0]);
  });

  it("do not exceed the quota when many arrive at the same time", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await useUp(support, LOOKUPS_PER_DAY - 3);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => act(support, "GET", `/users/${person.user.id}`)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(3).fill(200), ...Array(7).fill(429)]);
  });

  it("are each operator's own, and leave their changes possible", async () => {
    const [one, two] = [await registerOperator("support"), await registerOperator("support")];
    const person = await registerPerson();
    await useUp(one, LOOKUPS_PER_DAY - 1);
    await act(one, "GET", `/users/${person.user.id}`);
    await expectProblem(act(one, "GET", `/users/${person.user.id}`), 429, "too_many_attempts");
    expect((await act(two, "GET", `/users/${person.user.id}`)).status).toBe(200);
    const freeze = `/wallets/${person.wallet.id}/freeze`;
    expect((await act(one, "PUT", freeze, { reason: "suspected_takeover" })).status).toBe(200);
    expect((await act(one, "DELETE", `/users/${person.user.id}/sessions`)).status).toBe(204);
  });
});
