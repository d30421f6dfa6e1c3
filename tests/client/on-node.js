// Pays with the installed package: `node on-node.js <the service's address> <a phone> <a password>`.
// In JavaScript, for a Node that cannot run TypeScript. It writes what happened as one line of JSON.
import {
  createClient,
  items,
  memoryIntentStore,
  memoryTokenStore,
  money,
  openIntent,
  tokenSession,
} from "@mahfaza/client";

const [, , baseUrl, phone, password] = process.argv;
let isLosing = false;

/** Loses the answer of one payment, after the service has carried it out. */
async function losingFetch(request) {
  const response = await fetch(request);
  if (!isLosing || !request.url.endsWith("/v1/transfers")) return response;
  isLosing = false;
  throw new TypeError("fetch failed");
}

const options = { baseUrl, fetch: losingFetch, retry: { baseMs: 1 } };
const session = tokenSession({ ...options, store: memoryTokenStore() });
await session.logIn({ phone, password });
const client = createClient({ ...options, session });
const intent = await openIntent({ name: "pay", store: memoryIntentStore() });
const { data: own } = await client.POST("/v1/wallets", { body: { currency: "YEM" } });
isLosing = true;
const body = { amount: money("7", "YEM"), currency: "YEM", to_wallet_id: own.id };
const { data, response } = await client.POST("/v1/transfers", { body, intent });
const types = [];
for await (const one of items(client, "/v1/transactions")) types.push(one.type);
await session.logOut();
const isReplay = response.headers.get("Idempotency-Replayed") === "true";
console.log(JSON.stringify({ node: process.versions.node, amount: data.amount, isReplay, types }));
