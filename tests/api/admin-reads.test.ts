import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents } from "../database.ts";
import { enrolTotp } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { jsonOf, logIn, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { idsOf, post, read } from "./as-person.ts";
import { send } from "./hold-acts.ts";
import { act, registerOperator } from "./operator.ts";

let support: Person;
let admin: Person;
beforeAll(async () => {
  [support, admin] = [await registerOperator("support"), await registerOperator("admin")];
});

/** What support reads of a path. */
const look = (path: string) => jsonOf(act(support, "GET", path));
const acts = async ({ user }: Person, type: string) =>
  (await auditEvents(user.id)).filter((event) => event.type === type).length;

/** Amina has paid Bilal 30 of her 100 rials, and could not pay 1,000 more. */
async function paying() {
  const [amina, bilal] = [await registerPerson("Amina Saleh"), await registerPerson("Bilal")];
  await post(amina, "/v1/deposits", { amount: "100.00" });
  const transfer = { amount: "30.00", to_wallet_id: bilal.wallet.id, note: "rent of May" };
  const { id } = await post(amina, "/v1/transfers", transfer);
  const refused = await send(amina, "/v1/transfers", { ...transfer, amount: "1000.00" });
  expect(refused.status).toBe(422);
  return { amina, bilal, id };
}

/** A person's own list as operators read it: without the names of the other people. */
async function ownList(person: Person, filter = "") {
  const { data, next_cursor } = await read(person, `/v1/transactions${filter}`);
  const withoutName = ({ counterparty: _, ...rest }: { counterparty: unknown }) => rest;
  return { data: data.map(withoutName), next_cursor };
}

describe("GET /v1/admin/users/{id}/transactions", () => {
  it("shows what the user sees, refusals too, with the legs on their wallets alone", async () => {
    const { amina, bilal } = await paying();
    for (const person of [amina, bilal]) {
      const own = await ownList(person);
      expect(await look(`/users/${person.user.id}/transactions`)).toEqual(own);
      expect(await acts(person, "transactions_looked_up")).toBe(1);
    }
    const { data } = await look(`/users/${amina.user.id}/transactions`);
    expect(data.map((one: { failure_code: string | null }) => one.failure_code)).toEqual([
      "insufficient_funds",
      null,
      null,
    ]);
    await proveLedger(connectHttp(readConfig(env)));
  });

  it("has the filters of the user's own list", async () => {
    const { amina, bilal, id } = await paying();
    const { posted_at: until } = await read(amina, `/v1/transactions/${id}`);
    for (const filter of [
      "status=failed",
      "direction=received",
      "q=MAY&type=TRANSFER",
      `wallet_id=${amina.wallet.id}&currency=YEM`,
      `to=${until}`,
      `from=${until}`,
    ]) {
      const own = await ownList(amina, `?${filter}`);
      expect(own.data.length, filter).toBeGreaterThan(0);
      expect(await look(`/users/${amina.user.id}/transactions?${filter}`), filter).toEqual(own);
    }
    const others = `/users/${amina.user.id}/transactions?wallet_id=${bilal.wallet.id}`;
    await expectProblem(act(support, "GET", others), 404, "wallet_not_found");
  });

  it("is read page by page, and a cursor is good for one user and one operator", async () => {
    const { amina, bilal } = await paying();
    const path = `/users/${amina.user.id}/transactions?limit=2`;
    const first = await look(path);
    const second = await look(`${path}&cursor=${first.next_cursor}`);
    const all = await ownList(amina);
    expect([...first.data, ...second.data]).toEqual(all.data);
    expect(second.next_cursor).toBeNull();
    const cursor = `&cursor=${first.next_cursor}`;
    const ofBilal = `/users/${bilal.user.id}/transactions?limit=2${cursor}`;
    const misuses = [
      act(support, "GET", ofBilal),
      act(admin, "GET", path + cursor),
      act(support, "GET", `${path}&q=x${cursor}`),
    ];
    for (const misuse of misuses) await expectProblem(misuse, 400, "invalid_request", "/cursor");
  });

  it("is refused for a user who is not there", async () => {
    const nobody = "/users/usr_01kazv5q0vfvtrx6r2n1p3b4c5";
    for (const list of ["transactions", "limits", "sessions", "factors"]) {
      await expectProblem(act(support, "GET", `${nobody}/${list}`), 404, "user_not_found");
    }
  });
});

describe("GET /v1/admin/transactions/{id}", () => {
  it("shows the legs of all users, who they are, and what was given back", async () => {
    const { amina, bilal, id } = await paying();
    const refund = await post(bilal, `/v1/transactions/${id}/refunds`, { amount: "10.00" });
    const { legs: paid, counterparty: _, ...seen } = await read(amina, `/v1/transactions/${id}`);
    const { legs: got } = await read(bilal, `/v1/transactions/${id}`);
    expect(await look(`/transactions/${id}`)).toEqual({
      ...seen,
      legs: [...paid, ...got],
      actor_id: amina.user.id,
      parties: [
        { wallet_id: amina.wallet.id, user_id: amina.user.id },
        { wallet_id: bilal.wallet.id, user_id: bilal.user.id },
      ],
    });
    expect(seen.refunds).toMatchObject({ refunded: "10.00", transaction_ids: [refund.id] });
    const events = [amina, bilal].map((person) => acts(person, "transactions_looked_up"));
    expect(await Promise.all(events)).toEqual([1, 1]);
  });

  it("is one event for a user with both wallets, and shows a refusal without legs", async () => {
    const { amina } = await paying();
    const { id: savings } = await post(amina, "/v1/wallets", { currency: "YEM" });
    const own = { amount: "5.00", to_wallet_id: savings };
    const { id } = await post(amina, "/v1/transfers", own);
    expect((await look(`/transactions/${id}`)).legs).toHaveLength(2);
    expect(await acts(amina, "transactions_looked_up")).toBe(1);
    const [failed] = (await read(amina, "/v1/transactions?status=failed")).data;
    expect(await look(`/transactions/${failed.id}`)).toMatchObject({
      status: "failed",
      failure_code: "insufficient_funds",
      legs: [],
      refunds: null,
      parties: [{ user_id: amina.user.id }],
    });
  });

  it("is not shown to support if an operator has a wallet in it, and then leaves no event", async () => {
    const { amina } = await paying();
    const transfer = { amount: "5.00", to_wallet_id: admin.wallet.id };
    const { id } = await post(amina, "/v1/transfers", transfer);
    await expectProblem(act(support, "GET", `/transactions/${id}`), 403, "role_required");
    expect(await acts(amina, "transactions_looked_up")).toBe(0);
    const shown = await jsonOf(act(admin, "GET", `/transactions/${id}`));
    expect(shown.parties.map((party: { user_id: string }) => party.user_id)).toEqual([
      amina.user.id,
      admin.user.id,
    ]);
    expect(await acts(amina, "transactions_looked_up")).toBe(1);
  });

  it("is not found under an unknown id", async () => {
    const unknown = act(support, "GET", "/transactions/txn_01kazv5q0vfvtrx6r2n1p3b4c5");
    await expectProblem(unknown, 404, "transaction_not_found");
  });
});

describe("GET /v1/admin/users/{id}/limits", () => {
  it("shows the limits and what is used as the user sees them, and is in their audit log", async () => {
    const { amina } = await paying();
    for (const query of ["", "?currency=YEM", "?currency=USD"]) {
      const own = await read(amina, `/v1/limits${query}`);
      expect(await look(`/users/${amina.user.id}/limits${query}`)).toEqual(own);
    }
    expect(JSON.stringify(await read(amina, "/v1/limits"))).toContain('"used":"30.00"');
    expect(await acts(amina, "limits_looked_up")).toBe(3);
    expect(await acts(support, "limits_looked_up")).toBe(0);
  });
});

describe("GET /v1/admin/users/{id}/sessions", () => {
  it("shows the active sessions without tokens, and none as the operator's", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const own = await read(person, "/v1/users/me/sessions");
    const shown = await look(`/users/${person.user.id}/sessions`);
    expect(idsOf(shown.data)).toEqual(idsOf(own.data));
    expect(shown.data).toHaveLength(2);
    expect(shown.data.map((s: { is_current: boolean }) => s.is_current)).toEqual([false, false]);
    expect(JSON.stringify(shown)).not.toContain(other.refreshToken);
    expect(await acts(person, "sessions_looked_up")).toBe(1);
    await act(support, "DELETE", `/users/${person.user.id}/sessions`);
    expect(await look(`/users/${person.user.id}/sessions`)).toEqual({ data: [] });
  });
});

describe("GET /v1/admin/users/{id}/factors", () => {
  it("shows kinds, counts and times, and neither names nor ids nor secrets", async () => {
    const person = await registerPerson();
    const path = `/users/${person.user.id}/factors`;
    expect(await look(path)).toEqual({ totp: null, passkeys: [], recovery_codes_left: 0 });
    await enrolTotp(person);
    await addPasskey(person);
    const { totp, passkeys, recovery_codes_left } = await read(person, "/v1/factors");
    expect(passkeys).toHaveLength(1);
    expect(await look(path)).toEqual({
      totp,
      passkeys: passkeys.map(({ created_at, last_used_at }: Record<string, string>) => ({
        created_at,
        last_used_at,
      })),
      recovery_codes_left,
    });
    expect(await acts(person, "factors_looked_up")).toBe(2);
  });
});
