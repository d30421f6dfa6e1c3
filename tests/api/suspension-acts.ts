import { sql } from "drizzle-orm";
import { idOf, query } from "../database.ts";
import { beginTotp, enrolTotp } from "../factors.ts";
import { codeSentTo } from "../messages.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, newEmail, newPhone, type Person } from "../people.ts";
import { VirtualAuthenticator } from "../virtual-authenticator.ts";

/** One request that changes an account, and what the person does before it. */
export interface AccountChange {
  readonly title: string;
  readonly method: string;
  /** The answer to a person who is not suspended. */
  readonly status: number;
  /** Resolves to the path and the body of the request. */
  request(person: Person): Promise<readonly [path: string, body?: unknown]>;
}

const CODES = "/v1/users/me/contacts/phone/verification";

const ofProfile = (title: string, body: (person: Person) => object): AccountChange => ({
  title,
  method: "PATCH",
  status: 200,
  request: async (person) => ["/v1/users/me", body(person)],
});
const proven = ({ password }: Person) => ({ current_password: password });

async function newWallet({ accessToken: token }: Person): Promise<string> {
  const body = { currency: "YEM" };
  return (await jsonOf(api("POST", "/v1/wallets", { token, body }))).id;
}

const WALLET_CHANGES: readonly AccountChange[] = [
  {
    title: "open a wallet",
    method: "POST",
    status: 201,
    request: async () => ["/v1/wallets", { currency: "USD" }],
  },
  {
    title: "label a wallet",
    method: "PATCH",
    status: 200,
    request: async ({ wallet }) => [`/v1/wallets/${wallet.id}`, { label: "Mine" }],
  },
  {
    title: "make another wallet the default",
    method: "PATCH",
    status: 200,
    request: async (person) => [`/v1/wallets/${await newWallet(person)}`, { is_default: true }],
  },
];

const PROFILE_CHANGES: readonly AccountChange[] = [
  ofProfile("change the name", () => ({ username: "Another Name" })),
  ofProfile("change the phone", (person) => ({ phone: newPhone(), ...proven(person) })),
  ofProfile("change the e-mail address", (person) => ({ email: newEmail(), ...proven(person) })),
  ofProfile("remove the e-mail address", (person) => ({ email: null, ...proven(person) })),
  ofProfile("change the password", (person) => ({
    password: "seven-Lanterns over Sanaa",
    ...proven(person),
  })),
  {
    title: "delete the account",
    method: "DELETE",
    status: 204,
    request: async ({ password }) => ["/v1/users/me", { password }],
  },
  { title: "have a code sent", method: "POST", status: 202, request: async () => [CODES] },
  {
    title: "verify a contact",
    method: "POST",
    status: 200,
    request: async ({ accessToken: token, phone }) => {
      await api("POST", CODES, { token });
      return [`${CODES}/confirm`, { code: await codeSentTo(phone) }];
    },
  },
];

const FACTOR_CHANGES: readonly AccountChange[] = [
  {
    title: "begin to enrol an app",
    method: "POST",
    status: 201,
    request: async ({ password }) => ["/v1/factors/totp", { password }],
  },
  {
    title: "confirm an app",
    method: "POST",
    status: 200,
    request: async (person) => {
      const app = await beginTotp(person);
      return ["/v1/factors/totp/confirm", { code: app.code() }];
    },
  },
  {
    title: "remove an app",
    method: "DELETE",
    status: 204,
    request: async (person) => {
      await enrolTotp(person);
      return ["/v1/factors/totp"];
    },
  },
  {
    title: "make recovery codes",
    method: "POST",
    status: 201,
    request: async (person) => {
      await enrolTotp(person);
      return ["/v1/factors/recovery-codes"];
    },
  },
  {
    title: "begin to add a passkey",
    method: "POST",
    status: 200,
    request: async ({ password }) => ["/v1/factors/passkeys/options", { password }],
  },
  {
    title: "add a passkey",
    method: "POST",
    status: 201,
    request: async ({ accessToken: token, password }) => {
      const asked = api("POST", "/v1/factors/passkeys/options", { token, body: { password } });
      const passkey = await new VirtualAuthenticator().create((await jsonOf(asked)).options);
      return ["/v1/factors/passkeys", { name: "My phone", passkey }];
    },
  },
  {
    title: "rename a passkey",
    method: "PATCH",
    status: 200,
    request: async (person) => {
      const { passkey } = await addPasskey(person);
      return [`/v1/factors/passkeys/${passkey.id}`, { name: "My key" }];
    },
  },
  {
    title: "remove a passkey",
    method: "DELETE",
    status: 204,
    request: async (person) => {
      const { passkey } = await addPasskey(person);
      return [`/v1/factors/passkeys/${passkey.id}`];
    },
  },
];

/** Every change that a person can make to their account through the API, except payments. */
export const ACCOUNT_CHANGES: readonly AccountChange[] = [
  ...WALLET_CHANGES,
  ...PROFILE_CHANGES,
  ...FACTOR_CHANGES,
];

const OWN_TABLES = [
  "wallets",
  "totp_factors",
  "passkeys",
  "recovery_codes",
  "contact_codes",
  "challenges",
  "idempotency_keys",
  "audit_events",
];

/**
 * Everything that is stored about a person, except their suspension and when their sessions were
 * seen; and, over all people, how many messages there are and how many attempts are counted.
 */
export async function stateOf({ user }: Person): Promise<Record<string, unknown>> {
  const id = idOf("usr", user.id);
  const state: Record<string, unknown> = {};
  for (const table of OWN_TABLES) {
    const owner = table === "wallets" ? sql`owner_id` : sql`user_id`;
    const rows = await query<{ row: unknown }>(sql`
      SELECT to_jsonb(t) AS row FROM ${sql.identifier(table)} t WHERE ${owner} = ${id} ORDER BY 1`);
    state[table] = rows.map(({ row }) => row);
  }
  const [one] = await query(sql`
    SELECT to_jsonb(u) - 'suspended_at' - 'suspension_reason' - 'updated_at' AS users,
      (SELECT count(*)::int FROM messages) AS messages,
      (SELECT sum(tries)::int FROM throttle_counters) AS attempts
    FROM users u WHERE id = ${id}`);
  return { ...state, ...one };
}
