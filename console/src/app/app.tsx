import { LocationProvider } from "preact-iso";
import { sessionState } from "../api/session.ts";
import { OfflinePage } from "../pages/offline/offline-page.tsx";
import { Front } from "../ui/front.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { FrontRoutes, PersonRoutes } from "./routes.tsx";
import { Shell } from "./shell.tsx";

/** Shows the pages that fit the session. */
export function App() {
  return (
    <LocationProvider>
      <Pages />
    </LocationProvider>
  );
}

function Pages() {
  switch (sessionState.value) {
    case "in":
      return (
        <Shell>
          <PersonRoutes />
        </Shell>
      );
    case "starting":
      return (
        <Shell>
          <Skeleton form="wallets" count={1} />
        </Shell>
      );
    case "offline":
      return (
        <Front>
          <OfflinePage />
        </Front>
      );
    default:
      return (
        <Front>
          <FrontRoutes />
        </Front>
      );
  }
}
