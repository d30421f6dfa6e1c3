import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  EVENTS_PER_HOUR_MAX,
  WALLETS_EVER_PER_USER_MAX,
  WALLETS_PER_USER_MAX,
} from "../../src/domain/bounds.ts";
import { REOPEN_REASONS } from "../../src/domain/wallet-command.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp } from "../factors.ts";
import { expire, provided } from "../funding-provider.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { list, post, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

const send = ({ accessToken: token }: Person, path: string, body: object, key?: string) =>
  api("POST", path, { token, body, headers: key ? { "Idempotency-Key": key } : {} });
const close = (person: Person, walletId: string, sweepTo?: string, key?: string) =>
  send(
    person,
    `/v1/wallets/${walletId}/close`,
    sweepTo === undefined ? {} : { sweep_to_wallet_id: sweepTo },
    key,
  );
const reopen = (operator: Person, walletId: string, body: object = { reason: "owner_request" }) =>
  act(operator, "POST", `/wallets/${walletId}/reopen`, body);
const walletOf = (person: Person, id: string) => read(person, `/v1/wallets/${id}`);

/** Opens a wallet, with money if an amount is given. */
async function opened(person: Person, amount?: string, currency = "YEM"): Promise<string> {
  const { id } = await post(person, "/v1/wallets", { currency });
  if (amount) await post(person, "/v1/deposits", { amount, currency, wallet_id: id });
  return id;
}
const change = (walletId: string, values: ReturnType<typeof sql>) =>
  query(sql`UPDATE wallets SET ${values} WHERE id = ${idOf("wal", walletId)}`);
/** Rows of wallets without a request for each. */
const insertWallets = (person: Person, count: number, status: "active" | "closed") =>
  query(sql`INSERT INTO wallets (id, owner_id, currency, status, created_at)
    SELECT gen_random_uuid(), ${idOf("usr", person.user.id)}, 'EUR', ${status}, now()
    FROM generate_series(1, ${count})`);
/** Closes the inserted wallets. */
const closeWallets = (person: Person) =>
  query(sql`UPDATE wallets SET status = 'closed', is_default = false
    WHERE owner_id = ${idOf("usr", person.user.id)} AND currency = 'EUR'`);

let person: Person;
let support: Person;
beforeAll(async () => {
  [person, support] = [await registerPerson(), await registerOperator("support")];
});

