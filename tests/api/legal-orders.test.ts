import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { FREEZE_REASONS } from "../../src/domain/freeze.ts";
import { readConfig } from "../../src/env.ts";
import worker from "../../src/index.ts";
import { auditEvents, giveRole, idOf, query } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { read } from "./as-person.ts";
import { act, logInAgain, registerOperator } from "./operator.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

const LEGAL_ORDER = { reason: "legal_order" };
const pathOf = ({ wallet }: Person) => `/wallets/${wallet.id}/freeze`;
const freeze = (operator: Person, person: Person, body: object = LEGAL_ORDER) =>
  act(operator, "PUT", pathOf(person), body);
const unfreeze = (operator: Person, person: Person, reason = "resolved") =>
  act(operator, "DELETE", pathOf(person), { reason });
const statusOf = async (person: Person) =>
  (await read(person, `/v1/wallets/${person.wallet.id}`)).status;
const frozenTill = (seconds: number) =>
  ({ reason: "legal_order", until: new Date(Date.now() + seconds * 1_000).toISOString() }) as const;

/** Makes the freeze of a wallet end now. */
const endFreeze = ({ wallet }: Person) =>
  query(sql`UPDATE wallets SET frozen_until = now() WHERE id = ${idOf("wal", wallet.id)}`);

