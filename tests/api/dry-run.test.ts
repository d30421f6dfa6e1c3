import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { ATTEMPTS_FREE, PREFER_LENGTH_MAX } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, newPhone, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

const database = connectHttp(readConfig(env));
let payer: Person;
let payee: Person;

beforeAll(async () => {
  [payer, payee] = await Promise.all([registerPerson(), registerPerson()]);
  await send("/v1/deposits", { amount: "100.00" });
});
afterEach(() => proveLedger(database));

const send = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  api("POST", path, { token: payer.accessToken, body, headers });
const preview = (path: string, body: unknown, prefer = "dry-run") =>
  send(path, body, { Prefer: prefer });

/** Everything that a request of the payer could leave behind in the ledger. */
async function traces() {
  const wallets = [payer, payee].map(({ wallet }) => idOf("wal", wallet.id));
  const [row] = await query<{ traces: unknown }>(sql`SELECT json_build_array(
    (SELECT json_agg(w ORDER BY id) FROM wallets w WHERE id = ANY(${sql.param(wallets)}::uuid[])),
    (SELECT count(*) FROM transactions WHERE actor_id = ${idOf("usr", payer.user.id)}),
    (SELECT count(*) FROM idempotency_keys WHERE user_id = ${idOf("usr", payer.user.id)}),
    (SELECT count(*) FROM audit_events WHERE user_id = ${idOf("usr", payer.user.id)})) AS traces`);
  return row?.traces;
}

describe("a dry run", () => {
  it.each([
    ["a deposit", "/v1/deposits", "110.00"],
    ["a withdrawal", "/v1/withdrawals", "90.00"],
    ["a transfer", "/v1/transfers", "90.00"],
  ])("of %s tells what it would record, and leaves nothing", async (_, path, balance) => {
    const before = await traces();
    const to = path === "/v1/transfers" && { to_wallet_id: payee.wallet.id, note: "rent" };
    const body = { amount: "10.00", ...to };
    const response = await preview(path, body);
    expect(response.status).toBe(200);
    expect(response.headers.get("Preference-Applied")).toBe("dry-run");
    const shown = await jsonOf(response);
    expect(shown).toMatchObject({ status: "success", amount: "10.00", legs: [{}] });
    expect(shown.legs[0]).toMatchObject({ wallet_id: payer.wallet.id, balance_after: balance });
    expect(shown).not.toHaveProperty("id");
    expect(await traces()).toEqual(before);
  });

  it("is decided as the operation is: the same legs, then and when it is made", async () => {
    const body = { amount: "1.00", to_phone: payee.phone };
    const shown = await jsonOf(preview("/v1/transfers", body));
    const { id, reference, created_at, posted_at, ...made } = await jsonOf(
      send("/v1/transfers", body),
    );
    expect(made).toEqual(shown);
  });

  it("of a refused operation answers its problem, and records no failure", async () => {
    const before = await traces();
    const response = await preview("/v1/withdrawals", { amount: "5000.00" });
    expect(response.headers.get("Preference-Applied")).toBe("dry-run");
    const problem = await expectProblem(response, 422, "insufficient_funds");
    expect(problem).toMatchObject({ preview: { status: "failed", amount: "5000.00", legs: [] } });
    expect(problem).not.toHaveProperty("transaction");
    expect(await traces()).toEqual(before);
  });

  it("does not use its key, and answers a key that was used before with its first answer", async () => {
    const headers = { "Idempotency-Key": "one", Prefer: "dry-run" };
    expect((await send("/v1/deposits", { amount: "2.00" }, headers)).status).toBe(200);
    const made = await send("/v1/deposits", { amount: "2.00" }, { "Idempotency-Key": "one" });
    expect(made.headers.get("Idempotency-Replayed")).toBeNull();
    const again = await send("/v1/deposits", { amount: "2.00" }, headers);
    expect(again.status).toBe(201);
    expect(again.headers.get("Preference-Applied")).toBeNull();
    expect(await jsonOf(again)).toEqual(await jsonOf(made));
    const other = await send("/v1/deposits", { amount: "3.00" }, headers);
    await expectProblem(other, 422, "idempotency_key_reused");
  });

  it.each([
    "dry-run",
    "DRY-RUN",
    " respond-async , dry-run",
    "dry-run; reason=check",
    'dry-run=""',
    "dry-run=",
  ])("is asked for by %j", async (prefer) => {
    expect((await preview("/v1/deposits", { amount: "1.00" }, prefer)).status).toBe(200);
  });

  it.each([
    "dry-run=true",
    "dry-run=0, dry-run",
    "dryrun",
    "dry_run",
    '"dry-run"',
    "dry-run dry-run",
  ])("is not assumed from %j: the request is refused", async (prefer) => {
    const before = await traces();
    const response = await preview("/v1/deposits", { amount: "1.00" }, prefer);
    await expectProblem(response, 400, "invalid_request", "/Prefer");
    expect(await traces()).toEqual(before);
  });

  it("may stand among other preferences up to a bounded length", async () => {
    const of = (length: number) => `dry-run, ${"x".repeat(length - "dry-run, ".length)}`;
    const body = { amount: "1.00" };
    expect((await preview("/v1/deposits", body, of(PREFER_LENGTH_MAX))).status).toBe(200);
    const longer = preview("/v1/deposits", body, of(PREFER_LENGTH_MAX + 1));
    await expectProblem(longer, 400, "invalid_request", "/Prefer");
  });

  it.each(["", "return=minimal", "respond-async, wait=10"])(
    "is not asked for by %j",
    async (prefer) => {
      const response = await preview("/v1/deposits", { amount: "1.00" }, prefer);
      expect(response.status).toBe(201);
      expect(response.headers.get("Preference-Applied")).toBeNull();
    },
  );

  it("beside real operations at the same moment changes none of them", async () => {
    const { balance: before } = await jsonOf(
      api("GET", `/v1/wallets/${payer.wallet.id}`, { token: payer.accessToken }),
    );
    const body = { amount: "1.00" };
    const real = () => send("/v1/deposits", body);
    const requests = [1, 2, 3, 4].flatMap(() => [
      real(),
      preview("/v1/withdrawals", { amount: "1.00" }),
    ]);
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(statuses).toEqual([201, 200, 201, 200, 201, 200, 201, 200]);
    const { balance } = await jsonOf(
      api("GET", `/v1/wallets/${payer.wallet.id}`, { token: payer.accessToken }),
    );
    expect(Number(balance)).toBe(Number(before) + 4);
  });

  it("of another's wallet is refused, and leaves no audit event", async () => {
    const before = await traces();
    const body = { amount: "1.00", wallet_id: payee.wallet.id };
    await expectProblem(await preview("/v1/withdrawals", body), 404, "wallet_not_found");
    expect(await traces()).toEqual(before);
  });

  it("that names an unknown recipient counts like a transfer: it finds out no more people", async () => {
    const body = () => ({ amount: "1.00", to_phone: newPhone() });
    for (let n = 0; n < ATTEMPTS_FREE; n++) {
      await expectProblem(await preview("/v1/transfers", body()), 404, "recipient_not_found");
    }
    await expectProblem(await preview("/v1/transfers", body()), 429, "too_many_attempts");
    await expectProblem(await send("/v1/transfers", body()), 429, "too_many_attempts");
  });
});
