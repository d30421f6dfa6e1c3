import { exports } from "cloudflare:workers";
import { expectDocumented } from "./contract/documented-answers.ts";
import { codeSentTo, messagesTo } from "./messages.ts";
import { PASSWORD } from "./planted-secrets.ts";

/** A user that one test registered and logged in. */
export interface Person {
  readonly user: { readonly id: string; readonly username: string; readonly phone: string };
  readonly wallet: { readonly id: string; readonly currency: string; readonly balance: string };
  readonly phone: string;
  readonly password: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface ApiRequest {
  readonly token?: string | undefined;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export { PASSWORD };

let nextNumber = Math.floor(Math.random() * 10_000_000);

/** A Yemeni mobile number that no other test uses. */
export function newPhone(): string {
  nextNumber = (nextNumber + 1) % 10_000_000;
  return `+96777${String(nextNumber).padStart(7, "0")}`;
}

/** An e-mail address that no other test uses. */
export function newEmail(): string {
  return `person-${newPhone().slice(1)}@example.com`;
}

let nextAddress = 0;

/**
 * An IP address that no other request of the run uses (from RFC 3849's block, one /48 each), so that
 * failed attempts of one test do not throttle another test.
 */
export function newAddress(): string {
  nextAddress += 1;
  return `2001:db8:${(nextAddress & 0xffff).toString(16)}:${(nextAddress >> 16).toString(16)}::7`;
}

/**
 * One request to the API, as Cloudflare's edge forwards it; each from a new IP address. A response
 * that the OpenAPI document does not describe fails the test.
 */
export async function api(
  method: string,
  path: string,
  request: ApiRequest = {},
): Promise<Response> {
  const { token, body, headers } = request;
  const response = await exports.default.fetch(`https://mahfaza.example${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      "CF-Connecting-IP": newAddress(),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  await expectDocumented(method, path, response);
  return response;
}

/** The JSON of an answer, untyped: a test checks the fields that it needs. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads any JSON.
export async function jsonOf(response: Response | Promise<Response>): Promise<any> {
  return (await response).json();
}

/** Logs in; resolves to the tokens. */
export async function logIn(phone: string, password = PASSWORD) {
  const answer = await jsonOf(api("POST", "/v1/auth/login", { body: { phone, password } }));
  const { access_token, refresh_token } = answer.tokens as Record<string, string>;
  return { accessToken: access_token ?? "", refreshToken: refresh_token ?? "" };
}

/** Registers a new user and logs in. */
export async function registerPerson(username = "Test Person"): Promise<Person> {
  const phone = newPhone();
  const body = { username, phone, password: PASSWORD };
  const response = await api("POST", "/v1/auth/register", { body });
  if (response.status !== 201) throw new Error(`not registered: ${await response.text()}`);
  const { user, wallet } = await jsonOf(response);
  return { user, wallet, phone, password: PASSWORD, ...(await logIn(phone)) };
}

/** Verifies a contact of the person with the code that was sent to it. */
export async function verify(
  person: Person,
  channel: "phone" | "email",
  headers: ApiRequest["headers"] = {},
): Promise<void> {
  const { accessToken: token } = person;
  const address = (await jsonOf(api("GET", "/v1/users/me", { token })))[channel];
  const path = `/v1/users/me/contacts/${channel}/verification`;
  const before = (await messagesTo(address)).length;
  const sent = await api("POST", path, { token });
  if (sent.status !== 202) throw new Error(`no code was sent: ${await sent.text()}`);
  const code = await codeSentTo(address, before + 1);
  const confirmed = await api("POST", `${path}/confirm`, { token, body: { code }, headers });
  if (confirmed.status !== 200) throw new Error(`not verified: ${await confirmed.text()}`);
}
