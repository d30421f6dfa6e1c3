import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { ATTEMPTS_FREE } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { serviceContext } from "../../src/services/context.ts";
import { newAddress, newPhone, PASSWORD, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const app = createApp();
const WRONG = "four-Camels under Marib";

/** An app with one slot for password hashes, and the queue that holds the slot. */
function isolate(settings: Readonly<Record<string, string>> = {}) {
  const bindings = { ...env, PASSWORD_HASHES_MAX: "1", ...settings } as unknown as Env;
  const { hashes } = serviceContext(bindings, readConfig(bindings));
  const ask = async (
    [method = "", path = ""]: readonly string[],
    { body, token, address = newAddress() }: { body?: object; token?: string; address?: string },
  ) =>
    app.request(
      `/v1${path}`,
      {
        method,
        headers: {
          ...(body && { "Content-Type": "application/json" }),
          ...(token && { Authorization: `Bearer ${token}` }),
          "CF-Connecting-IP": address,
        },
        body: body ? JSON.stringify(body) : null,
      },
      bindings,
    );
  return { hashes, ask };
}

describe("an isolate without a free slot for password hashes", () => {
  const password = PASSWORD;
  const HASHING = [
    [["POST", "/auth/register"], () => ({ username: "Test Person", phone: newPhone(), password })],
    [["POST", "/auth/login"], () => ({ phone: newPhone(), password })],
    [
      ["POST", "/auth/password-reset/confirm"],
      () => ({ reset_token: `mpr_${"A".repeat(43)}`, code: "12345678", new_password: password }),
    ],
    [["PATCH", "/users/me"], () => ({ password: WRONG, current_password: password })],
    [["PATCH", "/users/me"], () => ({ email: "new@example.com", current_password: password })],
    [["DELETE", "/users/me"], () => ({ password })],
    [["POST", "/factors/totp"], () => ({ password })],
    [["POST", "/factors/passkeys/options"], () => ({ password })],
  ] as const;

  it.each(HASHING)(
    "answers %j with 503 and Retry-After, and serves it when a slot is free",
    async (route, bodyOf) => {
      const { accessToken: token } = await registerPerson();
      const { hashes, ask } = isolate();
      const taken = hashes.takeSlot();
      const answer = await ask(route, { body: bodyOf(), token });
      expect(answer.headers.get("Retry-After")).toMatch(/^\d+$/);
      await expectProblem(answer, 503, "service_busy");
      taken?.release();
      expect((await ask(route, { body: bodyOf(), token })).status).not.toBe(503);
      // Each request releases its slot.
      expect(hashes.takeSlot()).not.toBeNull();
    },
  );

  it("serves requests that hash no password", async () => {
    const { accessToken: token, refreshToken: refresh_token } = await registerPerson();
    const { hashes, ask } = isolate();
    hashes.takeSlot();
    const renamed = { body: { username: "Another Name" }, token };
    expect((await ask(["PATCH", "/users/me"], renamed)).status).toBe(200);
    expect((await ask(["GET", "/wallets"], { token })).status).toBe(200);
    expect((await ask(["POST", "/auth/refresh"], { body: { refresh_token } })).status).toBe(200);
  });

  it("counts no login attempt for requests that it refuses", async () => {
    const { phone } = await registerPerson();
    const { hashes, ask } = isolate();
    const address = newAddress();
    const logIn = (tried: string) =>
      ask(["POST", "/auth/login"], { body: { phone, password: tried }, address });
    const taken = hashes.takeSlot();
    for (let i = 0; i < 4 * ATTEMPTS_FREE; i++) {
      await expectProblem(logIn(WRONG), 503, "service_busy");
    }
    taken?.release();
    for (let i = 0; i < ATTEMPTS_FREE - 1; i++) {
      await expectProblem(logIn(WRONG), 401, "invalid_credentials");
    }
    expect((await logIn(PASSWORD)).status).toBe(200);
  });

  it("serves as many requests at once as it has slots, and refuses the others at once", async () => {
    const { ask } = isolate({ PASSWORD_HASHES_MAX: "3", PASSWORD_SCRYPT: "ln=12,r=8,p=2" });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(["POST", "/auth/login"], { body: { phone: newPhone(), password: WRONG } }),
      ),
    );
    const of = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([of(401), of(503)]).toEqual([3, 17]);
  });
});
