import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { idOf, query } from "../database.ts";
import { allowCodeReuse, enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { codeSentTo, messagesTo } from "../messages.ts";
import {
  api,
  jsonOf,
  newEmail,
  newPhone,
  PASSWORD,
  type Person,
  registerPerson,
} from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { registerOperator } from "./operator.ts";

afterAll(() => proveLedger(connectHttp(readConfig(env))));

const ARABIC = "٠١٢٣٤٥٦٧٨٩";
const PERSIAN = "۰۱۲۳۴۵۶۷۸۹";
const inDigits = (digits: string, text: string) =>
  text.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? "");

/** A phone as it is pasted from other apps. Each is the same phone. */
const pasted = (phone: string): string[] => [
  `\u202A${phone}\u202C`,
  `\u2068${phone.slice(0, 4)} ${phone.slice(4, 6)} ${phone.slice(6)}\u2069`,
  ` ${phone}\t\n`,
  `\uFEFF00${phone.slice(1)}`,
  `\u200F${inDigits(ARABIC, phone.slice(4))}`,
  inDigits(PERSIAN, phone),
  `${phone.slice(0, 6)}\u2011${phone.slice(6)}\u00A0`,
  `tel:${phone}`,
];
const post = (path: string, body: object, token?: string, key?: string) =>
  api("POST", path, { token, body, headers: key === undefined ? {} : { "Idempotency-Key": key } });
const patchMe = ({ accessToken: token }: Person, body: object) =>
  api("PATCH", "/v1/users/me", { token, body: { current_password: PASSWORD, ...body } });
const setPhone = ({ user }: Person, phone: string) =>
  query(sql`UPDATE users SET phone = ${phone} WHERE id = ${idOf("usr", user.id)}`);

async function funded(): Promise<Person> {
  const person = await registerPerson();
  expect((await post("/v1/deposits", { amount: "10.00" }, person.accessToken)).status).toBe(201);
  return person;
}

describe("a pasted phone is the same phone", () => {
  it("in a registration and in its repetition under one key", async () => {
    const phone = newPhone();
    const body = {
      username: "\u200Fأمينة\u200F",
      phone: `\u2068${phone}\u2069`,
      password: PASSWORD,
    };
    const first = await post("/v1/auth/register", body, undefined, "pasted");
    expect(first.status).toBe(201);
    expect((await jsonOf(first)).user).toMatchObject({ username: "أمينة", phone });
    for (const form of [phone, ...pasted(phone)]) {
      const again = { username: "أمينة", phone: form, password: PASSWORD };
      const replay = await post("/v1/auth/register", again, undefined, "pasted");
      expect(replay.status).toBe(201);
      expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
    }
  });

  it("in a login, a search by an operator, a password reset and a change of the profile", async () => {
    const person = await registerPerson();
    const support = await registerOperator("support");
    for (const phone of pasted(person.phone).slice(0, 4)) {
      expect((await post("/v1/auth/login", { phone, password: PASSWORD })).status).toBe(200);
      const found = await post("/v1/admin/users/find", { phone }, support.accessToken);
      expect((await jsonOf(found)).id).toBe(person.user.id);
    }
    const [, reset = "", , , , profile = ""] = pasted(person.phone);
    expect((await post("/v1/auth/password-reset", { phone: reset })).status).toBe(202);
    expect((await jsonOf(patchMe(person, { phone: profile }))).phone).toBe(person.phone);
  });

  it("in deposits, withdrawals and transfers, with the same meaning under one key", async () => {
    const [payer, payee] = await Promise.all([funded(), registerPerson()]);
    const { accessToken: token } = payer;
    const requests = [
      ["/v1/deposits", "phone", payer.phone],
      ["/v1/withdrawals", "phone", payer.phone],
      ["/v1/transfers", "to_phone", payee.phone],
    ] as const;
    for (const [path, field, phone] of requests) {
      const first = await jsonOf(post(path, { amount: "1.00", [field]: phone }, token, path));
      for (const form of pasted(phone)) {
        const replay = await post(path, { amount: "1.00", [field]: form }, token, path);
        expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
        expect((await jsonOf(replay)).id).toBe(first.id);
      }
    }
  });

  it("beside a note with marks around it", async () => {
    const [payer, payee] = await Promise.all([funded(), registerPerson()]);
    const body = { amount: "1.00", to_phone: payee.phone, note: "إيجار" };
    const first = await jsonOf(post("/v1/transfers", body, payer.accessToken, "rent"));
    const marked = { ...body, note: "\u202Bإيجار\u202C\u200B\n" };
    const replay = await post("/v1/transfers", marked, payer.accessToken, "rent");
    expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await replay.json()).toEqual(first);
  });
});

