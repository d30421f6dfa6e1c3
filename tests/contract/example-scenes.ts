import { sql } from "drizzle-orm";
import { EXAMPLE } from "../../src/contract/examples.ts";
import { EXCHANGE, QUOTE } from "../../src/contract/exchange-examples.ts";
import { act, registerOnlyAdmin, registerOperator } from "../api/operator.ts";
import { idOf, query } from "../database.ts";
import { ageStepUp, allowCodeReuse, beginTotp, enrolTotp, firstStep } from "../factors.ts";
import { signedEvent } from "../funding-provider.ts";
import { codeOfKind, codeSentTo } from "../messages.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, newEmail, newPhone, type Person, registerPerson, verify } from "../people.ts";
import { openWallet, quoted, setRate } from "../rates.ts";

/** What one example needs so that the service can accept it. */
export interface Scene {
  readonly token?: string;
  readonly path?: Readonly<Record<string, string>>;
  /** What stands in place of an example's value: a phone, an identifier, a code. */
  readonly values?: Readonly<Record<string, string>>;
  /** Headers of the request; a signature depends on the body. */
  readonly headersOf?: (body: string) => Record<string, string>;
}

/** The headers of a page of the service. */
const byPage = () => ({ Origin: "https://mahfaza.example" });

async function anybody(): Promise<Scene & { person: Person }> {
  const person = await registerPerson();
  const values = {
    [EXAMPLE.phone]: person.phone,
    [EXAMPLE.wallet]: person.wallet.id,
    [EXAMPLE.email]: newEmail(),
    [EXAMPLE.password]: person.password,
    [EXAMPLE.refreshToken]: person.refreshToken,
  };
  return { person, token: person.accessToken, values };
}

async function withMoney(): Promise<Scene> {
  const scene = await anybody();
  const recipient = await registerPerson();
  const body = { amount: "1000.00", currency: "YEM" };
  await api("POST", "/v1/deposits", { token: scene.person.accessToken, body });
  const values = {
    ...scene.values,
    [EXAMPLE.recipientPhone]: recipient.phone,
    [EXAMPLE.recipientWallet]: recipient.wallet.id,
  };
  return { ...scene, values };
}

/** Somebody who was paid 250.00 by another user. */
async function paid(): Promise<Scene & { path: { id: string } }> {
  const [{ person: payer }, scene] = [await anybody(), await anybody()];
  const pay = (path: string, body: object) => api("POST", path, { token: payer.accessToken, body });
  await pay("/v1/deposits", { amount: "250.00" });
  const body = { amount: "250.00", to_wallet_id: scene.person.wallet.id };
  const { id } = await jsonOf(pay("/v1/transfers", body));
  return { ...scene, path: { id } };
}

/** A hold of 400 YEM: its payer, its payee, and the path to it. */
async function withHold(role: "payer" | "payee"): Promise<Scene> {
  const [payer, payee] = [await registerPerson(), await registerPerson()];
  const token = payer.accessToken;
  await api("POST", "/v1/deposits", { token, body: { amount: "1000.00" } });
  const body = { amount: "400.00", to_phone: payee.phone, expires_in: 3_600 };
  const { hold } = await jsonOf(api("POST", "/v1/holds", { token, body }));
  const { accessToken } = role === "payer" ? payer : payee;
  return { token: accessToken, path: { id: hold.id } };
}

/** Somebody with 150 dollars, and a quote for 100 of them in rials. */
async function withQuote(): Promise<Scene & { person: Person }> {
  const scene = await anybody();
  const recipient = await registerPerson();
  await setRate({ base: "USD", counter: "YEM", market: "aden", numerator: 1_620 });
  const dollars = await openWallet(scene.person, "USD", { amount: "150.00" });
  const body = { from_currency: "USD", to_currency: "YEM", amount: "100.00" };
  const values = {
    ...scene.values,
    [QUOTE.id]: (await quoted(scene.person, body)).id,
    [EXCHANGE.from_wallet ?? ""]: dollars,
    [EXAMPLE.recipientPhone]: recipient.phone,
    [EXAMPLE.recipientWallet]: recipient.wallet.id,
  };
  return { ...scene, values };
}