describe("POST /v1/wallets/{id}/close", () => {
  it("closes an empty wallet for good, and it keeps its history", async () => {
    const id = await opened(person, "5.00");
    await post(person, "/v1/withdrawals", { amount: "5.00", wallet_id: id });
    const answer = await close(person, id);
    expect(answer.status).toBe(200);
    expect(await jsonOf(answer)).toEqual({ wallet_id: id, status: "closed", transaction: null });
    expect(await walletOf(person, id)).toMatchObject({ status: "closed", is_default: false });
    expect((await read(person, `/v1/wallets/${id}/entries`)).data).toHaveLength(2);
    const deposit = send(person, "/v1/deposits", { amount: "1.00", wallet_id: id });
    await expectProblem(deposit, 409, "wallet_closed");
    await expectProblem(close(person, id), 409, "wallet_closed");
    const rename = { token: person.accessToken, body: { label: "mine" } };
    await expectProblem(api("PATCH", `/v1/wallets/${id}`, rename), 409, "wallet_closed");
    const freeze = act(support, "PUT", `/wallets/${id}/freeze`, { reason: "investigation" });
    await expectProblem(freeze, 409, "wallet_closed");
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "wallet_closed",
      details: {},
    });
  });

  it("sweeps the balance to another wallet in the same commit, as a transfer on both histories", async () => {
    const [from, to] = [await opened(person, "12.34"), await opened(person, "1.00")];
    const answer = await jsonOf(close(person, from, to));
    expect(answer).toMatchObject({
      wallet_id: from,
      status: "closed",
      transaction: {
        type: "TRANSFER",
        status: "success",
        amount: "12.34",
        from_wallet: from,
        to_wallet: to,
        legs: [
          { wallet_id: from, amount: "-12.34", balance_after: "0.00", seq: 2 },
          { wallet_id: to, amount: "12.34", balance_after: "13.34", seq: 2 },
        ],
      },
    });
    const { transaction } = answer;
    expect(await read(person, `/v1/transactions/${transaction.id}`)).toMatchObject(transaction);
    expect((await list(person, `wallet_id=${to}`))[0]?.id).toBe(transaction.id);
    expect((await list(person, `wallet_id=${from}`))[0]?.id).toBe(transaction.id);
    expect(await walletOf(person, from)).toMatchObject({ status: "closed", balance: "0.00" });
    expect(await walletOf(person, to)).toMatchObject({ balance: "13.34" });
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "wallet_closed",
      details: { swept_to: to },
    });
    expect((await close(person, to, person.wallet.id)).status).toBe(200);
  });

  it("passes the default on to the oldest open wallet of the currency, if there is one", async () => {
    const [first, second, third] = [
      await opened(person, "3.00", "USD"),
      await opened(person, undefined, "USD"),
      await opened(person, undefined, "USD"),
    ];
    await close(person, first, third);
    expect(await walletOf(person, second)).toMatchObject({ is_default: true });
    expect((await auditEvents(person.user.id)).at(-1)?.details).toEqual({
      swept_to: third,
      new_default: second,
    });
    await close(person, third, second);
    await post(person, "/v1/withdrawals", { amount: "3.00", currency: "USD" });
    expect((await close(person, second)).status).toBe(200);
    const none = send(person, "/v1/deposits", { amount: "1.00", currency: "USD" });
    await expectProblem(none, 404, "wallet_not_found");
    const next = await post(person, "/v1/wallets", { currency: "USD" });
    expect(next.is_default).toBe(true);
    await close(person, next.id);
  });

  it("refuses a wallet with money, held money or a freeze, and changes nothing", async () => {
    const id = await opened(person, "2.00");
    await expectProblem(close(person, id), 409, "balance_not_zero");
    await expectProblem(close(person, id, id), 422, "same_wallet");
    for (const scope of ["debits", "credits", "both"]) {
      await change(
        id,
        sql`status = 'frozen', freeze_reason = 'investigation', freeze_scope = ${scope}`,
      );
      await expectProblem(close(person, id, person.wallet.id), 409, "wallet_frozen");
    }
    await change(id, sql`status = 'active', freeze_reason = NULL, held = 1`);
    await expectProblem(close(person, id, person.wallet.id), 409, "holds_open");
    await change(id, sql`held = 0`);
    expect(await walletOf(person, id)).toMatchObject({ status: "active", balance: "2.00" });
    expect((await close(person, id, person.wallet.id)).status).toBe(200);
  });

  it("waits for a deposit that a provider can still credit to the wallet", async () => {
    const id = await opened(person);
    const body = { amount: "25.00", wallet_id: id };
    const pending = await provided("POST", "/v1/deposits", { token: person.accessToken, body });
    expect(pending.status).toBe(202);
    await expectProblem(close(person, id), 409, "deposit_pending");
    await expire((await jsonOf(pending)).id);
    expect((await close(person, id)).status).toBe(200);
  });

  it("refuses a target that cannot receive the balance, and says that it is about the target", async () => {
    const [id, target] = [await opened(person, "2.00"), await opened(person)];
    const dollars = await opened(person, undefined, "USD");
    const sweep = () => close(person, id, target);
    await expectProblem(close(person, id, dollars), 422, "currency_mismatch");
    await change(target, sql`status = 'frozen', freeze_reason = 'x', freeze_scope = 'credits'`);
    const frozen = await expectProblem(sweep(), 409, "wallet_frozen");
    expect(frozen.detail).toContain("sweep_to_wallet_id");
    await change(target, sql`status = 'active', freeze_reason = NULL`);
    await close(person, target);
    await expectProblem(sweep(), 409, "wallet_closed");
    const other = await registerPerson();
    await expectProblem(close(person, id, other.wallet.id), 404, "wallet_not_found");
    await expectProblem(close(person, other.wallet.id), 404, "wallet_not_found");
    const violations = (await auditEvents(person.user.id)).filter(
      ({ type }) => type === "ownership_refused",
    );
    expect(violations).toHaveLength(1);
    expect(await walletOf(person, id)).toMatchObject({ status: "active", balance: "2.00" });
    for (const [wallet, to] of [[dollars], [id, person.wallet.id]]) {
      expect((await close(person, wallet ?? "", to)).status).toBe(200);
    }
    // A person keeps one open wallet, also when both are closed at the same time.
    const second = await opened(other);
    const both = await Promise.all([close(other, other.wallet.id), close(other, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    if (refused) await expectProblem(refused, 409, "last_wallet");
  });

  it("is decided by a dry run, which changes nothing and uses no key up", async () => {
    const [from, to] = [await opened(person, "7.00"), await opened(person)];
    const key = crypto.randomUUID();
    const dryRun = (id: string, body: object) =>
      api("POST", `/v1/wallets/${id}/close`, {
        token: person.accessToken,
        body,
        headers: { Prefer: "dry-run", "Idempotency-Key": key },
      });
    const preview = await dryRun(from, { sweep_to_wallet_id: to });
    expect(preview.headers.get("Preference-Applied")).toBe("dry-run");
    expect(await jsonOf(preview)).toMatchObject({
      wallet_id: from,
      status: "closed",
      preview: { type: "TRANSFER", amount: "7.00", to_wallet: to, status: "success" },
    });
    expect(await jsonOf(dryRun(to, {}))).toEqual({
      wallet_id: to,
      status: "closed",
      preview: null,
    });
    await expectProblem(dryRun(from, {}), 409, "balance_not_zero");
    expect(await walletOf(person, from)).toMatchObject({ status: "active", balance: "7.00" });
    expect(await walletOf(person, to)).toMatchObject({ status: "active" });
    const closed = await close(person, from, to, key);
    expect(closed.headers.get("Idempotency-Replayed")).toBeNull();
    expect((await jsonOf(closed)).transaction.amount).toBe("7.00");
    expect((await close(person, to, person.wallet.id)).status).toBe(200);
  });

  it.each([{ sweep_to_wallet_id: "usr_x" }, { sweep_to_wallet_id: null }, { to: "x" }, []])(
    "refuses the body %j",
    async (body) => {
      const answer = send(person, `/v1/wallets/${person.wallet.id}/close`, body);
      await expectProblem(answer, 400, "invalid_request");
    },
  );

  it("has one answer for one key, with and without a sweep, also after the wallet was reopened", async () => {
    for (const amount of [undefined, "4.00"]) {
      const id = await opened(person, amount);
      const key = crypto.randomUUID();
      const sweepTo = amount && person.wallet.id;
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => close(person, id, sweepTo, key)),
      );
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
      expect(new Set(texts).size).toBe(1);
      const replayed = answers.filter(({ headers }) => headers.get("Idempotency-Replayed"));
      expect(replayed).toHaveLength(4);
      expect((await reopen(support, id)).status).toBe(200);
      expect(await (await close(person, id, sweepTo, key)).text()).toBe(texts[0]);
      expect(await walletOf(person, id)).toMatchObject({ status: "active" });
      const another = close(person, id, sweepTo ? undefined : person.wallet.id, key);
      await expectProblem(another, 422, "idempotency_key_reused");
      const paid = send(person, "/v1/deposits", { amount: "1.00" }, key);
      await expectProblem(paid, 422, "idempotency_key_reused");
      expect((await close(person, id, undefined, crypto.randomUUID())).status).toBe(200);
      await expectProblem(close(person, id, undefined, crypto.randomUUID()), 409, "wallet_closed");
    }
  });

  it("needs a fresh second factor of a person who has one, also without money; the key is not used up", async () => {
    const careful = await registerPerson();
    const id = await opened(careful);
    await enrolTotp(careful);
    await ageStepUp(careful, null);
    const key = crypto.randomUUID();
    await expectProblem(close(careful, id, undefined, key), 403, "step_up_required");
    await ageStepUp(careful, 0);
    expect((await close(careful, id, undefined, key)).status).toBe(200);
  });

  it(`is bounded to ${EVENTS_PER_HOUR_MAX.act} an hour`, async () => {
    const id = await opened(person);
    const user = idOf("usr", person.user.id);
    await query(sql`INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT gen_random_uuid(), 'wallet_closed', ${user}, now()
      FROM generate_series(1, ${EVENTS_PER_HOUR_MAX.act}::int - (SELECT count(*) FROM audit_events
        WHERE user_id = ${user} AND type = 'wallet_closed')::int)`);
    const refused = await close(person, id);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(3_000);
    await expectProblem(refused, 429, "too_many_attempts");
    expect(await walletOf(person, id)).toMatchObject({ status: "active" });
  });
});

