import { sql } from "drizzle-orm";
import { newId, toWireId } from "../../src/domain/ids.ts";
import { idOf, query } from "../database.ts";
import { enrolTotp } from "../factors.ts";
import { api, jsonOf, logIn, newPhone, PASSWORD, type Person, registerPerson } from "../people.ts";
import { expireQuotes, openWallet, quoted, setRate } from "../rates.ts";
import type { Actor } from "./actors.ts";
import { act, registerOperator } from "./operator.ts";

/** The expected answer for an actor: a status, or the status and code of a problem. */
export type Answer = number | `${number} ${string}`;

/** The people of one request: the caller, and the owner of the resources that it names. */
export interface Scene {
  readonly caller: Person;
  readonly owner: Person;
  /** A deposit of the owner. */
  readonly transactionId: string;
}

type Made<T> = (scene: Scene) => T | Promise<T>;

/** One request, and the answer for each actor. A route has one row for each way to name a resource. */
export interface Row {
  /** As the OpenAPI document has it: `GET /v1/wallets/{id}`. */
  readonly route: string;
  readonly answers: Readonly<Record<Actor, Answer>>;
  /** The values of the path's parameters. */
  readonly path?: Made<Readonly<Record<string, string>>>;
  readonly body?: Made<unknown>;
  /** The query that the route requires, with its question mark. */
  readonly query?: string;
  /**
   * Each caller is a new person, because the request ends the caller's session or account, or because its
   * answer depends on the requests of other rows.
   */
  readonly needsNewPerson?: true;
}

const NO_ACTIVE_SESSION = {
  nobody: "401 token_missing",
  revoked: "401 session_ended",
  expired: "401 token_expired",
  deleted: "401 session_ended",
} as const satisfies Partial<Record<Actor, Answer>>;

/** Everybody: the route ignores tokens. */
const anybody = (answer: Answer): Row["answers"] => ({
  nobody: answer,
  another: answer,
  owner: answer,
  support: answer,
  admin: answer,
  suspended: answer,
  revoked: answer,
  expired: answer,
  deleted: answer,
});

/** Every user with an active session, for their own account; also a suspended one. */
const oneself = (answer: Answer): Row["answers"] => ({
  ...NO_ACTIVE_SESSION,
  another: answer,
  owner: answer,
  support: answer,
  admin: answer,
  suspended: answer,
});

/** The same answers, except that a suspended user is refused. */
const unlessSuspended = (answers: Row["answers"]): Row["answers"] => ({
  ...answers,
  suspended: "403 account_suspended",
});

/** Only the owner of the resource. Other users with an active session are refused, operators too. */
const theOwner = (answer: Answer, refusal: Answer): Row["answers"] => ({
  ...oneself(refusal),
  owner: answer,
});

/** Operators of both roles, for other users. */
const operators = (answer: Answer): Row["answers"] => ({
  ...oneself("403 role_required"),
  support: answer,
  admin: answer,
});

/** Only admins. */
const admins = (answer: Answer): Row["answers"] => ({
  ...oneself("403 role_required"),
  admin: answer,
});

