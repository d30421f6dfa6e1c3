import {
  createScheduledController,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  HOLD_EXPIRING_HOURS,
  HOLD_MESSAGES_PER_DAY_MAX,
  HOLD_NOTICED_HOURS_MIN,
  HOLD_TOTAL_SECONDS_MAX,
} from "../../src/domain/bounds.ts";
import type { WalletId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import worker from "../../src/index.ts";
import { tellOfDueHolds } from "../../src/jobs/run-in-batches.ts";
import { serviceContext } from "../../src/services/context.ts";
import { releaseExpiredHolds } from "../../src/services/holds/release-expired-holds.ts";
import { walletObjectOf } from "../../src/wallet/wallet-client.ts";
import { idOf, query } from "../database.ts";
import { messagesTo, waitForMessages } from "../messages.ts";
import { type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { WAIT_LIMIT } from "../wait-limit.ts";
import { read } from "./as-person.ts";
import {
  amend,
  capture,
  expireIn,
  funded,
  holdNow,
  moneyOf,
  place,
  rowOf,
  send,
} from "./hold-acts.ts";

const services = serviceContext(env, readConfig(env));
afterEach(() => proveLedger(connectHttp(readConfig(env))));

let payer: Person;
let payee: Person;
beforeAll(async () => {
  [payer, payee] = [await funded(), await registerPerson()];
});

beforeEach(async () => void (await loseAlarm(payer)));

const objectOf = (person: Person) => walletObjectOf(env, idOf("wal", person.wallet.id) as WalletId);
const alarmOf = (person: Person) =>
  runInDurableObject(objectOf(person), (_, state) => state.storage.getAlarm());
const loseAlarm = (person: Person) =>
  runInDurableObject(objectOf(person), (_, state) => state.storage.deleteAlarm());
/** The alarm is set after the answer. */
const expectAlarm = (person: Person, at: string) =>
  vi.waitFor(async () => expect(await alarmOf(person)).toBe(Date.parse(at)), WAIT_LIMIT);
const DAY_MS = 86_400_000;

describe("a hold whose time has passed", () => {
  it("counts as free and expired before any alarm or job has run, and in the next commit of its wallet", async () => {
    const hold = await place(payer, payee);
    await expireIn(hold, -1);
    expect(await rowOf(hold)).toEqual({ state: "open", closed_at: null });
    expect(await moneyOf(payer)).toEqual(["1000.00", "0.00", "1000.00"]);
    const [wallet] = (await read(payer, "/v1/wallets")).data;
    expect(wallet).toMatchObject({ held: "0.00", available: "1000.00" });
    const { expires_at } = await holdNow(payer, hold);
    expect(await holdNow(payee, hold)).toMatchObject({
      state: "expired",
      capturable: "0.00",
      closed_at: expires_at,
    });
    const all = { amount: "1000.00", to_phone: payee.phone };
    expect((await send(payer, "/v1/transfers", all)).status).toBe(201);
    expect(await rowOf(hold)).toMatchObject({ state: "expired" });
    await expectProblem(capture(payee, hold), 409, "hold_expired");
    expect((await send(payee, "/v1/transfers", { ...all, to_phone: payer.phone })).status).toBe(
      201,
    );
  });

  it("is ended by the alarm of its payer's wallet, and a second alarm changes nothing", async () => {
    const hold = await place(payer, payee);
    await expectAlarm(payer, hold.expires_at);
    await expireIn(hold, -1);
    expect(await runDurableObjectAlarm(objectOf(payer))).toBe(true);
    const ended = await rowOf(hold);
    expect(ended).toMatchObject({ state: "expired", closed_at: expect.any(String) });
    expect(await alarmOf(payer)).toBe(null);
    await runInDurableObject(objectOf(payer), (object) => object.alarm());
    expect(await rowOf(hold)).toEqual(ended);
    expect(await moneyOf(payer)).toEqual(["1000.00", "0.00", "1000.00"]);
  });

  it("that ends later than another leaves the alarm to the other, and has it next", async () => {
    const [late, soon] = [
      await place(payer, payee, { expires_in: 7_200, amount: "1.00" }),
      await place(payer, payee, { expires_in: 60, amount: "1.00" }),
    ];
    await expectAlarm(payer, soon.expires_at);
    await expireIn(soon, -1);
    await runDurableObjectAlarm(objectOf(payer));
    await expectAlarm(payer, late.expires_at);
    // An alarm before the time ends nothing, and is set again.
    await runDurableObjectAlarm(objectOf(payer));
    expect(await holdNow(payer, late)).toMatchObject({ state: "open" });
    await expectAlarm(payer, late.expires_at);
    await capture(payee, late);
  });

  it("is ended by the minute job if its alarm was lost", async () => {
    const hold = await place(payer, payee, { amount: "2.00" });
    await loseAlarm(payer);
    await expireIn(hold, -1);
    expect(await releaseExpiredHolds(services)).toBeGreaterThanOrEqual(1);
    expect(await rowOf(hold)).toMatchObject({ state: "expired" });
    expect(await releaseExpiredHolds(services)).toBe(0);
  });

  it("does not stop the job for other wallets if its wallet does not answer", async () => {
    const other = await funded();
    const [stuck, next] = [
      await place(payer, payee, { amount: "3.00" }),
      await place(other, payee, { amount: "3.00" }),
    ];
    await expireIn(stuck, -2_000);
    await expireIn(next, -1_000);
    const wallets: typeof services.wallets = {
      ...services.wallets,
      submit: (walletId, command, withinMs) =>
        walletId === idOf("wal", payer.wallet.id)
          ? (Promise.resolve({ kind: "busy" }) as never)
          : services.wallets.submit(walletId, command, withinMs),
    };
    await releaseExpiredHolds({ ...services, wallets });
    expect([(await rowOf(stuck))?.state, (await rowOf(next))?.state]).toEqual(["open", "expired"]);
    await releaseExpiredHolds(services);
  });

  it("was extended up to the longest time, and not beyond", async () => {
    const hold = await place(payer, payee, { amount: "4.00" });
    const placed = HOLD_TOTAL_SECONDS_MAX - 86_400;
    await query(sql`UPDATE holds SET created_at = now() - make_interval(secs => ${placed})
      WHERE id = ${idOf("hld", hold.id)}`);
    await expectProblem(amend(payer, hold, { expires_in: 86_460 }), 422, "hold_too_long");
    expect((await amend(payer, hold, { expires_in: 86_300 })).status).toBe(201);
    await capture(payee, hold);
  });
});

describe("payer and payee", () => {
  const kindsTo = async (person: Person) =>
    (await messagesTo(person.phone)).map(({ kind }) => kind);
  const minuteJobs = () => worker.scheduled(createScheduledController({ cron: "* * * * *" }), env);
  /** Moves the end of a hold, which was placed `lastsHours` before it. */
  const endsIn = ({ id }: { id: string }, ms: number, lastsHours: number) =>
    query(sql`UPDATE holds SET expires_at = now() + ${ms} * interval '1 millisecond',
      created_at = now() + ${ms} * interval '1 millisecond' - make_interval(hours => ${lastsHours})
      WHERE id = ${idOf("hld", id)}`);

  it("are told once that a hold expires soon and once that it has expired, at verified contacts", async () => {
    const [from, to] = [await funded(), await registerPerson()];
    await verify(from, "phone");
    await verify(to, "phone");
    const hold = await place(from, to, { expires_in: 3 * 86_400 });
    await capture(to, hold, { amount: "150.00", final: false });
    await tellOfDueHolds(services);
    expect(await kindsTo(to)).toEqual(["verification_code"]);
    await endsIn(hold, HOLD_EXPIRING_HOURS * 3_600_000 - 60_000, HOLD_NOTICED_HOURS_MIN);
    for (let i = 0; i < 2; i++) await tellOfDueHolds(services);
    await minuteJobs();
    const [, expiring] = await waitForMessages(to.phone, 2);
    expect(expiring).toMatchObject({ kind: "hold_expiring" });
    expect(expiring?.text).toContain("250.00 YEM can be captured by you");
    expect(expiring?.text).toContain(hold.id);
    expect((await waitForMessages(from.phone, 2))[1]?.text).toContain("is reserved in your wallet");

    await endsIn(hold, -1, HOLD_NOTICED_HOURS_MIN);
    await runInDurableObject(objectOf(from), (object) => object.alarm());
    await tellOfDueHolds(services);
    await minuteJobs();
    expect((await waitForMessages(from.phone, 3))[2]?.text).toContain("is available to you again");
    expect((await waitForMessages(to.phone, 3))[2]).toMatchObject({ kind: "hold_expired" });
    expect((await kindsTo(from)).slice(1)).toEqual(["hold_expiring", "hold_expired"]);
  });

  it("are told again before a later end, and of no hold that is too short, captured or voided", async () => {
    const [from, to] = [await funded(), await registerPerson()];
    const kinds = () =>
      query<{ count: number }>(sql`SELECT count(*)::int FROM messages WHERE kind LIKE 'hold%'
        AND user_id IN (${idOf("usr", from.user.id)}, ${idOf("usr", to.user.id)})`);
    await verify(from, "phone");
    const short = await place(from, to, { amount: "1.00" });
    await endsIn(short, 3_600_000, HOLD_NOTICED_HOURS_MIN - 1);
    const used = await place(from, to, { amount: "1.00" });
    await capture(to, used);
    await endsIn(used, -1, HOLD_NOTICED_HOURS_MIN);
    await tellOfDueHolds(services);
    expect(await kinds()).toEqual([{ count: 0 }]);
    const hold = await place(from, to, { amount: "1.00" });
    await endsIn(hold, 3_600_000, HOLD_NOTICED_HOURS_MIN);
    await tellOfDueHolds(services);
    // The payee has verified no contact.
    expect(await kinds()).toEqual([{ count: 1 }]);
    await endsIn(hold, 7_200_000, HOLD_NOTICED_HOURS_MIN);
    await tellOfDueHolds(services);
    expect(await kinds()).toEqual([{ count: 2 }]);
    for (const one of [short, hold]) await capture(to, one);
  });

  it("get only so many messages about holds within a day", async () => {
    const [from, to] = [await funded(), await registerPerson()];
    await verify(to, "phone");
    for (let i = 0; i < HOLD_MESSAGES_PER_DAY_MAX + 1; i++) {
      await expireIn(await place(from, to, { amount: "1.00" }), -1);
    }
    await runInDurableObject(objectOf(from), (object) => object.alarm());
    await tellOfDueHolds(services);
    const [row] = await query<{ count: number }>(sql`SELECT count(*)::int FROM messages
      WHERE kind = 'hold_expired' AND user_id = ${idOf("usr", to.user.id)}`);
    expect(row?.count).toBe(HOLD_MESSAGES_PER_DAY_MAX);
    expect(await tellOfDueHolds(services)).toBe(0);
    await query(sql`UPDATE messages SET created_at = created_at - interval '25 hours'
      WHERE user_id = ${idOf("usr", to.user.id)}`);
    await expireIn(await place(from, to, { amount: "1.00" }), -DAY_MS);
    await releaseExpiredHolds(services);
    expect(await tellOfDueHolds(services)).toBe(1);
  });
});