describe("a closed wallet", () => {
  it("that the access token and caches name as the default is not used: the new default is", async () => {
    const owner = await registerPerson();
    const next = await opened(owner);
    await post(owner, "/v1/deposits", { amount: "3.00" });
    expect((await close(owner, owner.wallet.id, next)).status).toBe(200);
    const deposit = await post(owner, "/v1/deposits", { amount: "1.00" });
    expect(deposit.to_wallet).toBe(next);
    const body = { amount: "2.00", to_phone: person.phone };
    expect((await post(owner, "/v1/transfers", body)).from_wallet).toBe(next);
    expect((await walletOf(owner, next)).balance).toBe("2.00");
  });

  it("does not count towards the open ones, but all wallets ever opened are bounded", async () => {
    const owner = await registerPerson();
    await insertWallets(owner, WALLETS_PER_USER_MAX - 1, "active");
    const open = () => send(owner, "/v1/wallets", { currency: "EUR" });
    await expectProblem(open(), 409, "wallet_limit_reached");
    const { data } = await read(owner, "/v1/wallets");
    await close(owner, data.at(-1).id);
    expect((await open()).status).toBe(201);
    await expectProblem(open(), 409, "wallet_limit_reached");
    await closeWallets(owner);
    const made = (await read(owner, "/v1/wallets")).data.length;
    await insertWallets(owner, WALLETS_EVER_PER_USER_MAX - made - 1, "closed");
    expect((await open()).status).toBe(201);
    await expectProblem(open(), 409, "wallet_limit_reached");
  });

  it("is no obstacle to the deletion of the account, and then cannot be reopened", async () => {
    const owner = await registerPerson();
    const id = await opened(owner);
    await close(owner, id);
    const body = { password: owner.password };
    const end = await api("DELETE", "/v1/users/me", { token: owner.accessToken, body });
    expect(end.status).toBe(204);
    await expectProblem(reopen(support, id), 409, "wallet_closed");
    await expectProblem(reopen(support, owner.wallet.id), 409, "wallet_closed");
  });
});

