import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { SEARCH_LENGTH_MAX } from "../../src/domain/bounds.ts";
import { microsOf, microsText } from "../../src/domain/instant.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { get, list, post, read } from "./as-person.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

describe("GET /v1/transactions", () => {
  let salma: Person;
  let omar: Person;
  let savings: string;
  /** Salma's history, oldest first. */
  const made: Record<string, { id: string; reference: string; posted_at: string }> = {};

  beforeAll(async () => {
    [salma, omar] = [await registerPerson("Salma"), await registerPerson("Omar")];
    savings = (await post(salma, "/v1/wallets", { currency: "YEM", label: "savings" })).id;
    const kuwait = (await post(salma, "/v1/wallets", { currency: "KWD" })).id;
    const { id: own } = salma.wallet;
    made.deposit = await post(salma, "/v1/deposits", { amount: "100.00" });
    made.dinars = await post(salma, "/v1/deposits", {
      amount: "1.234",
      currency: "KWD",
      wallet_id: kuwait,
    });
    made.rent = await post(salma, "/v1/transfers", {
      amount: "30.00",
      to_phone: omar.phone,
      note: "Rent 100%_paid",
    });
    made.saved = await post(salma, "/v1/transfers", {
      amount: "20.00",
      from_wallet_id: own,
      to_wallet_id: savings,
      note: "مدخرات",
    });
    made.withdrawal = await post(salma, "/v1/withdrawals", { amount: "5.00" });
    const refused = await post(salma, "/v1/transfers", {
      amount: "9999.00",
      to_phone: omar.phone,
      note: "too much",
    });
    made.refused = refused.transaction;
    made.back = await post(omar, "/v1/transfers", { amount: "1.00", to_phone: salma.phone });
  });

  const names = async (filter = "", person = salma) => {
    const byId = new Map(Object.entries(made).map(([name, { id }]) => [id, name]));
    return (await list(person, filter)).map(({ id }) => byId.get(id));
  };

  it("shows all transactions of the caller's wallets, newest first, and a transfer between them once", async () => {
    const all = ["back", "refused", "withdrawal", "saved", "rent", "dinars", "deposit"];
    expect(await names()).toEqual(all);
  });

  it("shows only the legs of the caller's own wallets, with the currency's decimals", async () => {
    const byId = new Map((await list(salma)).map((item) => [item.id, item]));
    expect(byId.get(made.saved?.id ?? "")).toMatchObject({
      type: "TRANSFER",
      status: "success",
      amount: "20.00",
      from_wallet: salma.wallet.id,
      to_wallet: savings,
      legs: [
        { wallet_id: salma.wallet.id, amount: "-20.00", balance_after: "50.00", seq: 3 },
        { wallet_id: savings, amount: "20.00", balance_after: "20.00", seq: 1 },
      ],
    });
    expect(byId.get(made.rent?.id ?? "")).toMatchObject({
      legs: [{ wallet_id: salma.wallet.id, amount: "-30.00", balance_after: "70.00" }],
    });
    expect(byId.get(made.dinars?.id ?? "")).toMatchObject({ amount: "1.234", currency: "KWD" });
    expect(byId.get(made.refused?.id ?? "")).toMatchObject({
      status: "failed",
      failure_code: "insufficient_funds",
      legs: [],
    });
  });

  it("shows the recipient what arrived, and not what failed", async () => {
    expect(await names("", omar)).toEqual(["back", "rent"]);
    const [, rent] = await list(omar);
    expect(rent).toMatchObject({
      legs: [{ wallet_id: omar.wallet.id, amount: "30.00", balance_after: "30.00", seq: 1 }],
    });
    await expectProblem(
      get(omar, `/v1/transactions/${made.refused?.id}`),
      404,
      "transaction_not_found",
    );
  });

  it("answers each transaction as its POST did, with its counterparty and what was given back", async () => {
    for (const { id, ...first } of Object.values(made).slice(0, 6)) {
      const { refunds, counterparty: _, ...shown } = await read(salma, `/v1/transactions/${id}`);
      expect(shown).toEqual({ id, ...first });
      if (refunds) expect(refunds).toMatchObject({ transaction_ids: [] });
    }
  });

  it.each([
    ["type=DEPOSIT", ["dinars", "deposit"]],
    ["type=WITHDRAW", ["withdrawal"]],
    ["status=failed", ["refused"]],
    ["status=success&type=TRANSFER", ["back", "saved", "rent"]],
    ["direction=sent", ["refused", "withdrawal", "saved", "rent"]],
    ["direction=received", ["back", "saved", "dinars", "deposit"]],
    ["currency=KWD", ["dinars"]],
    ["currency=USD", []],
    ["q=RENT", ["rent"]],
    ["q=100%25_", ["rent"]],
    ["q=100_", []],
    ["q=%25", ["rent"]],
    ["q=%5C", []],
    ["q=%D9%85%D8%AF%D8%AE", ["saved"]],
    ["q=%27%20OR%201%3D1%20--", []],
    ["q=much&direction=sent&status=failed&type=TRANSFER&currency=YEM", ["refused"]],
  ])("filters by %s", async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it("finds a whole or partial reference, in any case", async () => {
    const reference = made.withdrawal?.reference ?? "";
    expect(await names(`q=${reference}`)).toEqual(["withdrawal"]);
    expect(await names(`q=${reference.slice(4).toLowerCase()}`)).toEqual(["withdrawal"]);
  });

  it.each([
    ["إيجار الشهر", ["ايجار", "الإيجار".slice(2), "ﺇﻳﺠﺎﺭ", "إيــجار", "إِيجَار", "ار ال"]],
    ["مُدَخَّرات الأسرة", ["مدخرات", "مـدخـرات", "الاسره", "اسرة"]],
    ["على مصطفى", ["علي", "مصطفي", "عَلَى"]],
    ["کتاب فارسی", ["كتاب", "فارسي"]],
    ["Miete Hauptstraße", ["STRASSE", "strasse", "Straße", "STRAẞE"]],
    ["Café MÜNCHEN", ["cafe", "münchen", "munchen", "CAFE\u0301"]],
    ["ΟΔΟΣ Αθήνα", ["οδος", "οδοσ", "αθηνα"]],
    ["invoice ٢٠٢٦", ["2026", "۲۰۲۶", "INVOICE 2026"]],
    ["ﬁnal office", ["final", "office", "ﬃ"]],
    ["我的李明", ["李明", "的", "我"]],
    ["می\u200cخواهم", ["میخواهم", "می\u200cخواهم"]],
    ["Łódź, Đakovo, Ærø", ["lodz", "dakovo", "aero"]],
    ["قراءة", ["قراة", "قراءه"]],
    ["50%_off \\ today", ["50%_", "\\", "%_o"]],
  ])("finds %s in each of its spellings, and no other note", async (note, spellings) => {
    const person = await registerPerson();
    await post(person, "/v1/deposits", { amount: "2.00" });
    for (const text of [note, "something else"]) {
      await post(person, "/v1/transfers", { amount: "1.00", to_phone: omar.phone, note: text });
    }
    for (const spelling of spellings) {
      const { data } = await read(person, `/v1/transactions?q=${encodeURIComponent(spelling)}`);
      expect(
        data.map((found: { note: string }) => found.note),
        spelling,
      ).toEqual([note]);
    }
    const none = await read(person, `/v1/transactions?q=${encodeURIComponent("قطار zug")}`);
    expect(none.data).toEqual([]);
  });

  it("filters by wallet, and by the direction for that wallet", async () => {
    expect(await names(`wallet_id=${savings}`)).toEqual(["saved"]);
    expect(await names(`wallet_id=${savings}&direction=sent`)).toEqual([]);
    expect(await names(`wallet_id=${salma.wallet.id}&direction=received`)).toEqual([
      "back",
      "deposit",
    ]);
  });

  it("filters by posted_at to the microsecond, with from included, to excluded, and time zone offsets", async () => {
    const at = made.rent?.posted_at ?? "";
    const later = microsText(microsOf(at) + 1n);
    expect(await names(`from=${at}&to=${later}`)).toContain("rent");
    expect(await names(`to=${at}`)).not.toContain("rent");
    expect(await names(`from=${later}`)).not.toContain("rent");
    expect(await names(`from=${at.replace("Z", "000001Z")}`)).toEqual(await names(`from=${later}`));
    const inAden = microsText(microsOf(at) + 3n * 3_600_000_000n).replace("Z", "%2B03:00");
    expect(await names(`from=${inAden}`)).toEqual(await names(`from=${at}`));
    expect(await names("from=2999-01-01T00:00:00Z")).toEqual([]);
    expect(await names("to=0001-01-01T00:00:00Z")).toEqual([]);
  });

  it("reads every form of a time that RFC 3339 has", async () => {
    const at = made.rent?.posted_at ?? "";
    const expected = await names(`from=${at}`);
    for (const same of [
      at.toLowerCase(),
      at.replace("Z", "000000000Z"),
      at.replace("Z", "-00:00"),
      at.replace("Z", "%2b00:00"),
    ]) {
      expect([same, await names(`from=${same}`)]).toEqual([same, expected]);
    }
    const everything = await names();
    expect(await names("from=2016-12-31T23:59:60Z")).toEqual(everything);
    expect(await names("from=0000-01-01T00:00:00%2b01:00")).toEqual(everything);
    expect(await names("to=9999-12-31T23:59:60-00:00")).toEqual(everything);
    expect(await names("to=9999-12-31T23:59:59-01:00")).toEqual(everything);
  });

  it("has an empty range when it begins where it ends, also in another time zone", async () => {
    const at = "2026-02-03T10:00:00Z";
    expect(await names(`from=${at}&to=${at}`)).toEqual([]);
    expect(await names(`from=${at}&to=2026-02-03T13:00:00%2b03:00`)).toEqual([]);
  });

  it("refuses another user's wallet like an unknown one, and records the attempt in the audit log", async () => {
    const path = `/v1/transactions?wallet_id=${omar.wallet.id}`;
    await expectProblem(get(salma, path), 404, "wallet_not_found");
    const unknown = "/v1/transactions?wallet_id=wal_01h455vb4pex5vsknk084sn02q";
    await expectProblem(get(salma, unknown), 404, "wallet_not_found");
    const events = await auditEvents(salma.user.id);
    expect(events.filter(({ type }) => type === "ownership_refused")).toHaveLength(1);
  });

  it("does not show other users' transactions, in lists or by id", async () => {
    const otherPerson = await registerPerson("Other");
    expect(await list(otherPerson)).toEqual([]);
    for (const { id } of Object.values(made)) {
      await expectProblem(get(otherPerson, `/v1/transactions/${id}`), 404, "transaction_not_found");
    }
  });
});

describe("an invalid filter", () => {
  it.each([
    ["type=GIFT", "/type"],
    ["type=deposit", "/type"],
    ["status=pending", "/status"],
    ["direction=up", "/direction"],
    ["currency=XXX", "/currency"],
    ["currency=yem", "/currency"],
    ["wallet_id=1", "/wallet_id"],
    ["wallet_id=usr_01h455vb4pex5vsknk084sn02q", "/wallet_id"],
    ["from=yesterday", "/from"],
    ["from=2026-02-30T00:00:00Z", "/from"],
    ["from=2026-02-03", "/from"],
    ["to=2026-02-03T10:00:00", "/to"],
    ["from=2026-11-31T00:00:00Z", "/from"],
    ["from=2025-02-29T00:00:00Z", "/from"],
    ["from=10000-01-01T00:00:00Z", "/from"],
    ["from=-001-01-01T00:00:00Z", "/from"],
    ["from=2026-02-03T24:00:00Z", "/from"],
    ["from=2026-02-03T10:60:00Z", "/from"],
    ["from=2026-02-03T12:30:60Z", "/from"],
    ["from=2026-02-03T23:59:60%2b03:00", "/from"],
    ["from=2026-02-03T10:00:61Z", "/from"],
    ["from=2026-02-03T10:00:00%2b24:00", "/from"],
    ["from=2026-02-03T10:00:00%2b0300", "/from"],
    ["from=2026-02-03T10:00:00.Z", "/from"],
    ["from=2026-02-03%2010:00:00Z", "/from"],
    ["from=", "/from"],
    ["from=2026-02-03T10:00:01Z&to=2026-02-03T10:00:00Z", "/to"],
    ["from=2026-02-03T10:00:00.000001Z&to=2026-02-03T10:00:00Z", "/to"],
    ["from=2026-02-03T10:00:00Z&to=2026-02-03T12:00:00%2b03:00", "/to"],
    ["q=", "/q"],
    ["q=%00", "/q"],
    [`q=${"x".repeat(SEARCH_LENGTH_MAX + 1)}`, "/q"],
    ["sort=amount", "/sort"],
  ])("is refused: %s", async (filter, pointer) => {
    const person = await registerPerson();
    const answer = get(person, `/v1/transactions?${filter}`);
    await expectProblem(answer, 400, "invalid_request", pointer);
  });

  it("names the cure when the + of an offset was read as a blank", async () => {
    const person = await registerPerson();
    const answer = get(person, "/v1/transactions?from=2026-02-03T10:00:00+03:00");
    const { errors } = await expectProblem(answer, 400, "invalid_request", "/from");
    expect(errors[0].message).toContain("%2B");
  });

  it("is refused like an id of the wrong form", async () => {
    const person = await registerPerson();
    const answer = get(person, "/v1/transactions/1");
    await expectProblem(answer, 400, "invalid_request", "/id");
  });
});

describe("reads of history", () => {
  const PATHS = [
    "/v1/transactions",
    "/v1/transactions/txn_01h455vb4pex5vsknk084sn02q",
    "/v1/wallets/wal_01h455vb4pex5vsknk084sn02q/entries",
  ];

  it.each(PATHS)("require a token: GET %s", async (path) => {
    await expectProblem(api("GET", path), 401, "token_missing");
    await expectProblem(api("GET", path, { token: "x.y.z" }), 401, "token_invalid");
  });

  it("end with the session, from the next request on", async () => {
    const person = await registerPerson();
    await post(person, "/v1/deposits", { amount: "1.00" });
    const [{ id } = { id: "" }] = await list(person);
    await query(sql`UPDATE sessions SET ended_at = now(), end_reason = 'logout'
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    for (const path of [
      "/v1/transactions",
      `/v1/transactions?wallet_id=${person.wallet.id}`,
      `/v1/transactions/${id}`,
      `/v1/wallets/${person.wallet.id}/entries`,
    ]) {
      await expectProblem(get(person, path), 401, "session_ended");
    }
  });
});
