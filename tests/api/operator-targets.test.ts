import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import type { UserId, WalletId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { endUserSessions } from "../../src/services/operators/end-user-sessions.ts";
import { findUser } from "../../src/services/operators/find-user.ts";
import { freezeWallet, unfreezeWallet } from "../../src/services/operators/freeze-wallet.ts";
import type { WalletClient } from "../../src/wallet/wallet-client.ts";
import { auditEvents, giveRole, idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp } from "../factors.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { callerOf, interruptedAtLock } from "../services.ts";
import { get, read } from "./as-person.ts";
import { act, registerOnlyAdmin, registerOperator } from "./operator.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

type Request = readonly [method: string, path: string, body?: unknown];

/** Every request of support that names this person. */
const requestsAbout = ({ user, wallet, phone }: Person): readonly Request[] => [
  ["POST", "/users/find", { phone }],
  ["POST", "/users/find", { phone: phone.slice("+967".length) }],
  ["GET", `/users/${user.id}`],
  ["GET", `/users/${user.id}/wallets`],
  ["GET", `/users/${user.id}/audit-events`],
  ["GET", `/users/${user.id}/audit-events?limit=1`],
  ["PUT", `/wallets/${wallet.id}/freeze`, { reason: "owner_request" }],
  ["DELETE", `/wallets/${wallet.id}/freeze`, { reason: "mistake" }],
  ["DELETE", `/users/${user.id}/sessions`],
];

const typesOf = async ({ user }: Person) => (await auditEvents(user.id)).map(({ type }) => type);

/** Tries all requests; each is refused, and its answer has no data of the person. */
async function expectAllRefused(operator: Person, person: Person): Promise<void> {
  for (const [method, path, body] of requestsAbout(person)) {
    const answer = act(operator, method, path, body);
    const problem = await expectProblem(answer, 403, "role_required");
    const { type, title, status, code, request_id, ...rest } = problem;
    expect([type, title, status, code, typeof request_id, rest]).toEqual([
      "/docs/problems#role_required",
      expect.any(String),
      403,
      "role_required",
      "string",
      {},
    ]);
  }
}

describe("support", () => {
  it.each(["admin", "support"] as const)(
    "neither reads nor changes a person with the role %s",
    async (role) => {
      const [support, person] = [await registerOperator("support"), await registerOperator(role)];
      const before = await typesOf(person);
      const wallets = await read(person, "/v1/wallets");
      await expectAllRefused(support, person);
      expect(await typesOf(person)).toEqual(before);
      expect(await read(person, "/v1/wallets")).toEqual(wallets);
      const refused = (await auditEvents(support.user.id)).filter(
        ({ type }) => type === "role_refused",
      );
      const acts = [
        "user_looked_up",
        "wallets_looked_up",
        "audit_events_looked_up",
        "wallet_frozen",
        "wallet_unfrozen",
        "sessions_ended",
      ];
      expect(refused.map(({ details }) => details)).toEqual(acts.map((act) => ({ act })));
    },
  );

  it("neither reads nor changes itself", async () => {
    const support = await registerOperator("support");
    await expectAllRefused(support, support);
    expect((await get(support, "/v1/users/me")).status).toBe(200);
  });

  it("does not lift the freeze of an admin's wallet, also of one that is not the default", async () => {
    const [support, admin] = [await registerOperator("support"), await registerOperator("admin")];
    const second = await registerOperator("admin");
    const opened = await api("POST", "/v1/wallets", {
      token: admin.accessToken,
      body: { currency: "USD" },
    });
    const { id } = await jsonOf(opened);
    const path = `/wallets/${id}/freeze`;
    const freeze = { reason: "investigation" };
    await expectProblem(act(support, "PUT", path, freeze), 403, "role_required");
    expect((await act(second, "PUT", path, freeze)).status).toBe(200);
    const lift = act(support, "DELETE", path, { reason: "resolved" });
    await expectProblem(lift, 403, "role_required");
    expect(await read(admin, `/v1/wallets/${id}`)).toMatchObject({ status: "frozen" });
  });

  it("does not learn without a fresh second factor who has a role", async () => {
    const [support, admin] = [await registerOperator("support"), await registerOperator("admin")];
    const person = await registerPerson();
    await ageStepUp(support, null);
    for (const who of [admin, person]) {
      for (const [method, path, body] of requestsAbout(who)) {
        await expectProblem(act(support, method, path, body), 403, "step_up_required");
      }
    }
  });

  it("acts on a person again whose role was taken", async () => {
    const [support, person] = [await registerOperator("support"), await registerOperator("admin")];
    const look = () => act(support, "GET", `/users/${person.user.id}`);
    await expectProblem(look(), 403, "role_required");
    await giveRole(person.user.id, "user");
    expect((await look()).status).toBe(200);
    for (const [method, path, body] of requestsAbout(person)) {
      expect((await act(support, method, path, body)).ok, `${method} ${path}`).toBe(true);
    }
  });
});

describe("an admin", () => {
  it("acts on support and on other admins, and reads their own account", async () => {
    const admin = await registerOperator("admin");
    for (const role of ["support", "admin"] as const) {
      const person = await registerOperator(role);
      for (const [method, path, body] of requestsAbout(person)) {
        expect((await act(admin, method, path, body)).ok, `${method} ${path}`).toBe(true);
      }
    }
    for (const [method, path, body] of requestsAbout(admin)) {
      const isRead = method === "GET" || method === "POST";
      const answer = act(admin, method, path, body);
      if (isRead) expect((await answer).status).toBe(200);
      else await expectProblem(answer, 403, "own_account");
    }
  });
});

describe("a role that is given while support acts", () => {
  it("is seen: the decision is under the lock of the person's row", async () => {
    const support = await registerOperator("support");
    const caller = callerOf(support);
    const refused = { ok: false, code: "role_required" };
    for (const name of ["find", "phone", "sessions", "freeze"]) {
      const person = await registerPerson();
      const services = interruptedAtLock(() => giveRole(person.user.id, "support"));
      const id = idOf("usr", person.user.id) as UserId;
      const walletId = idOf("wal", person.wallet.id) as WalletId;
      const phone = person.phone as never;
      const answers: Record<string, () => Promise<unknown>> = {
        find: () => findUser(services, caller, id),
        phone: () => findUser(services, caller, { phone }),
        sessions: () => endUserSessions(services, caller, id),
        freeze: () =>
          freezeWallet(services, caller, walletId, {
            reason: "investigation",
            scope: "both",
            until: null,
          }),
      };
      expect(await answers[name]?.()).toEqual(refused);
      expect(await typesOf(person)).toEqual(["user_registered", "user_logged_in"]);
      expect((await get(person, "/v1/users/me")).status).toBe(200);
    }
  });

  it("is seen by the ledger, when it is given after the freeze or its end was sent there", async () => {
    const support = await registerOperator("support");
    const services = serviceContext(env, readConfig(env));
    for (const change of ["freeze", "unfreeze"]) {
      const person = await registerPerson();
      const path = `/wallets/${person.wallet.id}/freeze`;
      if (change === "unfreeze") await act(support, "PUT", path, { reason: "investigation" });
      const wallets: WalletClient = {
        ...services.wallets,
        submit: async (...command) => {
          await giveRole(person.user.id, "support");
          return services.wallets.submit(...command);
        },
      };
      const late = { ...services, wallets };
      const walletId = idOf("wal", person.wallet.id) as WalletId;
      const before = await read(person, `/v1/wallets/${person.wallet.id}`);
      const answer =
        change === "freeze"
          ? freezeWallet(late, callerOf(support), walletId, {
              reason: "investigation",
              scope: "both",
              until: null,
            })
          : unfreezeWallet(late, callerOf(support), walletId, { reason: "mistake" });
      expect(await answer).toEqual({ ok: false, code: "role_required" });
      expect(await read(person, `/v1/wallets/${person.wallet.id}`)).toEqual(before);
      const refused = (await auditEvents(support.user.id)).filter(
        ({ type }) => type === "role_refused",
      );
      const recorded = change === "freeze" ? "wallet_frozen" : "wallet_unfrozen";
      expect(refused.at(-1)?.details).toEqual({ act: recorded });
    }
  });

  it("has no act of support after it, whichever comes first", async () => {
    const support = await registerOperator("support");
    for (let round = 0; round < 4; round++) {
      const admin = await registerOnlyAdmin();
      const person = await registerPerson();
      await enrolTotp(person);
      const give = act(admin, "PUT", `/users/${person.user.id}/role`, { role: "support" });
      const requests = requestsAbout(person).map(([method, path, body]) =>
        act(support, method, path, body),
      );
      expect((await give).status).toBe(200);
      await Promise.all(requests);
      const acts = await query<{ type: string }>(sql`SELECT type FROM audit_events
        WHERE user_id = ${idOf("usr", person.user.id)} AND actor_role IN ('support', 'admin')
        ORDER BY created_at`);
      expect(acts.at(-1)?.type).toBe("role_changed");
    }
  });
});