describe("POST /v1/admin/wallets/{id}/reopen", () => {
  it("opens a closed wallet again, once, with a reason from the list", async () => {
    const owner = await registerPerson();
    const id = await opened(owner, "2.00");
    await expectProblem(reopen(support, id), 409, "wallet_not_closed");
    await close(owner, id, owner.wallet.id);
    await expectProblem(reopen(support, id, {}), 400, "invalid_request", "/reason");
    await expectProblem(
      reopen(support, id, { reason: "asked" }),
      400,
      "invalid_request",
      "/reason",
    );
    await expectProblem(reopen(support, support.wallet.id), 403, "role_required");
    const answers = await Promise.all(Array.from({ length: 5 }, () => reopen(support, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await walletOf(owner, id)).toMatchObject({
      status: "active",
      balance: "0.00",
      is_default: false,
    });
    await post(owner, "/v1/deposits", { amount: "1.00", wallet_id: id });
    const events = (await auditEvents(owner.user.id)).filter(
      ({ type }) => type === "wallet_reopened",
    );
    expect(events).toEqual([{ type: "wallet_reopened", details: { reason: "owner_request" } }]);
    const [newest] = (await read(owner, "/v1/users/me/audit-events?limit=2")).data;
    expect(newest).toMatchObject({ type: "wallet_reopened", actor: "support", wallet_id: id });
  });

  it("makes it the default of its currency if there is none, and keeps to the 50", async () => {
    const owner = await registerPerson();
    const euros = await opened(owner, undefined, "GBP");
    await close(owner, euros);
    await insertWallets(owner, WALLETS_PER_USER_MAX - 1, "active");
    await expectProblem(reopen(support, euros), 409, "wallet_limit_reached");
    await closeWallets(owner);
    for (const reason of REOPEN_REASONS) {
      expect(await jsonOf(reopen(support, euros, { reason }))).toMatchObject({
        status: "active",
        is_default: true,
        freeze: null,
      });
      await close(owner, euros);
    }
  });
});

describe("money that comes in while a wallet is closed", () => {
  it("arrives before the closing, and is swept or refuses it, or is refused", async () => {
    const payers = [await registerPerson(), await registerPerson()];
    for (const payer of payers) await post(payer, "/v1/deposits", { amount: "100.00" });
    const payee = await registerPerson();
    for (let round = 0; round < 4; round++) {
      const isSwept = round % 2 === 0;
      const id = await opened(payee);
      const before = await walletOf(payee, payee.wallet.id);
      const pay = (payer: Person, amount: string) =>
        send(payer, "/v1/transfers", { amount, to_wallet_id: id });
      const paying = payers.flatMap((payer) => [pay(payer, "1.00"), pay(payer, "1.00")]);
      const closing = close(payee, id, isSwept ? payee.wallet.id : undefined);
      const late = payers.map((payer) => pay(payer, "1.00"));
      const answers = await Promise.all([...paying, ...late]);
      const arrived = answers.filter(({ status }) => status === 201).length;
      expect(answers.filter(({ status }) => ![201, 404, 429].includes(status))).toEqual([]);
      const isClosed = (await closing).status === 200;
      const wallet = await walletOf(payee, id);
      const after = await walletOf(payee, payee.wallet.id);
      const gained = Number(after.balance) - Number(before.balance);
      expect(wallet.status).toBe(isClosed ? "closed" : "active");
      expect(Number(wallet.balance) + gained).toBe(arrived);
      if (isSwept) expect(isClosed).toBe(true);
      if (!isClosed) await expectProblem(closing, 409, "balance_not_zero");
      if (isClosed) {
        expect(wallet.balance).toBe("0.00");
      } else {
        expect((await close(payee, id, payee.wallet.id)).status).toBe(200);
      }
    }
  });

  it("is not lost between two closings that sweep into each other", async () => {
    const owner = await registerPerson();
    for (let round = 0; round < 3; round++) {
      const [one, two] = [await opened(owner, "1.00"), await opened(owner, "2.00")];
      const answers = await Promise.all([close(owner, one, two), close(owner, two, one)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [a, b] = [await walletOf(owner, one), await walletOf(owner, two)];
      expect([a.balance, b.balance].sort()).toEqual(["0.00", "3.00"]);
      const open = a.status === "active" ? one : two;
      expect((await close(owner, open, owner.wallet.id)).status).toBe(200);
    }
  });

  it("is refused by a freeze or swept by the closing, when both arrive at the same time", async () => {
    const owner = await registerPerson();
    for (let round = 0; round < 3; round++) {
      const id = await opened(owner, "1.00");
      const freeze = act(support, "PUT", `/wallets/${id}/freeze`, { reason: "investigation" });
      const [closed, frozen] = await Promise.all([close(owner, id, owner.wallet.id), freeze]);
      expect([closed.status, frozen.status].sort()).toEqual([200, 409]);
      const { status } = await walletOf(owner, id);
      expect(status).toBe(closed.status === 200 ? "closed" : "frozen");
    }
  });
});
