import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ATTEMPTS_FREE, SESSION_TTL_DAYS } from "../../src/domain/bounds.ts";
import { atTime } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, jsonOf, logIn, newAddress, newPhone, PASSWORD, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const DAY_MS = 86_400_000;
const register = (body: object, key?: string) =>
  api("POST", "/v1/auth/register", { body, headers: key ? { "Idempotency-Key": key } : {} });
const refresh = (refreshToken: string) =>
  api("POST", "/v1/auth/refresh", { body: { refresh_token: refreshToken } });
const me = (token: string) => api("GET", "/v1/users/me", { token });

describe("POST /v1/auth/register", () => {
  it("gives a new user an empty, active default wallet in YEM at once", async () => {
    const phone = newPhone();
    const response = await register({ username: "Amina Saleh", phone, password: PASSWORD });
    expect(response.status).toBe(201);
    const { user, wallet } = await jsonOf(response);
    expect(user).toEqual({
      id: expect.stringMatching(/^usr_[0-9a-z]{26}$/),
      username: "Amina Saleh",
      phone,
      email: null,
      phone_verified: false,
      email_verified: false,
      role: null,
      suspension: null,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(wallet).toMatchObject({
      currency: "YEM",
      status: "active",
      is_default: true,
      label: null,
      balance: "0.00",
      available: "0.00",
      held: "0.00",
    });
    expect(await auditEvents(user.id)).toEqual([{ type: "user_registered", details: {} }]);
  });

  it("reads a national number as Yemeni, and treats every spelling of one number as the same", async () => {
    const phone = newPhone();
    const national = phone.replace("+967", "0");
    const spaced = `${phone.slice(0, 4)} ${phone.slice(4, 6)} ${phone.slice(6)}`;
    const first = await register({ username: "Amina", phone: national, password: PASSWORD });
    expect((await jsonOf(first)).user.phone).toBe(phone);
    for (const again of [phone, spaced, phone.replace("+", "00")]) {
      const body = { username: "Other", phone: again, password: PASSWORD };
      await expectProblem(register(body), 409, "phone_taken");
    }
  });

  it("stores usernames in NFC without surrounding blanks, in every script", async () => {
    for (const [sent, kept] of [
      ["  Amina  ", "Amina"],
      ["Ame\u0301lie", "Am\u00e9lie"],
      ["أمينة صالح", "أمينة صالح"],
      ["山田太郎さん", "山田太郎さん"],
      ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
    ]) {
      const answer = await jsonOf(
        register({ username: sent, phone: newPhone(), password: PASSWORD }),
      );
      expect(answer.user.username).toBe(kept);
    }
  });

  it("accepts names and passwords at their length bounds, and refuses one character more or less", async () => {
    const status = async (body: object) =>
      (await register({ username: "Amina", phone: newPhone(), password: PASSWORD, ...body }))
        .status;
    expect(await status({ username: "ab" })).toBe(201);
    expect(await status({ username: "a" })).toBe(400);
    expect(await status({ username: "😀".repeat(50) })).toBe(201);
    expect(await status({ username: "a".repeat(51) })).toBe(400);
    expect(await status({ password: "xK9#mQ2$vL" })).toBe(201);
    expect(await status({ password: "xK9#mQ2$v" })).toBe(400);
    const long = `${"Zq7!".repeat(2)}${"kW3@pR8&nT5%hY1*".repeat(7)}bV6^dF0(`;
    expect(long).toHaveLength(128);
    expect(await status({ password: long })).toBe(201);
    expect(await status({ password: `${long}x` })).toBe(400);
  });

  it("accepts a password of any printable characters, and verifies all of it in any Unicode composition", async () => {
    const ascii = String.fromCharCode(
      ...Array.from({ length: 95 }, (_, i) => 32 + ((i * 37) % 95)),
    );
    for (const [chosen, sameAs, other] of [
      [ascii, ascii, ascii.slice(0, -1)],
      [`${ascii} ${"z".repeat(32)}`, `${ascii} ${"z".repeat(32)}`, `${ascii} ${"z".repeat(31)}y`],
      [
        "\u212bngstr\u00f6m \ufb01ve lanterns",
        "A\u030angstro\u0308m five lanterns",
        "\u00c5ngstrom five lanterns",
      ],
      [
        "سبعة فوانيس فوق صنعاء القديمة",
        "سبعة فوانيس فوق صنعاء القديمة",
        "سبعة فوانيس فوق صنعاء القديم",
      ],
    ] as const) {
      const phone = newPhone();
      expect((await register({ username: "Amina", phone, password: chosen })).status).toBe(201);
      const logIn = (password: string) =>
        api("POST", "/v1/auth/login", { body: { phone, password } });
      expect((await logIn(sameAs)).status).toBe(200);
      await expectProblem(logIn(other), 401, "invalid_credentials");
    }
  });

  it.each([
    ["password123", "a common password"],
    ["qwertyuiop", "a keyboard's row"],
    ["aaaaaaaaaaaa", "one character again and again"],
    ["1234567890", "a sequence"],
  ])("refuses %s as weak: %s", async (password) => {
    const body = { username: "Amina", phone: newPhone(), password };
    const problem = await expectProblem(register(body), 400, "weak_password", "/password");
    expect(problem.detail.length).toBeGreaterThan(5);
    expect(JSON.stringify(problem)).not.toContain(password);
  });

  it("refuses a password made of the user's own name or phone", async () => {
    const phone = newPhone();
    const username = "Bartholomew Quill";
    for (const password of [
      "bartholomewquill",
      "lliuq-wemolohtraB",
      "Bartholomew Quill1",
      phone,
      phone.slice(1),
      `${phone.slice(4)}!x`,
    ]) {
      await expectProblem(register({ username, phone, password }), 400, "weak_password");
    }
  });

  it.each([
    [{ username: undefined }, "/username", "required"],
    [{ phone: undefined }, "/phone", "required"],
    [{ password: undefined }, "/password", "required"],
    [{ username: 7 }, "/username", "wrong_type"],
    [{ username: ["Amina"] }, "/username", "wrong_type"],
    [{ username: null }, "/username", "wrong_type"],
    [{ username: "     " }, "/username", "too_short"],
    [{ username: "Ami\u0000na" }, "/username", "invalid_text"],
    [{ username: "Ami\nna" }, "/username", "invalid_text"],
    [{ username: "Ami\ud800na" }, "/username", "invalid_text"],
    [{ username: "Ami\u202Ena" }, "/username", "invalid_text"],
    [{ password: "seven Lanterns\u0000 over Sanaa" }, "/password", "invalid_text"],
    [{ phone: "" }, "/phone", "invalid_phone"],
    [{ phone: "12" }, "/phone", "invalid_phone"],
    [{ phone: "+967" }, "/phone", "invalid_phone"],
    [{ phone: "+431234" }, "/phone", "invalid_phone"],
    [{ phone: "+49301234567890123" }, "/phone", "invalid_phone"],
    [{ phone: "not a phone" }, "/phone", "invalid_phone"],
    [{ phone: "+967771234567; DROP TABLE users" }, "/phone", "invalid_phone"],
    [{ phone: `+${"9".repeat(40)}` }, "/phone", "too_long"],
    [{ is_admin: true }, "/is_admin", "unknown_field"],
    [{ balance: "1000000.00" }, "/balance", "unknown_field"],
    [{ id: "usr_01kazv5q0vfvtrx6r2n1p3b4c5" }, "/id", "unknown_field"],
    [{ "a/b~c": 1 }, "/a~1b~0c", "unknown_field"],
  ])("names the field and the reason when it refuses %j", async (change, pointer, code) => {
    const body = { username: "Amina", phone: newPhone(), password: PASSWORD, ...change };
    const problem = await expectProblem(register(body), 400, "invalid_request", pointer);
    expect(problem.errors).toContainEqual({
      in: "body",
      pointer,
      code,
      message: expect.any(String),
    });
  });

  it("lets exactly one of 20 parallel registrations with one phone succeed", async () => {
    const phone = newPhone();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        register({ username: `Person ${i}`, phone, password: PASSWORD }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const [row] = await query(
      sql`SELECT count(*)::int AS people FROM users WHERE phone = ${phone}`,
    );
    expect(row).toEqual({ people: 1 });
  });

  it("gives the same answer to 20 parallel copies of one registration under one key", async () => {
    const body = { username: "Amina", phone: newPhone(), password: PASSWORD };
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(body, "once")));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(texts).size).toBe(1);
    const replayed = answers.filter(
      ({ headers }) => headers.get("Idempotency-Replayed") === "true",
    );
    expect(replayed).toHaveLength(19);
  });

  it("replays a key only for the same password, and refuses it for another body", async () => {
    const body = { username: "Amina", phone: newPhone(), password: PASSWORD };
    expect((await register(body, '"quoted"')).status).toBe(201);
    expect((await register(body, "quoted")).headers.get("Idempotency-Replayed")).toBe("true");
    const other = { ...body, username: "Somebody" };
    await expectProblem(register(other, "quoted"), 422, "idempotency_key_reused");
    const otherPassword = { ...body, password: "four-Camels under Marib" };
    await expectProblem(register(otherPassword, "quoted"), 422, "idempotency_key_reused");
    await expectProblem(register(body, "another"), 409, "phone_taken");
    await expectProblem(register(body), 409, "phone_taken");
  });

  it("counts passwords tried under a key as login attempts, so that a key allows no extra attempts", async () => {
    const phone = newPhone();
    const headers = { "Idempotency-Key": "once", "CF-Connecting-IP": newAddress() };
    const send = (password: string) =>
      api("POST", "/v1/auth/register", { body: { username: "Amina", phone, password }, headers });
    expect((await send(PASSWORD)).status).toBe(201);
    // A correct password is not counted.
    expect((await send(PASSWORD)).status).toBe(201);
    const attempts = Array.from({ length: 20 }, (_, i) => send(`${i} quiet Lanterns near Marib`));
    const counts = (await Promise.all(attempts)).map(({ status }) => status).sort();
    const free = ATTEMPTS_FREE;
    expect(counts).toEqual([...Array(free).fill(422), ...Array(20 - free).fill(429)]);
    const body = { phone, password: PASSWORD };
    const logIn = api("POST", "/v1/auth/login", { body, headers });
    await expectProblem(logIn, 429, "too_many_attempts");
  });

  it.each([
    "",
    '""',
    '"',
    "with blank",
    '"with blank"',
    '"unfinished',
    '"a"b"',
    '"a\\b"',
    '"a";v=1',
    '"a", "a"',
    "a, a",
    "k".repeat(256),
    `"${"k".repeat(256)}"`,
    "clé",
  ])("refuses the malformed key %j", async (key) => {
    const body = { username: "Amina", phone: newPhone(), password: PASSWORD };
    const headers = { "Idempotency-Key": key };
    const answer = api("POST", "/v1/auth/register", { body, headers });
    await expectProblem(answer, 400, "invalid_request", "/Idempotency-Key");
  });

  it.each([
    ['"once-7"', "once-7"],
    ['"a\\"b"', 'a"b'],
    ['"a\\\\b"', "a\\b"],
  ])("reads the quoted key %s as %s", async (quoted, plain) => {
    const body = { username: "Amina", phone: newPhone(), password: PASSWORD };
    expect((await register(body, quoted)).status).toBe(201);
    const again = await register(body, plain);
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
  });

  it("accepts a quoted key of 255 characters that are all escaped", async () => {
    const body = { username: "Amina", phone: newPhone(), password: PASSWORD };
    expect((await register(body, `"${'\\"'.repeat(255)}"`)).status).toBe(201);
  });

  it("accepts a key of 255 characters", async () => {
    const body = { username: "Amina", phone: newPhone(), password: PASSWORD };
    expect((await register(body, "k".repeat(255))).status).toBe(201);
  });

  it("stores the password as an scrypt hash in PHC format", async () => {
    const { user } = await registerPerson();
    const [row] = await query<{ password_hash: string }>(
      sql`SELECT password_hash FROM users WHERE id = ${idOf("usr", user.id)}`,
    );
    expect(row?.password_hash).toMatch(/^\$scrypt\$ln=\d+,r=\d+,p=\d+\$[\w+/-]{22,}\$[\w+/-]{43}$/);
  });
});

