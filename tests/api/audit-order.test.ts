import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectHttp, connectSocket } from "../../src/db/connect.ts";
import { newId, type WalletId } from "../../src/domain/ids.ts";
import { microsOf, unixMs } from "../../src/domain/instant.ts";
import { readConfig } from "../../src/env.ts";
import { recordOwnershipRefused } from "../../src/services/wallets/ownership/refuse-wallet.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, logIn, registerPerson } from "../people.ts";
import { callerOf } from "../services.ts";
import { get, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";
import { SyncClient } from "./sync-client.ts";

const OWN = "/v1/users/me/audit-events";

const isDescending = (events: readonly { created_at: string }[]) =>
  events.every(
    ({ created_at }, i) =>
      i === 0 || microsOf(created_at) < microsOf(events[i - 1]?.created_at ?? ""),
  );

const insertEvent = (userId: string) => sql`
  INSERT INTO audit_events (id, type, user_id, created_at)
  VALUES (${newId("aud", Date.now())}, 'wallet_changed', ${userId}, '2020-01-01')
  RETURNING (extract(epoch FROM created_at) * 1000000)::bigint::text AS micros`;

describe("audit events", () => {
  it("of one user have rising times under parallel writes, and a client that reads new pages misses none", async () => {
    const person = await registerPerson();
    const operators = await Promise.all([1, 2, 3, 4].map(() => registerOperator("support")));
    const otherPerson = await registerPerson();
    const client = new SyncClient(person, OWN, 2);
    const acting = operators.map(async (operator) => {
      for (let i = 0; i < 6; i++) {
        const { ok } = await get(operator, `/v1/admin/users/${person.user.id}`);
        expect(ok).toBe(true);
      }
    });
    const own = Array.from({ length: 6 }, async () => {
      await logIn(person.phone);
      await get(person, `/v1/wallets/${otherPerson.wallet.id}/entries`);
      await api("POST", "/v1/deposits", {
        token: person.accessToken,
        body: { amount: "1.00", wallet_id: otherPerson.wallet.id },
      });
    });
    await client.followUntil(Promise.all([...acting, ...own]));
    const all = await client.readAll();
    expect(client.known).toEqual(all);
    expect(isDescending(all)).toBe(true);
    const count = (type: string) =>
      (all as unknown as { type: string }[]).filter((event) => event.type === type).length;
    expect(count("user_looked_up")).toBe(24);
    // At most one within an hour for each wallet, by both ways.
    expect(count("ownership_refused")).toBe(1);
    expect(count("user_logged_in")).toBe(7);
  });

  it("of one operator have rising times in the list of the operator's actions", async () => {
    const [admin, operator] = [await registerOperator("admin"), await registerOperator("support")];
    const looked = await Promise.all(Array.from({ length: 4 }, () => registerPerson()));
    await Promise.all(
      [...looked, ...looked].map(({ user }) => get(operator, `/v1/admin/users/${user.id}`)),
    );
    const path = `/v1/admin/operators/${operator.user.id}/audit-events`;
    const { data } = await read(admin, `${path}?limit=200`);
    expect(data).toHaveLength(8);
    expect(isDescending(data)).toBe(true);
    const client = new SyncClient(admin, path, 3);
    expect((await client.readAll()).map(({ id }) => id)).toEqual(
      data.map(({ id }: { id: string }) => id),
    );
  });

  it("of two operators who look each other up at the same time do not deadlock", async () => {
    const [one, other] = [await registerOperator("admin"), await registerOperator("admin")];
    const looks = Array.from({ length: 20 }, (_, i) => {
      const [who, whom] = i % 2 ? [one, other] : [other, one];
      return get(who, `/v1/admin/users/${whom.user.id}`);
    });
    expect((await Promise.all(looks)).map(({ status }) => status)).toEqual(Array(20).fill(200));
  });

  it("do not deadlock when a user's sessions end in several ways at once", async () => {
    const admin = await registerOperator("admin");
    const rounds = Array.from({ length: 6 }, async () => {
      const person = await registerPerson();
      const others = await Promise.all(Array.from({ length: 4 }, () => logIn(person.phone)));
      const refresh = (token: string) =>
        api("POST", "/v1/auth/refresh", { body: { refresh_token: token } });
      const answers = await Promise.all([
        ...others.map(({ accessToken }) => api("POST", "/v1/auth/logout", { token: accessToken })),
        ...others.flatMap(({ refreshToken }) => [refresh(refreshToken), refresh(refreshToken)]),
        api("PATCH", "/v1/users/me", {
          token: person.accessToken,
          body: { current_password: person.password, password: "another long pass phrase" },
        }),
        act(admin, "DELETE", `/users/${person.user.id}/sessions`),
      ]);
      return answers.map(({ status }) => status);
    });
    const statuses = (await Promise.all(rounds)).flat();
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });

  it("have the database's time, not the Worker's", async () => {
    const [person, owner] = [await registerPerson(), await registerPerson()];
    const services = {
      db: connectHttp(readConfig(env)),
      nowMs: () => unixMs(Date.now() - 3_600_000),
    };
    const walletId = idOf("wal", owner.wallet.id) as WalletId;
    await recordOwnershipRefused(services, callerOf(person), walletId);
    const { data } = await read(person, OWN);
    expect(data[0].type).toBe("ownership_refused");
    expect(isDescending(data)).toBe(true);
  });

  it("wait for an earlier event of the same user that is not committed yet", async () => {
    const [person, another] = [await registerPerson(), await registerPerson()];
    const userId = idOf("usr", person.user.id);
    const connection = await connectSocket(readConfig(env));
    let first = 0n;
    let second: Promise<{ micros: string }[]> | undefined;
    await connection.db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ micros: string }>(insertEvent(userId));
      first = BigInt(rows[0]?.micros ?? 0);
      second = query<{ micros: string }>(insertEvent(userId));
      const late = new Promise((resolve) => setTimeout(resolve, 300, "late"));
      expect(await Promise.race([second, late])).toBe("late");
      // Other users do not wait.
      await query(insertEvent(idOf("usr", another.user.id)));
    });
    await connection.close();
    const [row] = (await second) ?? [];
    expect(BigInt(row?.micros ?? 0)).toBeGreaterThan(first);
  });

  it("of one statement have different times", async () => {
    const person = await registerPerson();
    const body = {
      current_password: person.password,
      password: "another long pass phrase",
      username: "New",
    };
    const changed = await api("PATCH", "/v1/users/me", { token: person.accessToken, body });
    expect(await jsonOf(changed)).toMatchObject({ username: "New" });
    const { data } = await read(person, OWN);
    const types = data.slice(0, 2).map(({ type }: { type: string }) => type);
    expect(types.sort()).toEqual(["password_changed", "profile_changed"]);
    expect(isDescending(data)).toBe(true);
  });
});
