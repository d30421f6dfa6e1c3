// What a smoke test asks of a deployed Worker, in order. Its money goes back out and its people are deleted; their
// transactions stay, because history cannot be changed.
import { randomUUID } from "node:crypto";
import { CliError } from "../cli-error.ts";
import type { Answer, Send } from "./client.ts";
import { newPerson, type SmokePerson } from "./people.ts";

/** The state that the steps share. */
export interface Smoke {
  readonly send: Send;
  readonly payer: SmokePerson;
  readonly payee: SmokePerson;
  /** The id of the transfer that a later step repeats and finds again. */
  transferId: string;
  /** Whether a deposit is credited at once; otherwise no money can be moved here. */
  isFunded: boolean;
}

export interface Step {
  readonly name: string;
  /** It is left out where deposits wait for a provider. */
  readonly needsMoney?: true;
  /** Resolves to what is worth telling; throws a CliError for an answer that is not as it should be. */
  run(smoke: Smoke): Promise<string>;
}

const MONEY = "1.00";
const TRANSFER = { amount: "0.40", note: "smoke test" };
/** A phone of another smoke test that was not deleted: another number is tried. */
const REGISTER_TRIES_MAX = 20;

export const newSmoke = (send: Send): Smoke => ({
  send,
  payer: newPerson("Smoke Payer"),
  payee: newPerson("Smoke Payee"),
  transferId: "",
  isFunded: true,
});

function expectStatus(answer: Answer, status: number, code?: string): Answer {
  if (answer.status === status && (code === undefined || answer.body?.code === code)) return answer;
  const got = answer.body?.code ?? answer.body?.title ?? "";
  const id = answer.body?.request_id ? `, request ${answer.body.request_id}` : "";
  throw new CliError(
    `expected ${status}${code ? ` ${code}` : ""}, got ${answer.status} ${got}${id}`,
  );
}

function expectEqual(what: string, got: unknown, expected: unknown): void {
  if (got === expected) return;
  throw new CliError(`expected ${what} ${expected}, got ${JSON.stringify(got) ?? "none"}`);
}

async function register(send: Send, person: SmokePerson): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { username, phone, password } = person;
    const answer = await send("POST", "/v1/auth/register", { body: { username, phone, password } });
    if (answer.body?.code !== "phone_taken" || tries === REGISTER_TRIES_MAX) {
      person.walletId = expectStatus(answer, 201).body.wallet.id;
      return;
    }
    Object.assign(person, { phone: newPerson(username).phone });
  }
}

async function logIn(send: Send, person: SmokePerson): Promise<void> {
  const { phone, password } = person;
  const answer = await send("POST", "/v1/auth/login", { body: { phone, password } });
  person.token = expectStatus(answer, 200).body.tokens.access_token;
}

async function balanceOf(send: Send, { token, walletId }: SmokePerson): Promise<string> {
  return expectStatus(await send("GET", `/v1/wallets/${walletId}`, { token }), 200).body.balance;
}

const key = () => `smoke-${randomUUID()}`;

export const STEPS: readonly Step[] = [
  {
    name: "GET /healthz",
    async run({ send }) {
      expectStatus(await send("GET", "/healthz"), 200);
      return "the Worker runs";
    },
  },
  {
    name: "GET /readyz",
    async run({ send }) {
      const { body } = expectStatus(await send("GET", "/readyz"), 200);
      expectEqual("ledger problems", body.ledger?.problems, 0);
      return `it reaches the database; the ledger is verified until ${body.ledger.verified_until}`;
    },
  },
  {
    name: "GET /openapi.json",
    async run({ send }) {
      const { body } = expectStatus(await send("GET", "/openapi.json"), 200);
      const paths = Object.keys(body?.paths ?? {}).length;
      if (paths === 0) throw new CliError("the document names no path");
      return `OpenAPI ${body.openapi}, ${paths} paths`;
    },
  },
  {
    name: "without a token",
    async run({ send }) {
      expectStatus(await send("GET", "/v1/wallets"), 401, "token_missing");
      return "refused";
    },
  },
  {
    name: "register two people",
    async run({ send, payer, payee }) {
      for (const person of [payer, payee]) {
        await register(send, person);
        await logIn(send, person);
      }
      return `${payer.phone} and ${payee.phone}, both logged in`;
    },
  },
  {
    name: "deposit",
    async run(smoke) {
      const { send, payer } = smoke;
      const request = { token: payer.token, body: { amount: MONEY }, key: key() };
      const answer = await send("POST", "/v1/deposits", request);
      smoke.isFunded = answer.status !== 202;
      if (!smoke.isFunded) return `${answer.body.reference} waits for the provider`;
      const { body } = expectStatus(answer, 201);
      expectEqual("balance", await balanceOf(send, payer), MONEY);
      return body.reference;
    },
  },
  {
    name: "transfer, twice with one key",
    needsMoney: true,
    async run(smoke) {
      const { send, payer, payee } = smoke;
      // By wallet: a deployment need not pay phones that nobody has verified.
      const body = { ...TRANSFER, to_wallet_id: payee.walletId };
      const request = { token: payer.token, body, key: key() };
      const first = expectStatus(await send("POST", "/v1/transfers", request), 201);
      const again = expectStatus(await send("POST", "/v1/transfers", request), 201);
      smoke.transferId = first.body.id;
      expectEqual("the same transaction", again.body.id, first.body.id);
      expectEqual("Idempotency-Replayed", again.headers.get("Idempotency-Replayed"), "true");
      expectEqual("the payer's balance", await balanceOf(send, payer), "0.60");
      expectEqual("the payee's balance", await balanceOf(send, payee), TRANSFER.amount);
      return `${first.body.reference}, posted once`;
    },
  },
  {
    name: "a refusal",
    async run({ send, payer }) {
      const request = { token: payer.token, body: { amount: "9999.00" }, key: key() };
      const answer = await send("POST", "/v1/withdrawals", request);
      expectStatus(answer, 422, "insufficient_funds");
      expectEqual("the recorded status", answer.body.transaction?.status, "failed");
      return "insufficient_funds, and recorded";
    },
  },
  {
    name: "history",
    needsMoney: true,
    async run({ send, payer, payee, transferId }) {
      const own = await send("GET", "/v1/transactions?limit=10", { token: payer.token });
      expectEqual("transactions of the payer", expectStatus(own, 200).body.data.length, 3);
      const other = await send("GET", "/v1/transactions?limit=10", { token: payee.token });
      expectEqual("the payee's transaction", expectStatus(other, 200).body.data[0]?.id, transferId);
      return "each sees what is theirs";
    },
  },
  {
    name: "withdraw all, delete both",
    async run(smoke) {
      await cleanUp(smoke);
      const { send, payer } = smoke;
      const { phone, password } = payer;
      const answer = await send("POST", "/v1/auth/login", { body: { phone, password } });
      expectStatus(answer, 401, "invalid_credentials");
      return "nobody and no money is left";
    },
  },
];

/** Withdraws what the people have and deletes them, as far as they came into being. */
export async function cleanUp({ send, payer, payee }: Smoke): Promise<void> {
  for (const { token, password, ...person } of [payer, payee]) {
    if (token === "") continue;
    const balance = await balanceOf(send, { token, password, ...person });
    if (balance !== "0.00") {
      const request = { token, body: { amount: balance }, key: key() };
      expectStatus(await send("POST", "/v1/withdrawals", request), 201);
    }
    const body = { password };
    expectStatus(await send("DELETE", "/v1/users/me", { token, body }), 204);
  }
}