describe("a legal order", () => {
  it.each(["support", "admin"] as const)(
    "is not lifted by the operator who set it (%s), whatever the reason",
    async (role) => {
      const [setter, person] = [await registerOperator(role), await registerPerson()];
      expect((await freeze(setter, person)).status).toBe(200);
      for (const reason of ["owner_verified", "resolved", "mistake"]) {
        await expectProblem(unfreeze(setter, person, reason), 403, "other_operator_required");
      }
      expect(await statusOf(person)).toBe("frozen");
      expect((await auditEvents(person.user.id)).map(({ type }) => type)).not.toContain(
        "wallet_unfrozen",
      );
    },
  );

  it.each(["support", "admin"] as const)("is lifted by another operator (%s)", async (role) => {
    const [setter, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(setter, person);
    expect(await jsonOf(unfreeze(await registerOperator(role), person))).toMatchObject({
      status: "active",
      freeze: null,
    });
  });

  it("with an end binds its setter, and ends by itself", async () => {
    const [setter, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(setter, person, frozenTill(3_600));
    await expectProblem(unfreeze(setter, person), 403, "other_operator_required");
    await endFreeze(person);
    expect(await statusOf(person)).toBe("active");
    await expectProblem(unfreeze(setter, person), 409, "wallet_not_frozen");
    await worker.scheduled(createScheduledController({ cron: "17 3 * * *" }), env);
    expect((await freeze(setter, person, { reason: "investigation" })).status).toBe(200);
    expect((await unfreeze(setter, person)).status).toBe(200);
  });

  it("cannot be turned into a freeze with another reason or end", async () => {
    const [setter, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(setter, person);
    for (const body of [{ reason: "mistake" }, { reason: "owner_request" }, frozenTill(1)]) {
      expect((await freeze(setter, person, body)).ok).toBe(false);
    }
    await expectProblem(unfreeze(setter, person), 403, "other_operator_required");
  });

  it("that another operator set again binds that operator, and no longer the first", async () => {
    const [one, two, person] = [
      await registerOperator("support"),
      await registerOperator("support"),
      await registerPerson(),
    ];
    await freeze(one, person);
    expect((await unfreeze(two, person)).status).toBe(200);
    await freeze(two, person);
    await expectProblem(unfreeze(two, person), 403, "other_operator_required");
    expect((await unfreeze(one, person)).status).toBe(200);
    await freeze(one, person);
    await expectProblem(unfreeze(one, person), 403, "other_operator_required");
  });

  it("binds its setter also after the role was taken and given again, with another role and session", async () => {
    const [setter, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(setter, person);
    await giveRole(setter.user.id, "user");
    await expectProblem(unfreeze(setter, person), 403, "role_required");
    await giveRole(setter.user.id, "admin");
    const again = await logInAgain(setter);
    await ageStepUp(again, 0);
    await expectProblem(unfreeze(again, person), 403, "other_operator_required");
    expect(await statusOf(person)).toBe("frozen");
  });

  it("is decided per wallet: freezes of the person's other wallets change nothing", async () => {
    const [one, two, person] = [
      await registerOperator("support"),
      await registerOperator("support"),
      await registerPerson(),
    ];
    const body = { currency: "USD" };
    const wallet = await jsonOf(api("POST", "/v1/wallets", { token: person.accessToken, body }));
    const other = { ...person, wallet };
    await freeze(one, person);
    await freeze(two, other);
    await expectProblem(unfreeze(one, person), 403, "other_operator_required");
    await expectProblem(unfreeze(two, other), 403, "other_operator_required");
    expect((await unfreeze(two, person)).status).toBe(200);
    expect((await unfreeze(one, other)).status).toBe(200);
  });

  it("is lifted once, by the other, when both try at the same time", async () => {
    const [setter, other, person] = [
      await registerOperator("support"),
      await registerOperator("support"),
      await registerPerson(),
    ];
    await freeze(setter, person);
    const answers = await Promise.all(
      [setter, other, setter, other].map((operator) => unfreeze(operator, person)),
    );
    const [first, second, third, fourth] = answers.map(({ status }) => status);
    expect([second, fourth].sort()).toEqual([200, 409]);
    // The setter is refused before and after: by the order, or because it is lifted.
    expect([403, 409]).toContain(first);
    expect([403, 409]).toContain(third);
  });
});

describe("a freeze that is replaced by a stronger one", () => {
  const HOUR = 3_600;
  const bodyOf = (reason: string, seconds?: number) =>
    seconds === undefined ? { reason } : { ...frozenTill(seconds), reason };
  const freezesOf = async ({ user }: Person) =>
    (await auditEvents(user.id)).filter(({ type }) => /^wallet_(un)?frozen$/.test(type));

  it.each<[string, object, object]>([
    ["becomes a legal order", bodyOf("investigation"), LEGAL_ORDER],
    ["becomes a legal order with a later end", bodyOf("owner_request", HOUR), frozenTill(2 * HOUR)],
    ["becomes a legal order without an end", bodyOf("suspected_fraud", HOUR), LEGAL_ORDER],
    ["ends later", bodyOf("investigation", HOUR), bodyOf("investigation", 2 * HOUR)],
    ["no longer ends by itself", bodyOf("suspected_fraud", HOUR), bodyOf("suspected_fraud")],
    ["is a legal order that ends later", frozenTill(HOUR), frozenTill(2 * HOUR)],
    ["is a legal order that no longer ends", frozenTill(HOUR), LEGAL_ORDER],
    [
      "stops both directions",
      { ...bodyOf("investigation"), scope: "debits" },
      bodyOf("investigation"),
    ],
    [
      "becomes a legal order for the same scope",
      { ...bodyOf("investigation"), scope: "credits" },
      { ...LEGAL_ORDER, scope: "credits" },
    ],
    [
      "becomes a legal order for both",
      { ...bodyOf("owner_request"), scope: "credits" },
      LEGAL_ORDER,
    ],
  ])("%s, without a gap", async (_, first, stronger) => {
    const [one, two, person] = [
      await registerOperator("support"),
      await registerOperator("support"),
      await registerPerson(),
    ];
    expect((await freeze(one, person, first)).status).toBe(200);
    expect(await jsonOf(freeze(two, person, stronger))).toMatchObject({
      status: "frozen",
      freeze: { until: null, ...stronger },
    });
    expect(await freezesOf(person)).toEqual([
      { type: "wallet_frozen", details: first },
      { type: "wallet_frozen", details: stronger },
    ]);
    await expectProblem(freeze(one, person, stronger), 409, "wallet_frozen");
  });

  it.each<[string, object, object]>([
    ["is the same", bodyOf("investigation"), bodyOf("investigation")],
    ["is the same legal order", LEGAL_ORDER, LEGAL_ORDER],
    ["ends earlier", bodyOf("investigation", 2 * HOUR), bodyOf("investigation", HOUR)],
    ["gets an end", bodyOf("investigation"), bodyOf("investigation", HOUR)],
    ["is a legal order that gets an end", LEGAL_ORDER, frozenTill(HOUR)],
    [
      "becomes a legal order that ends earlier",
      bodyOf("investigation", 2 * HOUR),
      frozenTill(HOUR),
    ],
    ["becomes a legal order that has an end", bodyOf("investigation"), frozenTill(HOUR)],
    ["has another reason", bodyOf("investigation"), bodyOf("suspected_fraud")],
    ["has another reason and a later end", bodyOf("investigation", HOUR), bodyOf("owner_request")],
    ["is no legal order any more", frozenTill(HOUR), bodyOf("investigation")],
    ["stops less", bodyOf("investigation"), { ...bodyOf("investigation"), scope: "debits" }],
    ["stops less as a legal order", bodyOf("investigation"), { ...LEGAL_ORDER, scope: "debits" }],
    [
      "stops the other direction instead",
      { ...bodyOf("investigation"), scope: "debits" },
      { ...LEGAL_ORDER, scope: "credits" },
    ],
    [
      "stops more, but ends earlier",
      { ...bodyOf("investigation", 2 * HOUR), scope: "debits" },
      bodyOf("investigation", HOUR),
    ],
    [
      "stops more, but has another reason",
      { ...bodyOf("investigation"), scope: "debits" },
      bodyOf("suspected_fraud"),
    ],
  ])("not if it %s", async (_, first, other) => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(support, person, first);
    await expectProblem(freeze(support, person, other), 409, "wallet_frozen");
    expect(await freezesOf(person)).toEqual([{ type: "wallet_frozen", details: first }]);
  });

  it("is later by one millisecond, or is not", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const { until } = frozenTill(HOUR);
    const till = (ms: number) =>
      freeze(support, person, {
        reason: "investigation",
        until: new Date(Date.parse(until) + ms).toISOString(),
      });
    expect((await till(0)).status).toBe(200);
    for (const ms of [-1, 0]) await expectProblem(till(ms), 409, "wallet_frozen");
    expect((await till(1)).status).toBe(200);
  });

  it("binds the operator who made it a legal order or extended it last", async () => {
    const [one, two, person] = [
      await registerOperator("support"),
      await registerOperator("support"),
      await registerPerson(),
    ];
    await freeze(one, person, bodyOf("investigation"));
    await freeze(two, person);
    await expectProblem(unfreeze(two, person), 403, "other_operator_required");
    expect((await unfreeze(one, person)).status).toBe(200);
    await freeze(one, person, frozenTill(HOUR));
    await freeze(two, person, frozenTill(2 * HOUR));
    await expectProblem(unfreeze(two, person), 403, "other_operator_required");
    expect((await unfreeze(one, person)).status).toBe(200);
  });

  it("is set once when ten requests arrive at the same time", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    await freeze(support, person, bodyOf("investigation"));
    const answers = await Promise.all(Array.from({ length: 10 }, () => freeze(support, person)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    expect(await freezesOf(person)).toHaveLength(2);
  });

  it("is refused as a first freeze is: to support on an operator's wallet, and on the caller's own", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const other = await registerOperator("support");
    await freeze(admin, other, bodyOf("investigation"));
    await expectProblem(freeze(support, other), 403, "role_required");
    await freeze(await registerOperator("admin"), admin, bodyOf("investigation"));
    await expectProblem(freeze(admin, admin), 403, "own_account");
  });
});

describe("a freeze for any other reason", () => {
  it.each(FREEZE_REASONS.filter((reason) => reason !== "legal_order"))(
    "(%s) is lifted by the operator who set it",
    async (reason) => {
      const [setter, person] = [await registerOperator("support"), await registerPerson()];
      await freeze(setter, person, { reason });
      expect((await unfreeze(setter, person)).status).toBe(200);
    },
  );
});
