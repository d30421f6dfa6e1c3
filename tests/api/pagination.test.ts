import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { get, idsOf, list, post, read } from "./as-person.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

/** Stands for the hash of a scope in cursors that are written by hand. */
const NO_SCOPE = "A".repeat(11);

describe("pages", () => {
  const COUNT = 7;
  let person: Person;
  let all: string[];

  beforeAll(async () => {
    person = await registerPerson("Pages");
    await post(person, "/v1/deposits", { amount: "100.00" });
    const savings = (await post(person, "/v1/wallets", { currency: "YEM" })).id;
    for (let i = 1; i < COUNT; i++) {
      await post(person, "/v1/transfers", { amount: "1.00", to_wallet_id: savings });
    }
    all = idsOf(await list(person));
    expect(all).toHaveLength(COUNT);
  });

  it.each([1, 2, 3, 6, 7, 8])("of %i items show every transaction once and end", async (limit) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: string = cursor ? `&cursor=${cursor}` : "";
      const { data, next_cursor } = await read(person, `/v1/transactions?limit=${limit}${page}`);
      expect(data.length).toBeLessThanOrEqual(limit);
      seen.push(...idsOf(data));
      cursor = next_cursor;
    } while (cursor);
    expect(seen).toEqual(all);
  });

  it("do not shift while new transactions arrive", async () => {
    const first = await read(person, "/v1/transactions?limit=2");
    await post(person, "/v1/withdrawals", { amount: "1.00" });
    const second = await read(person, `/v1/transactions?limit=200&cursor=${first.next_cursor}`);
    expect(idsOf(second.data)).toEqual(all.slice(2));
    expect(second.next_cursor).toBeNull();
    all = idsOf(await list(person));
  });

  it("keep their filter", async () => {
    const filter = "limit=1&type=TRANSFER&q=TRF&from=2020-01-01T00:00:00Z";
    const { next_cursor } = await read(person, `/v1/transactions?${filter}`);
    const { data } = await read(person, `/v1/transactions?${filter}&cursor=${next_cursor}`);
    expect(data).toHaveLength(1);
    const written = filter.replace("2020-01-01T00:00:00Z", "2020-01-01t03:00:00.000%2b03:00");
    const again = await read(person, `/v1/transactions?${written}&cursor=${next_cursor}`);
    expect(again.data).toEqual(data);
  });

  it.each([
    "",
    "type=DEPOSIT",
    "type=TRANSFER&status=success",
    "type=TRANSFER&direction=received",
    "type=TRANSFER&currency=USD",
    "type=TRANSFER&q=rent",
    "type=TRANSFER&from=2020-01-01T00:00:00Z",
    "type=TRANSFER&to=2999-01-01T00:00:00Z",
  ])("refuse a cursor of other filters: %j", async (filter) => {
    const { next_cursor } = await read(person, "/v1/transactions?limit=1&type=TRANSFER");
    expect(next_cursor).not.toBeNull();
    const answer = get(person, `/v1/transactions?${filter}&cursor=${next_cursor}`);
    const { errors } = await expectProblem(answer, 400, "invalid_request", "/cursor");
    expect(errors[0].message).toContain("other filters");
    const limits = await read(
      person,
      `/v1/transactions?limit=3&type=TRANSFER&cursor=${next_cursor}`,
    );
    expect(limits.data).toHaveLength(3);
  });

  it("refuse a cursor of another wallet's list, and of another user's", async () => {
    const path = `/v1/wallets/${person.wallet.id}/entries`;
    const { next_cursor } = await read(person, `${path}?limit=1`);
    const { data } = await read(person, "/v1/wallets");
    const savings = data.find(({ id }: { id: string }) => id !== person.wallet.id);
    const other = await registerPerson("Other");
    const mine = (await read(person, "/v1/transactions?limit=1")).next_cursor;
    for (const answer of [
      get(person, `/v1/wallets/${savings.id}/entries?cursor=${next_cursor}`),
      get(other, `/v1/transactions?cursor=${mine}`),
      get(person, `/v1/transactions?wallet_id=${person.wallet.id}&cursor=${mine}`),
    ]) {
      await expectProblem(answer, 400, "invalid_request", "/cursor");
    }
    expect((await get(person, `${path}?limit=1&cursor=${next_cursor}`)).status).toBe(200);
  });

  it.each([
    "limit=0",
    "limit=-1",
    `limit=${PAGE_LIMIT_MAX + 1}`,
    "limit=1e1",
    "limit=%205",
    "limit=",
    "limit=NaN",
  ])("refuse %s", async (filter) => {
    const path = `/v1/transactions?${filter}`;
    await expectProblem(get(person, path), 400, "invalid_request", "/limit");
  });

  it(`have at most ${PAGE_LIMIT_MAX} items, and ${PAGE_LIMIT_DEFAULT} by default`, async () => {
    expect((await get(person, `/v1/transactions?limit=${PAGE_LIMIT_MAX}`)).status).toBe(200);
  });

  it("refuse a cursor of which a piece was cut off, or to which something was added", async () => {
    const { next_cursor } = await read(person, "/v1/transactions?limit=1");
    const cut = Array.from({ length: 8 }, (_, i) => next_cursor.slice(0, -1 - i));
    for (const cursor of [...cut, `${next_cursor}A`, `${next_cursor}MQ`]) {
      const answer = get(person, `/v1/transactions?cursor=${cursor}`);
      const { errors } = await expectProblem(answer, 400, "invalid_request", "/cursor");
      expect(errors[0].code).toBe("invalid_cursor");
    }
  });

  it("refuse a cursor that the service did not issue", async () => {
    const { next_cursor } = await read(person, "/v1/transactions?limit=1");
    const path = `/v1/wallets/${person.wallet.id}/entries`;
    const entries = (await read(person, `${path}?limit=1`)).next_cursor;
    const forged = [
      "",
      "!",
      "%00",
      "a".repeat(201),
      "a".repeat(5_000),
      next_cursor.slice(0, -1),
      `${next_cursor}=`,
      `${next_cursor}A`,
      entries,
      ...["0", "-1", "1.5", "9".repeat(19)].map((at) => `4:transactions:${NO_SCOPE}:${at}`),
      ...[
        "2:transactions:1795822095123456",
        `3:transactions:${NO_SCOPE}:1795822095123456`,
        "5:transactions:x:1795822095123456",
        "1:audit_events:aud_01h455vb4pex5vsknk084sn02q",
      ],
    ].map((cursor) => (cursor.includes(":") ? btoa(cursor).replaceAll("=", "") : cursor));
    for (const cursor of forged) {
      const list = `/v1/transactions?cursor=${cursor}`;
      await expectProblem(get(person, list), 400, "invalid_request", "/cursor");
    }
    const wrongList = get(person, `${path}?cursor=${next_cursor}`);
    await expectProblem(wrongList, 400, "invalid_request", "/cursor");
    for (const seq of ["0", "-1", "1.5", "99999999999999999999"]) {
      const cursor = btoa(`3:entries:${NO_SCOPE}:${seq}`).replaceAll("=", "");
      const answer = get(person, `${path}?cursor=${cursor}`);
      await expectProblem(answer, 400, "invalid_request", "/cursor");
    }
  });
});
