import type { Page, Request, Route } from "@playwright/test";
import { done, type Person } from "../people.ts";

/** The requests of a page that move money, without those that only ask what would happen. */
export interface Sent {
  readonly requests: readonly Request[];
  /** The different idempotency keys among them. */
  keys(): string[];
}

const isPayment = (request: Request, path: string) =>
  request.method() === "POST" &&
  new URL(request.url()).pathname === path &&
  request.headers().prefer === undefined;

/** Notes the payments that a page sends to a path of the API from now on. */
export function watchPayments(page: Page, path = "/v1/transfers"): Sent {
  const requests: Request[] = [];
  page.on("request", (request) => {
    if (isPayment(request, path)) requests.push(request);
  });
  return {
    requests,
    keys: () => [...new Set(requests.map((request) => request.headers()["idempotency-key"] ?? ""))],
  };
}

/** Puts something in the way of the first `times` payments of a page; the rest goes through. */
export async function onPayment(
  page: Page,
  act: (route: Route, attempt: number) => Promise<void>,
  { times = 1, path = "/v1/transfers" } = {},
): Promise<void> {
  let attempt = 0;
  await page.route(`**${path}`, async (route) => {
    if (!isPayment(route.request(), path)) return route.fallback();
    attempt += 1;
    return attempt > times ? route.fallback() : act(route, attempt);
  });
}

/** An answer of the service that refuses or does not know. */
export async function answerProblem(
  route: Route,
  { status, code, retryAfter }: { status: number; code: string; retryAfter?: number },
): Promise<void> {
  await route.fulfill({
    status,
    headers: {
      "Content-Type": "application/problem+json",
      ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }),
    },
    body: JSON.stringify({
      type: `/docs/problems#${code}`,
      title: "Put here by a test",
      status,
      code,
      request_id: "5a0a3b52-0d7e-4a53-9a0e-2f3f0a3c1b11",
    }),
  });
}

/** Commits the payment, and loses its answer on the way back. */
export async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort("connectionreset");
}

type Type = "TRANSFER" | "DEPOSIT" | "WITHDRAW" | "EXCHANGE" | "CAPTURE" | "REFUND";

/** How many transactions of a type the person's ledger has. */
export async function countOf({ api }: Person, type: Type): Promise<number> {
  const { data } = await done(
    api.GET("/v1/transactions", { params: { query: { type, status: "success" } } }),
  );
  return data.length;
}
