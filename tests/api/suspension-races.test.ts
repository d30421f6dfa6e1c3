import { describe, expect, it } from "vitest";
import type { CurrencyCode } from "../../src/domain/currency.ts";
import type { Email } from "../../src/domain/email.ts";
import type { PasskeyId } from "../../src/domain/ids.ts";
import type { Caller, ServiceContext } from "../../src/services/context.ts";
import { changeProfile } from "../../src/services/identity/change-profile.ts";
import { confirmTotp } from "../../src/services/identity/confirm-totp.ts";
import { endOtherSessions } from "../../src/services/identity/end-other-sessions.ts";
import { enrolTotp } from "../../src/services/identity/enrol-totp.ts";
import { remakeRecoveryCodes } from "../../src/services/identity/remake-recovery-codes.ts";
import { removePasskey } from "../../src/services/identity/remove-passkey.ts";
import { removeTotp } from "../../src/services/identity/remove-totp.ts";
import { renamePasskey } from "../../src/services/identity/rename-passkey.ts";
import { sendVerificationCode } from "../../src/services/identity/send-verification-code.ts";
import { startPasskeyRegistration } from "../../src/services/identity/start-passkey-registration.ts";
import { verifyContact } from "../../src/services/identity/verify-contact.ts";
import { openWallet } from "../../src/services/wallets/open-wallet.ts";
import { auditEvents, idOf, suspend } from "../database.ts";
import { beginTotp, enrolTotp as enrolApp } from "../factors.ts";
import { codeSentTo } from "../messages.ts";
import { addPasskey } from "../passkeys.ts";
import { api, logIn, newEmail, PASSWORD, type Person, registerPerson } from "../people.ts";
import { callerOf, interruptedAtLock, origin } from "../services.ts";
import { act, registerOperator } from "./operator.ts";
import { stateOf } from "./suspension-acts.ts";

type Change = (ctx: ServiceContext, caller: Caller, person: Person) => Promise<unknown>;

let passkeyId: PasskeyId;
let code = "";

async function withPasskey(person: Person): Promise<void> {
  passkeyId = idOf("psk", (await addPasskey(person)).passkey.id) as PasskeyId;
}
async function withCode({ accessToken: token, phone }: Person): Promise<void> {
  await api("POST", "/v1/users/me/contacts/phone/verification", { token });
  code = await codeSentTo(phone);
}
async function withPendingApp(person: Person): Promise<void> {
  code = (await beginTotp(person)).code();
}
const asRegistered = async () => {};
const profile = (change: object): Change => {
  return (ctx, caller) => changeProfile(ctx, caller, { ...change, origin: origin() });
};
const currentPassword = PASSWORD;

// Each reads while the user is not suspended, and then writes under a lock.
const CHANGES: readonly (readonly [string, (person: Person) => Promise<unknown>, Change])[] = [
  [
    "opens a wallet",
    asRegistered,
    (ctx, caller) =>
      openWallet(ctx, caller, {
        currency: "USD" as CurrencyCode,
        label: null,
        idempotencyKey: "raced",
      }),
  ],
  ["changes the name", asRegistered, profile({ username: "Another Name" })],
  [
    "changes the e-mail address",
    asRegistered,
    profile({ email: newEmail() as Email, currentPassword }),
  ],
  [
    "changes the password",
    asRegistered,
    profile({ password: "seven-Lanterns over Sanaa", currentPassword }),
  ],
  [
    "asks for a code",
    asRegistered,
    (ctx, caller) => sendVerificationCode(ctx, caller, { channel: "phone", origin: origin() }),
  ],
  [
    "verifies a contact",
    withCode,
    (ctx, caller) => verifyContact(ctx, caller, { channel: "phone", code, origin: origin() }),
  ],
  [
    "begins to enrol an app",
    asRegistered,
    (ctx, caller) => enrolTotp(ctx, caller, { password: PASSWORD }),
  ],
  ["confirms an app", withPendingApp, (ctx, caller) => confirmTotp(ctx, caller, { code })],
  ["removes an app", enrolApp, removeTotp],
  ["makes recovery codes", enrolApp, remakeRecoveryCodes],
  [
    "begins to add a passkey",
    asRegistered,
    (ctx, caller) => startPasskeyRegistration(ctx, caller, { password: PASSWORD }),
  ],
  [
    "renames a passkey",
    withPasskey,
    (ctx, caller) => renamePasskey(ctx, caller, { id: passkeyId, name: "Another" }),
  ],
  ["removes a passkey", withPasskey, (ctx, caller) => removePasskey(ctx, caller, passkeyId)],
];

describe("a user who is suspended between the read and the write", () => {
  it.each(CHANGES)("and %s: changes nothing", async (_, prepare, change) => {
    const person = await registerPerson();
    await prepare(person);
    // Attempts are counted before the write.
    const { attempts: _before, ...before } = await stateOf(person);
    let suspensions = 0;
    const ctx = interruptedAtLock(async () => {
      suspensions += 1;
      await suspend(person.user.id);
    });
    const refused = await change(ctx, callerOf(person), person);
    expect([refused, suspensions]).toEqual([{ ok: false, code: "account_suspended" }, 1]);
    const { attempts: _after, ...after } = await stateOf(person);
    expect(after).toEqual(before);
  });

  it("still ends the other sessions", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const ctx = interruptedAtLock(() => suspend(person.user.id));
    expect(await endOtherSessions(ctx, callerOf(person))).toMatchObject({ ok: true });
    const ended = await api("GET", "/v1/wallets", { token: other.accessToken });
    expect(ended.status).toBe(401);
  });
});

describe("a suspension beside changes of the account", () => {
  it("is followed by no change in the audit log, and no answer says otherwise", async () => {
    const support = await registerOperator("support");
    for (let round = 0; round < 5; round++) {
      const person = await registerPerson();
      const { accessToken: token } = person;
      const email = { email: newEmail(), current_password: person.password };
      const label = { label: `Round ${round}` };
      const [suspended, ...changes] = await Promise.all([
        act(support, "PUT", `/users/${person.user.id}/suspension`, { reason: "investigation" }),
        api("POST", "/v1/wallets", { token, body: { currency: "USD" } }),
        api("PATCH", `/v1/wallets/${person.wallet.id}`, { token, body: label }),
        api("PATCH", "/v1/users/me", { token, body: email }),
        api("POST", "/v1/wallets", { token, body: { currency: "EUR" } }),
      ]);
      expect(suspended.status).toBe(200);
      const types = (await auditEvents(person.user.id)).map(({ type }) => type);
      expect(types.at(-1)).toBe("user_suspended");
      const made = types.filter((type) => /^(wallet|profile)_/.test(type)).length;
      expect(changes.filter(({ ok }) => ok)).toHaveLength(made);
      for (const { ok, status } of changes) expect(ok || status === 403).toBe(true);
    }
  });
});