describe("a phone that cannot be", () => {
  it.each(["7712345", "+9677712345", "+967721234567", "\u206872 123 4567\u2069"])(
    "is refused as a contact and in payments: %j",
    async (phone) => {
      const person = await funded();
      const { accessToken: token } = person;
      const registration = { username: "Amina", phone, password: PASSWORD };
      for (const [answer, pointer] of [
        [post("/v1/auth/register", registration), "/phone"],
        [patchMe(person, { phone }), "/phone"],
        [post("/v1/auth/password-reset", { phone }), "/phone"],
        [post("/v1/deposits", { amount: "1.00", phone }, token), "/phone"],
        [post("/v1/withdrawals", { amount: "1.00", phone }, token), "/phone"],
        [post("/v1/transfers", { amount: "1.00", to_phone: phone }, token), "/to_phone"],
      ] as const) {
        const problem = await expectProblem(answer, 400, "invalid_request", pointer);
        expect(problem.errors[0].code).toBe("invalid_phone");
      }
    },
  );

  it("does not lock out an account that has had it for long", async () => {
    const person = await registerPerson();
    const phone = `+96772${newPhone().slice(-7)}`;
    await setPhone(person, phone);
    expect((await post("/v1/auth/login", { phone, password: PASSWORD })).status).toBe(200);
    const support = await registerOperator("support");
    const found = await post("/v1/admin/users/find", { phone }, support.accessToken);
    expect((await jsonOf(found)).id).toBe(person.user.id);
  });
});

describe("a number to which no codes are sent", () => {
  it.each(["+19002345678", "+18005551234", "+80012345678", "+443012345678", "+966920012345"])(
    "is refused as a contact: %s",
    async (phone) => {
      const person = await registerPerson();
      const registration = { username: "Amina", phone, password: PASSWORD };
      for (const answer of [
        post("/v1/auth/register", registration),
        patchMe(person, { phone }),
        post("/v1/auth/password-reset", { phone }),
      ]) {
        const problem = await expectProblem(answer, 400, "invalid_request", "/phone");
        expect(problem.errors[0]).toMatchObject({
          code: "invalid_phone",
          message: expect.stringContaining("no codes are sent"),
        });
      }
      expect(await messagesTo(phone)).toEqual([]);
    },
  );

  it("stays the phone of an older account, which works and gets no codes", async () => {
    const [person, payer] = await Promise.all([registerPerson(), funded()]);
    const phone = `+1900${newPhone().slice(-7).replace(/^[01]/, "2")}`;
    await setPhone(person, phone);
    const login = await jsonOf(post("/v1/auth/login", { phone, password: PASSWORD }));
    expect(login.status).toBe("logged_in");
    const token = login.tokens.access_token;
    const paid = await post(
      "/v1/transfers",
      { amount: "1.00", to_phone: phone },
      payer.accessToken,
    );
    expect(paid.status).toBe(201);
    const path = "/v1/users/me/contacts/phone/verification";
    const problem = await expectProblem(api("POST", path, { token }), 404, "contact_missing");
    expect(problem.detail).toContain("No codes are sent to your phone number");
    expect(await messagesTo(phone)).toEqual([]);
  });
});

describe("a pasted e-mail address", () => {
  it("is the same address", async () => {
    const person = await registerPerson();
    const email = newEmail();
    for (const form of [`\u2068${email}\u2069`, ` ${email}\t\n`, `\uFEFFmailto:${email}`]) {
      expect((await jsonOf(patchMe(person, { email: form }))).email).toBe(email);
    }
    expect((await post("/v1/auth/password-reset", { email: `\u200F${email}` })).status).toBe(202);
  });

  it.each([
    (name: string) => `${name}@xn--mgbaam7a8h.xn--mgberp4a5d4ar`,
    (name: string) => `${name}&sons@example.com`,
    (name: string) => `a=b/c!d#e'${name}@example.com`,
  ])("may have every legal form, also in the database: %s", async (form) => {
    const person = await registerPerson();
    const email = form(newPhone().slice(1));
    expect((await jsonOf(patchMe(person, { email }))).email).toBe(email);
    const path = "/v1/users/me/contacts/email/verification";
    expect((await api("POST", path, { token: person.accessToken })).status).toBe(202);
    const code = await codeSentTo(email);
    const confirmed = await post(`${path}/confirm`, { code }, person.accessToken);
    expect((await jsonOf(confirmed)).email_verified).toBe(true);
  });

  it.each(["a@example-.com", "a@-example.com", "a@b.com\r\nBcc: c@d.com", "a@[127.0.0.1]", "a@b"])(
    "is refused when it is none: %j",
    async (email) => {
      const person = await registerPerson();
      await expectProblem(patchMe(person, { email }), 400, "invalid_request", "/email");
    },
  );
});

