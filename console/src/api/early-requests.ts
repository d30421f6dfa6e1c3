import type { Locks } from "@mahfaza/client";
import { EarlyAnswers } from "./early-answers.ts";
import { earlyTurn, HANDOVER_MS, SESSION_LOCK } from "./early-turn.ts";

/** What the early requests need of the browser and of the page that starts. */
interface EarlyParts {
  readonly fetch: typeof fetch;
  /** Without the Web Locks API nothing is asked early. */
  readonly locks: Locks | undefined;
  /** Whether this browser has a session and a network. */
  readonly canRenew: boolean;
  /** The address of the page. */
  readonly page: string;
}

/** What the client uses in place of the browser's own. */
interface EarlyRequests {
  readonly fetch: typeof fetch;
  readonly locks: Locks | undefined;
}

/** The pages that show wallets first. */
const WITH_WALLETS: ReadonlySet<string> = new Set([
  "/",
  "/wallets",
  "/send",
  "/deposit",
  "/withdraw",
  "/exchange",
  "/history",
  "/holds",
  "/holds/new",
]);

/** How long the client waits for one answer. */
const TIMEOUT_MS = 20_000;

/**
 * Renews the session and asks for what the page shows first, while the app's code is on its way.
 * Each answer becomes that of the client's own first attempt, so that its rules of retries, tabs
 * and refusals stay the only ones. What the client has not taken in time is dropped.
 */
export function earlyRequests(parts: EarlyParts): EarlyRequests {
  const { fetch, locks, canRenew } = parts;
  if (!locks || !canRenew) return { fetch, locks };
  const answers = new EarlyAnswers();
  const turn = earlyTurn(locks, async () => {
    await ask(parts, answers);
    setTimeout(() => answers.drop(), HANDOVER_MS);
  });
  return {
    fetch: (input, init) => {
      const early = input instanceof Request ? answers.take(input) : null;
      return early ?? fetch(input, init);
    },
    locks: {
      request: async (name, options, work) => {
        const done = name === SESSION_LOCK ? await turn.run(work) : null;
        return done ? done.value : locks.request(name, options, work);
      },
    },
  };
}

/** Ends once the refresh is answered: the cookie then has the next refresh token. */
async function ask({ fetch, page }: EarlyParts, answers: EarlyAnswers): Promise<void> {
  const send = (address: string, init: RequestInit) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const request = new Request(new URL(address, page), { ...init, signal });
    const response = fetch(request);
    answers.keep(request, response);
    return response;
  };
  const token = await tokenOf(send("/v1/auth/refresh", { method: "POST" }));
  if (token === null) return;
  const headers = { Authorization: `Bearer ${token}` };
  if (WITH_WALLETS.has(new URL(page).pathname)) send("/v1/wallets", { headers });
  send("/v1/users/me", { headers });
}

/** The access token of an answer; null when it has none. */
async function tokenOf(answer: Promise<Response>): Promise<string | null> {
  try {
    const { tokens } = await (await answer).clone().json();
    return typeof tokens?.access_token === "string" ? tokens.access_token : null;
  } catch {
    return null;
  }
}
