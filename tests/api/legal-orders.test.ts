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
