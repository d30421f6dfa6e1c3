// The first script. It is small, so that it runs while the rest is loaded: it asks the service for what
// the page needs, and the network for the code of the page.
import "./styles/index.css";
import "./api/early.ts";
import { optionally } from "./app/optional-load.ts";
import { userId } from "./app/session-mark.ts";

// The router loads the code again if this fails.
if (userId() === null) void optionally(() => import("./pages/front-pages.ts"));
else if (location.pathname === "/") void optionally(() => import("./pages/home/home-page.tsx"));