const anyUser: Row["path"] = async () => ({ id: (await registerPerson()).user.id });
/** A new user with a second factor. */
const anyUserWithFactor = async () => {
  const person = await registerPerson();
  await enrolTotp(person);
  return { id: person.user.id };
};
const anyAdmin: Row["path"] = async () => ({ id: (await registerOperator("admin")).user.id });
/** A role that a new admin has proposed. */
const anyProposal: Row["path"] = async () => {
  const { id } = await anyUserWithFactor();
  const [admin] = [await registerOperator("admin"), await registerOperator("admin")];
  const proposed = await jsonOf(act(admin, "PUT", `/users/${id}/role`, { role: "support" }));
  return { id: proposed.id };
};
const RATE = {
  base_currency: "CAD",
  spread_basis_points: 0,
  fee_basis_points: 0,
  valid_for_seconds: 60,
};
let proposedRate = 1;
/** A rate that a new admin has proposed, twice the one before. */
const anyRateProposal: Row["path"] = async () => {
  proposedRate *= 2;
  const terms = { ...RATE, counter_currency: "HKD", rate: `${proposedRate}` };
  const proposed = await jsonOf(act(await registerOperator("admin"), "PUT", "/rates", terms));
  return { id: proposed.id };
};
/** A quote of the owner, from rials into riyals. */
const ownersQuote = async ({ owner }: Scene): Promise<{ id: string }> => {
  await expireQuotes(owner);
  await setRate({ base: "QAR", counter: "YEM", market: "aden", numerator: 445 });
  return quoted(owner, { from_currency: "YEM", to_currency: "QAR", amount: "10.00" });
};
/** An adjustment of a new user's wallet that a new admin has proposed. */
const anyAdjustment: Row["path"] = async () => {
  const [admin, person] = [await registerOperator("admin"), await registerPerson()];
  const body = { direction: "credit", amount: "1.00", reason: "goodwill" };
  const proposed = await jsonOf(
    act(admin, "POST", `/wallets/${person.wallet.id}/adjustments`, body),
  );
  return { id: proposed.id };
};
/** A payment that the owner received from a new user. */
const paymentToOwner: Row["path"] = async ({ owner }) => {
  const { accessToken: token } = await registerPerson("The payer");
  await api("POST", "/v1/deposits", { token, body: { amount: "1.00" } });
  const body = { amount: "1.00", to_wallet_id: owner.wallet.id };
  return { id: (await jsonOf(api("POST", "/v1/transfers", { token, body }))).id };
};
const ownersAccount: Row["path"] = ({ owner }) => ({ id: owner.user.id });
const sessionOf = ({ accessToken }: { readonly accessToken: string }): string =>
  JSON.parse(atob(accessToken.split(".")[1] ?? "")).sid;
/** A passkey in the owner's list that does not make a second factor required, so that logins stay as they are. */
const ownersPasskey: Row["path"] = async ({ owner }) => {
  const id = newId("psk", Date.now());
  const userId = idOf("usr", owner.user.id);
  await query(sql`DELETE FROM passkeys WHERE user_id = ${userId}`);
  await query(sql`INSERT INTO passkeys
      (id, user_id, credential_id, public_key, sign_count, transports, name, created_at)
    VALUES (${id}, ${userId}, sha256(${id}::bytea), '\\x00', 0, '{}', 'A phone', now())`);
  return { id: toWireId("psk", id) };
};

/** A browser's answer to a challenge that the service did not issue. */
const answerWith = (response: object) => {
  const clientDataJSON = btoa(JSON.stringify({ challenge: "A".repeat(43) })).replaceAll("=", "");
  const passkey = { id: "AAAA", rawId: "AAAA", type: "public-key" };
  return { ...passkey, response: { clientDataJSON, ...response } };
};

const ownersWallet: Row["path"] = ({ owner }) => ({ id: owner.wallet.id });

/** A new hold between the owner's two wallets, so that the owner is its payer and its payee. */
const ownersHold: Row["path"] = async ({ owner: { accessToken: token } }) => {
  const { data } = await jsonOf(api("GET", "/v1/wallets", { token }));
  const other = data.find(
    (w: { currency: string; is_default: boolean; status: string }) =>
      w.currency === "YEM" && !w.is_default && w.status === "active",
  );
  const body = { currency: "YEM" };
  const { id } = other ?? (await jsonOf(api("POST", "/v1/wallets", { token, body })));
  const asked = { amount: "0.01", to_wallet_id: id, expires_in: 60 };
  const { hold } = await jsonOf(api("POST", "/v1/holds", { token, body: asked }));
  return { id: hold.id };
};

