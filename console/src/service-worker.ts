import { matchPrecache, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

// The shell of the people's app, so that it starts without a network. No answer of the API is
// cached, and no page: a navigation goes to the network first.
declare const SHELL_FILES: { url: string; revision: string | null }[];

interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(
    type: "install" | "activate",
    listener: (event: { waitUntil(done: Promise<void>): void }) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      try {
        return await fetch(request);
      } catch {
        return (await matchPrecache("/")) ?? Response.error();
      }
    },
    { denylist: [/^\/(?:v1|docs|desk|healthz|readyz|openapi\.json)(?:\/|$)/] },
  ),
);

// After the route above, so that the page itself is never answered from the cache while there is a network.
precacheAndRoute(SHELL_FILES, { directoryIndex: "", cleanURLs: false });
