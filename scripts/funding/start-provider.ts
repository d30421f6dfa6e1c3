// The reference provider: it accepts signed payouts, and sends signed events, as a real provider of
// deposits and withdrawals would. It is not part of the Worker, and moves no money.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { type PayoutRequest, ProviderLedger, type ProviderPayment } from "./provider-ledger.ts";

export interface ProviderOptions {
  /** POST /v1/funding/events of the service. */
  readonly eventsUrl: () => string;
  /** Signs events. */
  readonly eventSecret: string;
  /** Verifies payouts. */
  readonly payoutSecret: string;
  /** 0: any free port. */
  readonly port?: number;
  /** The wait between the attempts to send an event; it doubles each time. */
  readonly retryMs?: number;
  onLine?(line: string): void;
}

export interface Provider {
  readonly ledger: ProviderLedger;
  readonly address: string;
  /** Somebody pays a deposit: resolves when the service has accepted the event. */
  pay(money: Pick<ProviderPayment, "reference" | "amount" | "currency">): Promise<ProviderPayment>;
  /** Waits until all events have been accepted, or given up. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
const ATTEMPTS_MAX = 8;
/** A payout whose amount ends so fails: to try what the service does then. */
const FAILING = /\.13$/;

/** Starts the provider on the loopback interface. */
export async function startProvider(options: ProviderOptions): Promise<Provider> {
  const { eventSecret, payoutSecret, port = 0, onLine = () => {} } = options;
  const ledger = new ProviderLedger();
  const payouts = new Webhook(payoutSecret);
  const sending = new Set<Promise<void>>();
  const send = (payment: ProviderPayment): Promise<void> => {
    const work = sendEvent(options, new Webhook(eventSecret), payment).finally(() =>
      sending.delete(work),
    );
    sending.add(work);
    return work;
  };
  const pay: Provider["pay"] = async (money) => {
    const payment = ledger.addDeposit(money);
    await send(payment);
    return payment;
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const route = `${request.method} ${new URL(request.url ?? "/", "http://provider").pathname}`;
    if (!isOwnHost(request)) return answer(response, 403, { error: "only by its own address" });
    if (route === "GET /payments") return answer(response, 200, { data: ledger.payments });
    if (route === "POST /pay") return answer(response, 201, await pay(JSON.parse(body)));
    if (route !== "POST /payouts") return answer(response, 404, { error: "nothing is here" });
    const payout = verified(payouts, request, body);
    if (!payout) return answer(response, 401, { error: "the signature is not right" });
    const payment = ledger.acceptPayout(payout);
    if (!payment) return answer(response, 409, { error: "the id is of another payout" });
    answer(response, 202, { id: payout.id, payment_id: payment.payment_id });
    if (payment.status !== "pending") return;
    const status = FAILING.test(payment.amount) ? "failed" : "succeeded";
    onLine(`payout ${payout.reference} of ${payout.amount} ${payout.currency}: ${status}`);
    void send(ledger.end(payment.payment_id, status)).catch((error) => onLine(`${error}`));
  });
  server.listen(port, LOOPBACK);
  await once(server, "listening");
  return {
    ledger,
    address: `${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    pay,
    async settled() {
      while (sending.size > 0) await Promise.allSettled([...sending]);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Sends one event until the service accepts it: the same id at each attempt, a new signature. */
async function sendEvent(
  { eventsUrl, retryMs = 500 }: ProviderOptions,
  webhook: Webhook,
  { type, status, ...payment }: ProviderPayment,
): Promise<void> {
  const id = `evt_${randomUUID()}`;
  const { reference, payment_id, amount, currency } = payment;
  const data = { reference, payment_id, amount, currency };
  const event = { type: `${type}.${status}`, timestamp: new Date().toISOString(), data };
  const body = JSON.stringify(event);
  for (let tried = 0; ; tried++) {
    const at = new Date();
    const headers = {
      "Content-Type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": webhook.sign(id, at, body),
    };
    const response = await fetch(eventsUrl(), { method: "POST", headers, body }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    if (tried === ATTEMPTS_MAX - 1) throw new Error(`event ${id} is not accepted`);
    await new Promise((resolve) => setTimeout(resolve, retryMs * 2 ** tried));
  }
}

// A page elsewhere can point its own host name at this address.
function isOwnHost({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "");
}

/** The payout that the service has signed; null if it has not. */
function verified(
  webhook: Webhook,
  { headers }: IncomingMessage,
  body: string,
): PayoutRequest | null {
  try {
    const payout = webhook.verify(body, headers as Record<string, string>) as PayoutRequest;
    return payout.id === headers["idempotency-key"] ? payout : null;
  } catch {
    // The answer 401 tells the service that the payout was not accepted.
    return null;
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