describe("a code as it is typed", () => {
  it.each([
    (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`,
    (code: string) => inDigits(ARABIC, code),
    (code: string) => `\u2068${inDigits(PERSIAN, code)}\u2069\n`,
    (code: string) => `${code.slice(0, 4)}\u2011${code.slice(4)}`,
    (code: string) => `${code.slice(0, 4)}\u00A0${code.slice(4)}`,
  ])("verifies a contact: %s", async (form) => {
    const { accessToken: token, phone } = await registerPerson();
    const path = "/v1/users/me/contacts/phone/verification";
    expect((await api("POST", path, { token })).status).toBe(202);
    const body = { code: form(await codeSentTo(phone)) };
    expect((await jsonOf(api("POST", `${path}/confirm`, { token, body }))).phone_verified).toBe(
      true,
    );
  });

  it("of an app steps up and logs in", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    for (const form of [
      (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
      (code: string) => inDigits(ARABIC, code),
      (code: string) => `\u200E${code.slice(0, 3)}\u2013${code.slice(3)}\t`,
    ]) {
      await allowCodeReuse(person);
      expect((await stepUp(person, { code: form(app.code()) })).status).toBe(204);
      await allowCodeReuse(person);
      const { challenge } = await firstStep(person);
      expect((await secondStep(challenge, { code: form(app.code()) })).status).toBe(200);
    }
  });

  it("of recovery replaces the app with any dash, case and blanks", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const forms = [
      (code: string) => code.replaceAll("-", "\u2013"),
      (code: string) => code.replaceAll("-", "\u2011").toLowerCase(),
      (code: string) => code.replaceAll("-", "\u2212"),
      (code: string) => `\u2068${code.replaceAll("-", "\u00A0")}\u2069\n`,
      (code: string) => code.replaceAll("0", "O").replaceAll("1", "l"),
    ];
    for (const [i, form] of forms.entries()) {
      const proof = { recovery_code: form(recoveryCodes[i] ?? "") };
      expect((await stepUp(person, proof)).status).toBe(204);
    }
  });
});

describe("text in which nothing can be seen", () => {
  it.each([
    "\u3164\u3164\u3164",
    "\u200B\u200B",
    "\u2800\u2800",
    "\u00AD\u034F",
    "\u{E0041}\u{E0042}",
  ])("is no name, label or note: %j", async (text) => {
    const [person, payee] = await Promise.all([funded(), registerPerson()]);
    const { accessToken: token } = person;
    const registration = { username: text, phone: newPhone(), password: PASSWORD };
    const transfer = { amount: "1.00", to_phone: payee.phone, note: text };
    const passkey = "/v1/factors/passkeys/psk_01kazv5q0vfvtrx6r2n1p3b4c5";
    for (const [answer, pointer] of [
      [post("/v1/auth/register", registration), "/username"],
      [patchMe(person, { username: text }), "/username"],
      [post("/v1/wallets", { currency: "USD", label: text }, token), "/label"],
      [post("/v1/transfers", transfer, token), "/note"],
      [api("PATCH", passkey, { token, body: { name: text } }), "/name"],
      [api("GET", `/v1/transactions?q=${encodeURIComponent(text)}`, { token }), "/q"],
    ] as const) {
      await expectProblem(answer, 400, "invalid_request", pointer);
    }
  });

  it.each(["مي", "李明", "می\u200Cخواهم", "👨\u200D👩\u200D👧", "ശ്രീ"])(
    "is not refused where a script needs it: %s",
    async (username) => {
      const body = { username, phone: newPhone(), password: PASSWORD };
      expect((await jsonOf(post("/v1/auth/register", body))).user.username).toBe(username);
    },
  );
});
