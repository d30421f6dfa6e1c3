import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { FREEZE_DAYS_MAX } from "../../src/domain/bounds.ts";
import { toWireId, type WalletId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import worker from "../../src/index.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { post, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(async () => {
  vi.restoreAllMocks();
  await proveLedger(connectHttp(readConfig(env)));
});

const freeze = (operator: Person, { wallet }: Person, body: object = { reason: "owner_request" }) =>
  act(operator, "PUT", `/wallets/${wallet.id}/freeze`, body);
const unfreeze = (operator: Person, { wallet }: Person) =>
  act(operator, "DELETE", `/wallets/${wallet.id}/freeze`, { reason: "owner_verified" });
const walletOf = (person: Person) => read(person, `/v1/wallets/${person.wallet.id}`);
const send = (person: Person, path: string, body: object) =>
  api("POST", path, { token: person.accessToken, body });
const inDays = (days: number, ms = 0) =>
  new Date(Date.now() + days * 86_400_000 + ms).toISOString();

/** Makes the freeze of a wallet end a millisecond ago. */
const endFreeze = ({ wallet }: Person) =>
  query(sql`UPDATE wallets SET frozen_until = now() - interval '1 millisecond'
    WHERE id = ${idOf("wal", wallet.id)}`);

async function registerFunded(): Promise<Person> {
  const person = await registerPerson();
  await post(person, "/v1/deposits", { amount: "100.00" });
  return person;
}

