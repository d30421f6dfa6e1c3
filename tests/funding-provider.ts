import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { vi } from "vitest";
import { signatureHeaders } from "../src/crypto/webhook-signature.ts";
import { readConfig } from "../src/env.ts";
import { createApp } from "../src/http/app.ts";
import { handOverDuePayouts } from "../src/jobs/run-in-batches.ts";
import { serviceContext } from "../src/services/context.ts";
import { expectDocumented } from "./contract/documented-answers.ts";
import { idOf, query } from "./database.ts";
import { type ApiRequest, api, jsonOf, newAddress, type Person } from "./people.ts";

export const PAYOUT_URL = "https://provider.example/payouts";

/** The tests' deployment with a provider. */
export const WEBHOOK_ENV = {
  ...env,
  FUNDING_PROVIDER: "webhook",
  FUNDING_PAYOUT_URL: PAYOUT_URL,
} as unknown as Env;

/** Services with a provider. */
export const providedServices = () => serviceContext(WEBHOOK_ENV, readConfig(WEBHOOK_ENV));

/** Waits for the work of a request after its answer. */
const pending: Promise<unknown>[] = [];
const execution = {
  waitUntil: (work: Promise<unknown>) => void pending.push(work),
  passThroughOnException() {},
  props: {},
} as unknown as ExecutionContext;

/** One request to a deployment with a provider, whose work after the answer has ended. */
export async function provided(
  method: string,
  path: string,
  { token, body, headers }: ApiRequest = {},
): Promise<Response> {
  const response = await createApp().request(
    `https://mahfaza.example${path}`,
    {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        "CF-Connecting-IP": newAddress(),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    },
    WEBHOOK_ENV,
    execution,
  );
  await Promise.all(pending.splice(0));
  await expectDocumented(method, path, response);
  return response;
}

let nextEvent = 0;
export const newEventId = () => `evt_${Date.now()}_${nextEvent++}`;

const [NEW_SECRET = "", OLD_SECRET = ""] = readConfig(env).funding.webhookSecrets;

export { NEW_SECRET, OLD_SECRET };

export interface Sending {
  readonly id?: string;
  readonly secret?: string;
  /** Unix time in seconds. */
  readonly timestamp?: number;
}

/** The text of an event's body, and the headers that sign it. */
export function signedEvent(body: string, sending: Sending = {}) {
  const {
    id = newEventId(),
    secret = NEW_SECRET,
    timestamp = Math.floor(Date.now() / 1_000),
  } = sending;
  return { body, headers: signatureHeaders(secret, { id, timestamp, body }) };
}

/** Sends an event of the provider, signed. */
export function sendEvent(type: string, data: object, sending: Sending = {}): Promise<Response> {
  return api("POST", "/v1/funding/events", signedEvent(JSON.stringify({ type, data }), sending));
}

/** What the provider says about a deposit or a withdrawal as the API shows it. */
export const dataOf = (shown: { reference: string; amount: string; currency: string }) => ({
  reference: shown.reference,
  payment_id: `pmt_${shown.reference}`,
  amount: shown.amount,
  currency: shown.currency,
});

/** The answer to an event, as `decision reason`. */
export async function decisionOf(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  const { decision, reason } = await jsonOf(response);
  return reason === null ? decision : `${decision} ${reason}`;
}

/** A pending deposit of a person. */
export const pendingDeposit = ({ accessToken: token }: Person, amount = "25.00") =>
  jsonOf(provided("POST", "/v1/deposits", { token, body: { amount } }));

/** A payout as the provider received it. */
export interface ReceivedPayout {
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** A provider that answers payouts with this status, in place of the network; null: no answer. */
export function stubProvider(status: () => number | null) {
  const received: ReceivedPayout[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    if (input !== PAYOUT_URL) return real(input, init);
    received.push({ headers: new Headers(init?.headers), body: JSON.parse(`${init?.body}`) });
    const code = status();
    if (code === null) throw new Error("the connection was lost");
    return new Response("", { status: code });
  });
  return received;
}

/** Makes all payouts due now and runs their job. */
export async function runPayouts(): Promise<number> {
  await query(sql`UPDATE funding_intents SET due_at = now() WHERE due_at IS NOT NULL`);
  return handOverDuePayouts(providedServices());
}

/** Moves the time of a deposit or withdrawal to the past. */
export async function expire(wireId: string): Promise<void> {
  const id = idOf(wireId.startsWith("dpi") ? "dpi" : "pay", wireId);
  await query(sql`UPDATE funding_intents SET expires_at = now() - interval '1 second'
    WHERE id = ${id}`);
}