describe("POST /v1/auth/login", () => {
  it("answers with the user and the tokens", async () => {
    const { phone, user } = await registerPerson("Amina");
    const response = await api("POST", "/v1/auth/login", { body: { phone, password: PASSWORD } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const answer = await jsonOf(response);
    expect(answer).toEqual({
      status: "logged_in",
      user,
      tokens: {
        access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/),
        refresh_token: expect.stringMatching(/^mrt_[\w-]{43}$/),
        token_type: "Bearer",
        expires_in: 600,
      },
    });
  });

  it("gives the same answer for an unknown phone and a wrong password", async () => {
    const { phone, user } = await registerPerson();
    const attempt = (number: string) =>
      api("POST", "/v1/auth/login", {
        body: { phone: number, password: "four-Camels under Marib" },
        headers: { "X-Request-Id": "same" },
      });
    const [wrong, unknown] = [await attempt(phone), await attempt(newPhone())];
    const [a, b] = [await wrong.clone().text(), await unknown.clone().text()];
    expect(a).toBe(b);
    await expectProblem(wrong, 401, "invalid_credentials");
    await expectProblem(unknown, 401, "invalid_credentials");
    const events = (await auditEvents(user.id)).map(({ type }) => type);
    expect(events).toEqual(["user_registered", "user_logged_in", "log_in_refused"]);
  });

  it("hashes the password again when the configured cost has changed", async () => {
    const { user, phone } = await registerPerson();
    const id = idOf("usr", user.id);
    const other = await query<{ password_hash: string }>(
      sql`SELECT password_hash FROM users WHERE id = ${id}`,
    );
    const { UNQUEUED } = await import("../../src/crypto/hash-queue.ts");
    const { hashPassword } = await import("../../src/crypto/password.ts");
    const cheap = await hashPassword(PASSWORD, { log2N: 5, r: 8, p: 1 }, UNQUEUED);
    await query(sql`UPDATE users SET password_hash = ${cheap} WHERE id = ${id}`);
    await logIn(phone);
    const [after] = await query<{ password_hash: string }>(
      sql`SELECT password_hash FROM users WHERE id = ${id}`,
    );
    const costOf = (text: string | undefined) => text?.split("$")[2];
    expect(costOf(after?.password_hash)).toBe(costOf(other[0]?.password_hash));
    expect((await logIn(phone)).accessToken).not.toBe("");
  });
});

describe("POST /v1/auth/refresh", () => {
  it("exchanges a refresh token for a new pair, and stores only its hash", async () => {
    const person = await registerPerson();
    const response = await refresh(person.refreshToken);
    expect(response.status).toBe(200);
    const { tokens } = await jsonOf(response);
    expect(tokens.refresh_token).not.toBe(person.refreshToken);
    expect((await me(tokens.access_token)).status).toBe(200);
    const rows = await query<{ spent: boolean; length: number }>(sql`
      SELECT t.spent_at IS NOT NULL AS spent, octet_length(t.hash) AS length
      FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
      WHERE s.user_id = ${idOf("usr", person.user.id)} ORDER BY spent DESC`);
    expect(rows).toEqual([
      { spent: true, length: 32 },
      { spent: false, length: 32 },
    ]);
  });

  it("refuses the tokens of an expired session, which were valid until then", async () => {
    const person = await registerPerson();
    const startMs = Date.now();
    const endMs = startMs + SESSION_TTL_DAYS * DAY_MS;
    let { refreshToken: token } = await atTime(startMs, () => logIn(person.phone));
    let accessToken = "";
    // The last refresh is five minutes before the session's end: then its access token is still valid.
    for (const atMs of [startMs + 10 * DAY_MS, startMs + 20 * DAY_MS, endMs - 300_000]) {
      const { tokens } = await jsonOf(atTime(atMs, () => refresh(token)));
      [token, accessToken] = [tokens.refresh_token, tokens.access_token];
    }
    expect((await atTime(endMs - 1, () => me(accessToken))).status).toBe(200);
    await expectProblem(
      atTime(endMs, () => me(accessToken)),
      401,
      "session_ended",
    );
    await expectProblem(
      atTime(endMs, () => refresh(token)),
      401,
      "session_ended",
    );
  });

  it("refuses anything that is not a refresh token", async () => {
    const person = await registerPerson();
    for (const token of [
      "",
      "mrt_",
      person.accessToken,
      `${person.refreshToken}x`,
      person.refreshToken.slice(0, -1),
      `mrt_${"A".repeat(43)}`,
      "mrt_' OR 1=1 --",
    ]) {
      await expectProblem(refresh(token), 401, "token_invalid");
    }
    await expectProblem(refresh("x".repeat(2049)), 400, "invalid_request", "/refresh_token");
    expect((await refresh(person.refreshToken)).status).toBe(200);
  });
});

describe("POST /v1/auth/logout", () => {
  it("ends this session from the next request on, and no other session", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const response = await api("POST", "/v1/auth/logout", { token: person.accessToken });
    expect(response.status).toBe(204);
    await expectProblem(me(person.accessToken), 401, "session_ended");
    await expectProblem(refresh(person.refreshToken), 401, "session_ended");
    const again = api("POST", "/v1/auth/logout", { token: person.accessToken });
    await expectProblem(again, 401, "session_ended");
    expect((await me(other.accessToken)).status).toBe(200);
  });
});