/** Every route, with the answer for each actor. */
export const MATRIX: readonly Row[] = [
  { route: "GET /healthz", answers: anybody(200) },
  { route: "GET /readyz", answers: anybody(200) },
  { route: "GET /v1/currencies", answers: anybody(200) },
  { route: "GET /v1/rates", answers: oneself(200) },
  {
    route: "POST /v1/quotes",
    answers: unlessSuspended(oneself(201)),
    body: async () => {
      await setRate({ base: "QAR", counter: "YEM", market: "aden", numerator: 445 });
      return { from_currency: "YEM", to_currency: "QAR", amount: "10.00", side: "source" };
    },
  },
  {
    route: "GET /v1/quotes/{id}",
    answers: theOwner(200, "404 quote_not_found"),
    path: async (scene) => ({ id: (await ownersQuote(scene)).id }),
  },
  {
    route: "POST /v1/exchanges",
    answers: theOwner(201, "404 quote_not_found"),
    body: async (scene) => ({
      quote_id: (await ownersQuote(scene)).id,
      to_wallet_id: await openWallet(scene.owner, "QAR"),
    }),
  },

  {
    route: "POST /v1/auth/register",
    answers: anybody(201),
    body: () => ({ username: "New Person", phone: newPhone(), password: PASSWORD }),
  },
  {
    route: "POST /v1/auth/login",
    answers: anybody(200),
    body: ({ owner }) => ({ phone: owner.phone, password: owner.password }),
  },
  {
    route: "POST /v1/auth/refresh",
    answers: anybody(200),
    body: async ({ owner }) => ({ refresh_token: (await logIn(owner.phone)).refreshToken }),
  },
  {
    route: "POST /v1/auth/password-reset",
    answers: anybody(202),
    body: () => ({ phone: newPhone() }),
  },
  {
    route: "POST /v1/auth/password-reset/confirm",
    answers: anybody("403 code_refused"),
    body: () => ({ reset_token: "mpr_", code: "00000000", new_password: PASSWORD }),
  },
  {
    route: "POST /v1/auth/phone-claims",
    answers: anybody(202),
    body: () => ({ phone: newPhone() }),
  },
  {
    route: "POST /v1/auth/register",
    answers: anybody("403 code_refused"),
    body: ({ owner }) => ({
      username: "New Person",
      phone: owner.phone,
      password: PASSWORD,
      phone_claim: { claim: "mpc_", code: "00000000" },
    }),
  },
  {
    route: "POST /v1/auth/logout",
    // An access token that has expired ends its session too.
    answers: { ...oneself(204), expired: 204 },
    needsNewPerson: true,
  },
  {
    route: "POST /v1/auth/logout",
    // Two tokens must be of one session, and this refresh token is of another one than the caller's.
    answers: { ...anybody("401 token_invalid"), nobody: 204 },
    body: async ({ owner }) => ({ refresh_token: (await logIn(owner.phone)).refreshToken }),
  },
  {
    route: "POST /v1/auth/login/second-factor",
    answers: anybody("409 challenge_invalid"),
    body: () => ({ challenge: "A".repeat(43), code: "123456" }),
  },
  { route: "POST /v1/auth/login/passkey/options", answers: anybody(200) },
  {
    route: "POST /v1/auth/login/passkey",
    answers: anybody("409 challenge_invalid"),
    body: () => ({ passkey: answerWith({ authenticatorData: "AAAA", signature: "AAAA" }) }),
  },
  { route: "POST /v1/auth/step-up/options", answers: oneself("404 factor_not_found") },
  {
    route: "POST /v1/auth/step-up",
    answers: oneself("403 second_factor_wrong"),
    body: () => ({ code: "123456" }),
  },

  { route: "GET /v1/factors", answers: oneself(200) },
  {
    route: "POST /v1/factors/totp/confirm",
    answers: unlessSuspended(oneself("404 factor_not_found")),
    body: () => ({ code: "123456" }),
    needsNewPerson: true,
  },
  {
    route: "POST /v1/factors/totp",
    answers: unlessSuspended(oneself(201)),
    body: ({ caller }) => ({ password: caller.password }),
  },
  { route: "DELETE /v1/factors/totp", answers: unlessSuspended(oneself("404 factor_not_found")) },
  {
    route: "POST /v1/factors/recovery-codes",
    answers: unlessSuspended(oneself("404 factor_not_found")),
  },
  {
    route: "POST /v1/factors/passkeys/options",
    answers: unlessSuspended(oneself(200)),
    body: ({ caller }) => ({ password: caller.password }),
  },
  {
    route: "POST /v1/factors/passkeys",
    answers: unlessSuspended(oneself("409 challenge_invalid")),
    body: () => ({ passkey: answerWith({ attestationObject: "AAAA" }), name: "A phone" }),
  },
  {
    route: "PATCH /v1/factors/passkeys/{id}",
    answers: unlessSuspended(theOwner(200, "404 factor_not_found")),
    path: ownersPasskey,
    body: () => ({ name: "Another name" }),
  },
  {
    route: "DELETE /v1/factors/passkeys/{id}",
    answers: unlessSuspended(theOwner(204, "404 factor_not_found")),
    path: ownersPasskey,
  },

  { route: "GET /v1/users/me", answers: oneself(200) },
  {
    route: "PATCH /v1/users/me",
    answers: unlessSuspended(oneself(200)),
    body: () => ({ username: "Another Name" }),
  },
  {
    route: "PATCH /v1/users/me",
    answers: unlessSuspended(oneself("403 code_refused")),
    body: ({ owner, caller }) => ({
      phone: owner.phone,
      phone_claim: { claim: "mpc_", code: "00000000" },
      current_password: caller.password,
    }),
  },
  {
    route: "DELETE /v1/users/me",
    answers: unlessSuspended(oneself(204)),
    body: ({ caller }) => ({ password: caller.password }),
    needsNewPerson: true,
  },

  {
    route: "POST /v1/users/me/delete",
    answers: unlessSuspended(oneself(204)),
    body: ({ caller }) => ({ password: caller.password }),
    needsNewPerson: true,
  },

  { route: "GET /v1/users/me/audit-events", answers: oneself(200) },

  { route: "GET /v1/users/me/sessions", answers: oneself(200) },
  {
    route: "DELETE /v1/users/me/sessions/{id}",
    answers: theOwner(204, "404 session_not_found"),
    path: async ({ owner }) => ({ id: sessionOf(await logIn(owner.phone)) }),
  },
  { route: "DELETE /v1/users/me/sessions", answers: oneself(204) },
  {
    route: "POST /v1/users/me/contacts/{channel}/verification",
    answers: unlessSuspended(oneself(202)),
    path: () => ({ channel: "phone" }),
  },
  {
    route: "POST /v1/users/me/contacts/{channel}/verification/confirm",
    answers: unlessSuspended(oneself("403 code_refused")),
    path: () => ({ channel: "phone" }),
    body: () => ({ code: "00000000" }),
  },

  { route: "GET /v1/wallets", answers: oneself(200) },
  {
    route: "POST /v1/wallets",
    answers: unlessSuspended(oneself(201)),
    body: () => ({ currency: "USD" }),
  },
  {
    route: "GET /v1/wallets/{id}",
    answers: theOwner(200, "404 wallet_not_found"),
    path: ownersWallet,
  },
  {
    route: "PATCH /v1/wallets/{id}",
    answers: unlessSuspended(theOwner(200, "404 wallet_not_found")),
    path: ownersWallet,
    body: () => ({ label: "Savings" }),
  },
  {
    route: "POST /v1/wallets/{id}/close",
    answers: unlessSuspended(theOwner(200, "404 wallet_not_found")),
    path: async ({ owner }) => {
      const { accessToken: token } = owner;
      const body = { currency: "EUR" };
      return { id: (await jsonOf(api("POST", "/v1/wallets", { token, body }))).id };
    },
    body: () => ({}),
  },
  {
    route: "POST /v1/recipients/check",
    answers: unlessSuspended(oneself(200)),
    body: ({ owner }) => ({ phone: owner.phone }),
  },
  {
    route: "GET /v1/wallets/{id}/balances",
    answers: theOwner(200, "404 wallet_not_found"),
    path: ownersWallet,
  },
  {
    route: "GET /v1/wallets/{id}/entries",
    answers: theOwner(200, "404 wallet_not_found"),
    path: ownersWallet,
  },

  { route: "GET /v1/limits", answers: oneself(200) },
  {
    route: "PATCH /v1/limits/{currency}",
    answers: unlessSuspended(oneself(200)),
    path: () => ({ currency: "YEM" }),
    body: () => ({ day_count: 1_000 }),
  },
  { route: "GET /v1/transactions", answers: oneself(200) },
  {
    route: "GET /v1/transactions/{id}",
    answers: theOwner(200, "404 transaction_not_found"),
    path: ({ transactionId }) => ({ id: transactionId }),
  },
  {
    route: "POST /v1/transactions/{id}/refunds",
    answers: theOwner(201, "404 transaction_not_found"),
    path: paymentToOwner,
    body: () => ({ amount: "1.00" }),
  },

  {
    route: "POST /v1/deposits",
    answers: unlessSuspended(oneself(201)),
    body: () => ({ amount: "10.00" }),
  },
  {
    route: "POST /v1/deposits",
    answers: theOwner(201, "404 wallet_not_found"),
    body: ({ owner }) => ({ amount: "1.00", wallet_id: owner.wallet.id }),
  },
  {
    route: "POST /v1/deposits",
    answers: theOwner(201, "403 not_wallet_owner"),
    body: ({ owner }) => ({ amount: "1.00", phone: owner.phone }),
  },
  {
    route: "POST /v1/withdrawals",
    answers: theOwner(201, "404 wallet_not_found"),
    body: ({ owner }) => ({ amount: "1.00", wallet_id: owner.wallet.id }),
  },
  {
    route: "POST /v1/withdrawals",
    answers: theOwner(201, "403 not_wallet_owner"),
    body: ({ owner }) => ({ amount: "1.00", phone: owner.phone }),
  },
  {
    route: "POST /v1/transfers",
    answers: theOwner("422 same_wallet", "404 wallet_not_found"),
    body: ({ owner, caller }) => ({
      amount: "1.00",
      from_wallet_id: owner.wallet.id,
      to_wallet_id: caller.wallet.id,
    }),
  },

  {
    route: "POST /v1/holds",
    answers: theOwner("422 same_wallet", "404 wallet_not_found"),
    body: ({ owner, caller }) => ({
      amount: "1.00",
      from_wallet_id: owner.wallet.id,
      to_wallet_id: caller.wallet.id,
      expires_in: 60,
    }),
  },
  { route: "GET /v1/holds", answers: oneself(200) },
  {
    route: "GET /v1/holds/{id}",
    answers: theOwner(200, "404 hold_not_found"),
    path: ownersHold,
  },
  {
    route: "POST /v1/holds/{id}",
    answers: theOwner(201, "404 hold_not_found"),
    path: ownersHold,
    body: () => ({ amount: "0.02" }),
  },
  {
    route: "POST /v1/holds/{id}/captures",
    answers: theOwner(201, "404 hold_not_found"),
    path: ownersHold,
  },
  {
    route: "POST /v1/holds/{id}/void",
    answers: theOwner(201, "404 hold_not_found"),
    path: ownersHold,
  },

  {
    route: "POST /v1/admin/users/find",
    answers: operators(200),
    body: ({ owner }) => ({ phone: owner.phone }),
  },
  { route: "GET /v1/admin/users/{id}", answers: operators(200), path: ownersAccount },
  { route: "GET /v1/admin/users/{id}/wallets", answers: operators(200), path: ownersAccount },
  { route: "GET /v1/admin/users/{id}/audit-events", answers: operators(200), path: ownersAccount },
  { route: "GET /v1/admin/users/{id}/transactions", answers: operators(200), path: ownersAccount },
  { route: "GET /v1/admin/users/{id}/limits", answers: operators(200), path: ownersAccount },
  { route: "GET /v1/admin/users/{id}/sessions", answers: operators(200), path: ownersAccount },
  { route: "GET /v1/admin/users/{id}/factors", answers: operators(200), path: ownersAccount },
  {
    route: "GET /v1/admin/transactions/{id}",
    answers: operators(200),
    path: ({ transactionId }) => ({ id: transactionId }),
  },
  { route: "DELETE /v1/admin/users/{id}/sessions", answers: operators(204), path: anyUser },
  // Support acts on plain users only.
  {
    route: "POST /v1/admin/users/find",
    answers: admins(200),
    body: async () => ({ phone: (await registerOperator("admin")).phone }),
  },
  { route: "GET /v1/admin/users/{id}", answers: admins(200), path: anyAdmin },
  { route: "GET /v1/admin/users/{id}/wallets", answers: admins(200), path: anyAdmin },
  { route: "GET /v1/admin/users/{id}/audit-events", answers: admins(200), path: anyAdmin },
  { route: "GET /v1/admin/users/{id}/transactions", answers: admins(200), path: anyAdmin },
  { route: "GET /v1/admin/users/{id}/limits", answers: admins(200), path: anyAdmin },
  { route: "GET /v1/admin/users/{id}/sessions", answers: admins(200), path: anyAdmin },
  { route: "GET /v1/admin/users/{id}/factors", answers: admins(200), path: anyAdmin },
  {
    route: "GET /v1/admin/transactions/{id}",
    answers: admins(200),
    path: async () => {
      const { accessToken: token } = await registerOperator("support");
      const body = { amount: "1.00" };
      return { id: (await jsonOf(api("POST", "/v1/deposits", { token, body }))).id };
    },
  },
  { route: "DELETE /v1/admin/users/{id}/sessions", answers: admins(204), path: anyAdmin },
  {
    route: "PUT /v1/admin/wallets/{id}/freeze",
    answers: admins(200),
    path: async () => ({ id: (await registerOperator("admin")).wallet.id }),
    body: () => ({ reason: "investigation" }),
  },
  {
    route: "DELETE /v1/admin/wallets/{id}/freeze",
    answers: admins("409 wallet_not_frozen"),
    path: async () => ({ id: (await registerOperator("support")).wallet.id }),
    body: () => ({ reason: "mistake" }),
  },
  {
    route: "PUT /v1/admin/users/{id}/role",
    answers: admins(202),
    path: async () => {
      await registerOperator("admin");
      return await anyUserWithFactor();
    },
    body: () => ({ role: "support" }),
  },
  {
    route: "PUT /v1/admin/users/{id}/role",
    answers: admins(200),
    path: anyAdmin,
    body: () => ({ role: "user" }),
  },
  {
    route: "PUT /v1/admin/rates",
    answers: admins(202),
    body: () => ({ ...RATE, counter_currency: "NZD", rate: "1.2" }),
  },
  { route: "GET /v1/admin/rate-proposals", answers: admins(200) },
  {
    route: "POST /v1/admin/rate-proposals/{id}/approve",
    answers: admins(200),
    path: anyRateProposal,
  },
  {
    route: "POST /v1/admin/rate-proposals/{id}/reject",
    answers: admins(204),
    path: anyRateProposal,
  },
  { route: "GET /v1/admin/role-proposals", answers: admins(200) },
  {
    route: "POST /v1/admin/role-proposals/{id}/approve",
    answers: admins(200),
    path: anyProposal,
  },
  {
    route: "POST /v1/admin/role-proposals/{id}/reject",
    answers: admins(204),
    path: anyProposal,
  },
  {
    route: "DELETE /v1/admin/users/{id}/factors",
    answers: admins(204),
    path: anyUserWithFactor,
    body: () => ({ reason: "owner_request" }),
  },
  {
    route: "POST /v1/admin/users/{id}/factors/delete",
    answers: admins(204),
    path: anyUserWithFactor,
    body: () => ({ reason: "owner_request" }),
  },
  {
    route: "PUT /v1/admin/users/{id}/suspension",
    answers: operators(200),
    path: anyUser,
    body: () => ({ reason: "investigation" }),
  },
  {
    route: "PUT /v1/admin/users/{id}/tier",
    answers: operators(200),
    path: ownersAccount,
    body: () => ({ tier: "verified", reason: "identity_verified" }),
  },
  {
    route: "DELETE /v1/admin/users/{id}/suspension",
    answers: operators("409 user_not_suspended"),
    path: ownersAccount,
    body: () => ({ reason: "mistake" }),
  },
  {
    route: "POST /v1/admin/users/{id}/suspension/delete",
    answers: operators("409 user_not_suspended"),
    path: ownersAccount,
    body: () => ({ reason: "mistake" }),
  },
  { route: "GET /v1/admin/operators", answers: admins(200) },
  {
    route: "GET /v1/admin/operators/{id}/audit-events",
    answers: admins(200),
    path: ownersAccount,
  },
  {
    route: "PUT /v1/admin/wallets/{id}/freeze",
    answers: operators(200),
    path: async () => ({ id: (await registerPerson()).wallet.id }),
    body: () => ({ reason: "investigation" }),
  },
  {
    route: "DELETE /v1/admin/wallets/{id}/freeze",
    answers: operators("409 wallet_not_frozen"),
    path: ownersWallet,
    body: () => ({ reason: "mistake" }),
  },
  {
    route: "POST /v1/admin/wallets/{id}/reopen",
    answers: operators("409 wallet_not_closed"),
    path: ownersWallet,
    body: () => ({ reason: "mistake" }),
  },
  {
    route: "POST /v1/admin/wallets/{id}/reopen",
    answers: admins("409 wallet_not_closed"),
    path: async () => ({ id: (await registerOperator("support")).wallet.id }),
    body: () => ({ reason: "mistake" }),
  },
  {
    route: "POST /v1/admin/wallets/{id}/freeze/delete",
    answers: operators("409 wallet_not_frozen"),
    path: ownersWallet,
    body: () => ({ reason: "mistake" }),
  },

  // The provider's route ignores tokens: the signature decides.
  {
    route: "POST /v1/funding/events",
    answers: anybody("403 webhook_signature_invalid"),
    body: () => ({ type: "deposit.succeeded" }),
  },
  { route: "GET /v1/deposits", answers: oneself(200) },
  {
    route: "GET /v1/deposits/{id}",
    answers: theOwner(200, "404 deposit_not_found"),
    path: ({ transactionId }) => ({ id: transactionId.replace(/^txn/, "dpi") }),
  },
  { route: "GET /v1/withdrawals", answers: oneself(200) },
  {
    route: "GET /v1/withdrawals/{id}",
    answers: theOwner(200, "404 withdrawal_not_found"),
    path: async ({ owner: { accessToken: token } }) => {
      const made = await jsonOf(
        api("POST", "/v1/withdrawals", { token, body: { amount: "1.00" } }),
      );
      return { id: made.id.replace(/^txn/, "pay") };
    },
  },
  {
    route: "POST /v1/admin/wallets/{id}/adjustments",
    answers: admins(202),
    path: ownersWallet,
    body: () => ({ direction: "credit", amount: "1.00", reason: "goodwill" }),
  },
  { route: "GET /v1/admin/money-proposals", answers: admins(200) },
  {
    route: "POST /v1/admin/money-proposals/{id}/approve",
    answers: admins(200),
    path: anyAdjustment,
  },
  {
    route: "POST /v1/admin/money-proposals/{id}/reject",
    answers: admins(204),
    path: anyAdjustment,
  },
  {
    route: "POST /v1/admin/transactions/{id}/reversals",
    answers: admins(202),
    path: ({ transactionId }) => ({ id: transactionId }),
    body: () => ({ reason: "fraud", shortfall: "refuse" }),
  },
  { route: "GET /v1/admin/funding-events", answers: operators(200) },
  {
    route: "GET /v1/admin/rates/history",
    answers: operators(200),
    query: "?base_currency=CAD&counter_currency=HKD",
  },
  { route: "GET /v1/admin/deposits", answers: operators(200) },
  { route: "GET /v1/admin/withdrawals", answers: operators(200) },
  { route: "GET /v1/admin/holds", answers: operators(200), query: "?state=open" },
  { route: "GET /v1/admin/health", answers: operators(200) },
];