async function withFactors(): Promise<Scene & { person: Person }> {
  const scene = await anybody();
  const app = await enrolTotp(scene.person);
  await allowCodeReuse(scene.person);
  const [recoveryCode = ""] = app.recoveryCodes;
  const values = {
    ...scene.values,
    [EXAMPLE.totp]: app.code(),
    [EXAMPLE.recoveryCode]: recoveryCode,
  };
  return { ...scene, values };
}

async function halfLoggedIn(): Promise<Scene> {
  const { person, values } = await withFactors();
  const { challenge } = await firstStep(person);
  return { values: { ...values, [EXAMPLE.challenge]: challenge }, headersOf: byPage };
}

async function confirmingTotp(): Promise<Scene> {
  const scene = await anybody();
  const app = await beginTotp(scene.person);
  return { ...scene, values: { [EXAMPLE.totp]: app.code() } };
}

async function withPasskey(): Promise<Scene> {
  const scene = await anybody();
  const { passkey } = await addPasskey(scene.person);
  return { ...scene, path: { id: passkey.id } };
}

async function verifying(): Promise<Scene> {
  const scene = await anybody();
  const path = "/v1/users/me/contacts/phone/verification";
  await api("POST", path, { token: scene.person.accessToken });
  const code = await codeSentTo(scene.person.phone);
  return { ...scene, path: { channel: "phone" }, values: { [EXAMPLE.code]: code } };
}

async function resetting(): Promise<Scene> {
  const { person } = await anybody();
  await verify(person, "phone");
  const body = { phone: person.phone };
  const { reset_token } = await jsonOf(api("POST", "/v1/auth/password-reset", { body }));
  const code = await codeOfKind(person.phone, "password_reset_code");
  return { values: { [EXAMPLE.resetToken]: reset_token, [EXAMPLE.code]: code } };
}

/** Values with a claim of a free phone, and the code that was sent there. */
async function claimed(): Promise<Record<string, string>> {
  const phone = newPhone();
  const { claim } = await jsonOf(api("POST", "/v1/auth/phone-claims", { body: { phone } }));
  const code = await codeSentTo(phone);
  return { [EXAMPLE.phone]: phone, [EXAMPLE.claim]: claim, [EXAMPLE.code]: code };
}

/** A user with a phone, and one who has lost theirs. */
async function loggingIn(): Promise<Scene> {
  const [scene, released] = [await anybody(), await registerPerson()];
  await query(sql`UPDATE users SET phone = NULL WHERE id = ${idOf("usr", released.user.id)}`);
  const values = { ...scene.values, [EXAMPLE.userWithoutPhone]: released.user.id };
  return { values, headersOf: byPage };
}

/** An admin, and somebody whom they act on. */
async function operating(
  of: "user" | "wallet",
  subject: () => Promise<Scene & { person: Person }>,
  operator = () => registerOperator("admin"),
) {
  const admin = await operator();
  const { person, values } = await subject();
  const id = of === "user" ? person.user.id : person.wallet.id;
  return { admin, token: admin.accessToken, path: { id }, ...(values && { values }) };
}

async function unfreezing(): Promise<Scene> {
  const scene = await operating("wallet", anybody);
  await act(scene.admin, "PUT", `/wallets/${scene.path.id}/freeze`, { reason: "investigation" });
  return scene;
}

/** Two wallets of one person, of which the first has money for the example that sweeps it. */
async function closing(): Promise<Scene> {
  const { person, token } = await anybody();
  const open = () => jsonOf(api("POST", "/v1/wallets", { token: person.accessToken, body }));
  const body = { currency: "YEM" };
  const { id } = await open();
  const values = { [EXAMPLE.wallet]: id, [EXAMPLE.ownWallet]: person.wallet.id };
  return { ...(token && { token }), path: { id }, values };
}

async function reopening(): Promise<Scene> {
  const scene = await operating("wallet", anybody);
  await query(sql`UPDATE wallets SET status = 'closed', is_default = false
    WHERE id = ${idOf("wal", scene.path.id)}`);
  return scene;
}