describe("a freeze", () => {
  it("stops money in every direction, is visible to the owner, and allows other changes of the wallet", async () => {
    const [support, person, other] = [
      await registerOperator("support"),
      await registerFunded(),
      await registerFunded(),
    ];
    expect(await jsonOf(freeze(support, person))).toMatchObject({
      id: person.wallet.id,
      status: "frozen",
      balance: "100.00",
      freeze: { reason: "owner_request", until: null },
    });
    expect(await walletOf(person)).toMatchObject({ status: "frozen", balance: "100.00" });
    const amount = "1.00";
    for (const [path, body] of [
      ["/v1/deposits", { amount }],
      ["/v1/withdrawals", { amount }],
      ["/v1/transfers", { amount, to_phone: other.phone }],
    ] as const) {
      const problem = await expectProblem(send(person, path, body), 409, "wallet_frozen");
      expect(problem.transaction).toMatchObject({ status: "failed" });
    }
    const inward = send(other, "/v1/transfers", { amount, to_phone: person.phone });
    await expectProblem(inward, 404, "recipient_not_found");
    const label = { token: person.accessToken, body: { label: "Still mine" } };
    expect((await api("PATCH", `/v1/wallets/${person.wallet.id}`, label)).status).toBe(200);
  });

  it.each([
    ["debits", { withdrawals: 409, deposits: 201, inward: 201 }],
    ["credits", { withdrawals: 201, deposits: 409, inward: 404 }],
  ] as const)(
    "for %s stops that direction only, and tells its owner so",
    async (scope, expected) => {
      const [support, person, other] = [
        await registerOperator("support"),
        await registerFunded(),
        await registerFunded(),
      ];
      expect(
        await jsonOf(freeze(support, person, { reason: "investigation", scope })),
      ).toMatchObject({
        status: "frozen",
        freeze_scope: scope,
        freeze: { reason: "investigation", scope },
      });
      expect(await walletOf(person)).toMatchObject({ status: "frozen", freeze_scope: scope });
      const event = { type: "wallet_frozen", details: { reason: "investigation", scope } };
      expect((await auditEvents(person.user.id)).at(-1)).toEqual(event);
      const amount = "1.00";
      const statusOf = async (sender: Person, path: string, body: object = {}) =>
        (await send(sender, path, { amount, ...body })).status;
      expect({
        withdrawals: await statusOf(person, "/v1/withdrawals"),
        deposits: await statusOf(person, "/v1/deposits"),
        inward: await statusOf(other, "/v1/transfers", { to_phone: person.phone }),
      }).toEqual(expected);
      const outward = expected.withdrawals;
      const byPhone = { to_phone: other.phone };
      expect(await statusOf(person, "/v1/transfers", byPhone)).toBe(outward);
      const own = await jsonOf(send(person, "/v1/wallets", { currency: "YEM" }));
      expect(await statusOf(person, "/v1/transfers", { to_wallet_id: own.id })).toBe(outward);
      await send(person, "/v1/deposits", { amount: "5.00", wallet_id: own.id });
      const home = { from_wallet_id: own.id, to_wallet_id: person.wallet.id };
      expect(await statusOf(person, "/v1/transfers", home)).toBe(expected.deposits);
      expect((await unfreeze(support, person)).status).toBe(200);
      expect(await walletOf(person)).toMatchObject({ status: "active", freeze_scope: null });
    },
  );

  it("refuses another scope than the three", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    for (const scope of ["none", "debit", "BOTH", null, ["debits"]]) {
      const body = { reason: "investigation", scope };
      await expectProblem(freeze(support, person, body), 400, "invalid_request", "/scope");
    }
    expect(await walletOf(person)).toMatchObject({ status: "active" });
  });

  it("of an earlier release has no scope, and stops both; its Worker can lift any", async () => {
    const person = await registerFunded();
    const change = (values: ReturnType<typeof sql>) =>
      query(sql`UPDATE wallets SET ${values} WHERE id = ${idOf("wal", person.wallet.id)}`);
    await change(sql`status = 'frozen', freeze_reason = 'investigation'`);
    expect(await walletOf(person)).toMatchObject({ status: "frozen", freeze_scope: "both" });
    await expectProblem(send(person, "/v1/withdrawals", { amount: "1.00" }), 409, "wallet_frozen");
    await expectProblem(send(person, "/v1/deposits", { amount: "1.00" }), 409, "wallet_frozen");
    await change(sql`freeze_scope = 'debits'`);
    await change(sql`status = 'active', freeze_reason = NULL`);
    const [row] = await query(sql`SELECT freeze_scope FROM wallets
      WHERE id = ${idOf("wal", person.wallet.id)}`);
    expect(row).toEqual({ freeze_scope: null });
  });

  it("is lifted by an operator, and money moves again", async () => {
    const [support, person] = [await registerOperator("support"), await registerFunded()];
    await freeze(support, person);
    expect(await jsonOf(unfreeze(support, person))).toMatchObject({
      status: "active",
      freeze: null,
    });
    expect((await send(person, "/v1/withdrawals", { amount: "1.00" })).status).toBe(201);
    await expectProblem(unfreeze(support, person), 409, "wallet_not_frozen");
  });

  it("that has ended has no effect, even before the nightly job runs", async () => {
    const [support, person, other] = [
      await registerOperator("support"),
      await registerFunded(),
      await registerFunded(),
    ];
    await freeze(support, person, { reason: "investigation", until: inDays(1) });
    await endFreeze(person);
    expect(await walletOf(person)).toMatchObject({ status: "active" });
    const { data } = await jsonOf(act(support, "GET", `/users/${person.user.id}/wallets`));
    expect(data).toMatchObject([{ status: "active", freeze: null }]);
    expect((await send(person, "/v1/withdrawals", { amount: "1.00" })).status).toBe(201);
    const inward = { amount: "1.00", to_phone: person.phone };
    expect((await send(other, "/v1/transfers", inward)).status).toBe(201);
    await expectProblem(unfreeze(support, person), 409, "wallet_not_frozen");
    expect((await freeze(support, person)).status).toBe(200);
    await expectProblem(send(person, "/v1/withdrawals", { amount: "1.00" }), 409, "wallet_frozen");
  });

  it("that has ended does not prevent the deletion of the account", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(support, person, { reason: "investigation", until: inDays(1) });
    const end = () =>
      api("DELETE", "/v1/users/me", {
        token: person.accessToken,
        body: { password: person.password },
      });
    await expectProblem(end(), 409, "wallet_frozen");
    await endFreeze(person);
    expect((await end()).status).toBe(204);
    await expectProblem(freeze(support, person), 409, "wallet_closed");
  });

  it("that has ended is cleared by the nightly job, and the owner's audit log shows it", async () => {
    const [support, person, other] = [
      await registerOperator("support"),
      await registerFunded(),
      await registerFunded(),
    ];
    await freeze(support, person, { reason: "investigation", until: inDays(1) });
    await freeze(support, other, { reason: "investigation", until: inDays(1) });
    await endFreeze(person);
    await worker.scheduled(createScheduledController({ cron: "17 3 * * *" }), env);
    const rows = await query(sql`SELECT status, freeze_reason, frozen_until FROM wallets
      WHERE id = ${idOf("wal", person.wallet.id)}`);
    expect(rows).toEqual([{ status: "active", freeze_reason: null, frozen_until: null }]);
    expect((await auditEvents(person.user.id)).at(-1)?.type).toBe("freeze_expired");
    const [newest] = (await read(person, "/v1/users/me/audit-events?limit=1")).data;
    expect(newest).toMatchObject({ actor: "service", wallet_id: person.wallet.id });
    expect(await walletOf(other)).toMatchObject({ status: "frozen" });
  });

  it(`must end in the future, within ${FREEZE_DAYS_MAX} days`, async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const until = (moment: string) =>
      freeze(support, person, { reason: "investigation", until: moment });
    const late = until(inDays(FREEZE_DAYS_MAX, 60_000));
    await expectProblem(late, 400, "invalid_request", "/until");
    await expectProblem(until(inDays(0)), 400, "invalid_request", "/until");
    await expectProblem(until("tomorrow"), 400, "invalid_request", "/until");
    const edge = inDays(FREEZE_DAYS_MAX, -1);
    expect((await jsonOf(until(edge))).freeze.until).toBe(edge);
  });

  it("ends at any time that RFC 3339 can write", async () => {
    const support = await registerOperator("support");
    const reason = "investigation";
    const until = async (moment: string) =>
      freeze(support, await registerPerson(), { reason, until: moment });
    const soon = inDays(1);
    for (const other of ["2026-02-30T00:00:00Z", soon.replace("T", " "), soon.slice(0, -1)]) {
      await expectProblem(until(other), 400, "invalid_request", "/until");
    }
    expect((await jsonOf(until(soon.toLowerCase()))).freeze.until).toBe(soon);
    const leap = `${soon.slice(0, 10)}T23:59:60Z`;
    const next = `${inDays(2).slice(0, 10)}T00:00:00.000Z`;
    expect((await jsonOf(until(leap))).freeze.until).toBe(next);
  });

  it("needs a reason from the list, and a wallet of another user that is not frozen", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await expectProblem(freeze(support, person, {}), 400, "invalid_request", "/reason");
    const free = freeze(support, person, { reason: "because he owes me" });
    await expectProblem(free, 400, "invalid_request", "/reason");
    const admin = await registerOperator("admin");
    await expectProblem(freeze(admin, admin), 403, "own_account");
    await expectProblem(freeze(support, support), 403, "role_required");
    const [{ id }] = (await query<{ id: string }>(
      sql`SELECT id FROM wallets WHERE system_purpose = 'cash_in' AND currency = 'YEM'`,
    )) as [{ id: string }];
    const system = { ...person, wallet: { ...person.wallet, id: toWireId("wal", id as WalletId) } };
    await expectProblem(freeze(support, system), 404, "wallet_not_found");
    await freeze(support, person);
    await expectProblem(freeze(support, person), 409, "wallet_frozen");
  });

  it("cannot be lifted by an operator from their own wallet", async () => {
    const [support, admin] = [await registerOperator("support"), await registerOperator("admin")];
    const second = await registerOperator("admin");
    await freeze(admin, support);
    await expectProblem(unfreeze(support, support), 403, "role_required");
    expect(await walletOf(support)).toMatchObject({ status: "frozen" });
    await freeze(admin, second);
    await expectProblem(unfreeze(second, second), 403, "own_account");
    expect(await walletOf(second)).toMatchObject({ status: "frozen" });
  });

  it("does not happen when its audit event cannot be written", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    vi.spyOn(console, "error").mockImplementation(() => {});
    const id = sql.raw(`'${idOf("wal", person.wallet.id)}'`);
    await query(sql`ALTER TABLE audit_events ADD CONSTRAINT no_event_of_this_wallet
      CHECK (wallet_id <> ${id}) NOT VALID`);
    try {
      await expectProblem(freeze(support, person), 500, "internal_error");
    } finally {
      await query(sql`ALTER TABLE audit_events DROP CONSTRAINT no_event_of_this_wallet`);
    }
    expect(await walletOf(person)).toMatchObject({ status: "active" });
    expect((await freeze(support, person)).status).toBe(200);
  });

  it("is set once when ten requests arrive at the same time", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => freeze(support, person)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    const events = (await auditEvents(person.user.id)).filter(
      ({ type }) => type === "wallet_frozen",
    );
    expect(events).toHaveLength(1);
  });

  it("that races the closing of a wallet never reopens it", async () => {
    const support = await registerOperator("support");
    for (let round = 0; round < 5; round++) {
      const person = await registerPerson();
      const body = { password: person.password };
      const end = api("DELETE", "/v1/users/me", { token: person.accessToken, body });
      const [closing, freezing] = await Promise.all([end, freeze(support, person)]);
      const [row] = await query(sql`SELECT status FROM wallets
        WHERE id = ${idOf("wal", person.wallet.id)}`);
      const isClosed = closing.status === 204;
      expect([isClosed, freezing.status, row?.status]).toEqual(
        isClosed ? [true, 409, "closed"] : [false, 200, "frozen"],
      );
    }
  });

  it("refuses every payment that is requested after the freeze was answered, also under load", async () => {
    const [support, person] = [await registerOperator("support"), await registerFunded()];
    const spend = () => send(person, "/v1/withdrawals", { amount: "1.00" });
    const before = Array.from({ length: 10 }, spend);
    expect((await freeze(support, person)).status).toBe(200);
    const after = await Promise.all(Array.from({ length: 5 }, spend));
    expect(after.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409]);
    const early = (await Promise.all(before)).filter(({ status }) => status === 201).length;
    expect(await walletOf(person)).toMatchObject({ balance: `${100 - early}.00` });
  });
});