async function lifting(): Promise<Scene> {
  const scene = await operating("user", anybody);
  await act(scene.admin, "PUT", `/users/${scene.path.id}/suspension`, { reason: "investigation" });
  return scene;
}

async function steppingUp(): Promise<Scene> {
  const scene = await withFactors();
  await ageStepUp(scene.person, null);
  return scene;
}

/** How each operation with a body is set up, by operationId. */
export const SCENES: Readonly<Record<string, () => Promise<Scene>>> = {
  register: async () => ({ values: await claimed() }),
  requestPhoneClaim: async () => ({ values: { [EXAMPLE.phone]: newPhone() } }),
  logIn: loggingIn,
  refresh: anybody,
  logOut: anybody,
  requestPasswordReset: async () => ({
    values: { [EXAMPLE.phone]: newPhone(), [EXAMPLE.email]: newEmail() },
  }),
  resetPassword: resetting,
  finishLogIn: halfLoggedIn,
  logInByPasskey: async () => ({}),
  stepUp: steppingUp,
  enrolTotp: anybody,
  confirmTotp: confirmingTotp,
  askPasskeyRegistration: anybody,
  registerPasskey: anybody,
  renamePasskey: withPasskey,
  changeProfile: async () => {
    const scene = await anybody();
    return { ...scene, values: { ...scene.values, ...(await claimed()) } };
  },
  deleteAccount: anybody,
  deleteAccountByPost: anybody,
  verifyContact: verifying,
  openWallet: anybody,
  changeWallet: async () => {
    const scene = await anybody();
    return { ...scene, path: { id: scene.person.wallet.id } };
  },
  receiveFundingEvent: async () => ({ headersOf: (body) => signedEvent(body).headers }),
  proposeAdjustment: () => operating("wallet", anybody),
  closeWallet: closing,
  checkRecipient: withMoney,
  deposit: anybody,
  withdraw: withMoney,
  refundTransaction: paid,
  proposeReversal: async () => {
    const [{ path }, admin] = [await paid(), await registerOperator("admin")];
    return { token: admin.accessToken, path };
  },
  placeHold: withMoney,
  captureHold: () => withHold("payee"),
  voidHold: () => withHold("payee"),
  amendHold: () => withHold("payer"),
  transfer: async () => {
    const scene = await withQuote();
    const body = { amount: "1000.00", currency: "YEM" };
    await api("POST", "/v1/deposits", { token: scene.person.accessToken, body });
    return scene;
  },
  requestQuote: withQuote,
  exchange: withQuote,
  setRate: async () => ({ token: (await registerOperator("admin")).accessToken }),
  findUser: () => operating("user", anybody),
  changeRole: () => operating("user", withFactors, registerOnlyAdmin),
  removeUserFactors: () => operating("user", withFactors),
  removeUserFactorsByPost: () => operating("user", withFactors),
  setTier: () => operating("user", anybody),
  changeOwnLimits: async () => ({ ...(await anybody()), path: { currency: "YEM" } }),
  suspendUser: () => operating("user", anybody),
  liftSuspension: lifting,
  liftSuspensionByPost: lifting,
  freezeWallet: () => operating("wallet", anybody),
  unfreezeWallet: unfreezing,
  unfreezeWalletByPost: unfreezing,
  reopenWallet: reopening,
};

/** Operations that accept unknown fields: another service sends them, and may add to them. */
export const ACCEPTS_UNKNOWN: ReadonlySet<string> = new Set(["receiveFundingEvent"]);

/**
 * Examples that no service can accept as they stand: they need a passkey's signature over a challenge of the
 * service. Each passes its schema, and is refused for this reason alone.
 */
export const UNSIGNED: Readonly<Record<string, string>> = {
  "finishLogIn passkey": "409 challenge_invalid",
  "logInByPasskey passkey": "409 challenge_invalid",
  "stepUp passkey": "409 challenge_invalid",
  "registerPasskey passkey": "409 challenge_invalid",
};
