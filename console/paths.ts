// The paths of the console, for the Worker, which answers them with HTML, and for the console's own
// routers. It has no imports, so that both can bundle it.

/** The paths of the people's app; ":id" stands for one segment, as ":pair" does below. */
export const PERSON_PATHS = [
  "/",
  "/login",
  "/signup",
  "/reset",
  "/send",
  "/deposit",
  "/withdraw",
  "/exchange",
  "/history",
  "/history/:id",
  "/wallets",
  "/wallets/new",
  "/wallets/:id",
  "/holds",
  "/holds/new",
  "/holds/:id",
  "/limits",
  "/me",
  "/me/profile",
  "/me/security",
  "/me/activity",
  "/me/delete",
] as const;

/** The operators' app has this path and paths below it. */
export const DESK_ROOT = "/desk";

/** The routes of the operators' app, as its router has them. */
export const DESK_ROUTES = [
  DESK_ROOT,
  "/desk/people",
  "/desk/people/:id/:tab?",
  "/desk/transactions/:id",
  "/desk/rates",
  "/desk/rates/:pair",
  "/desk/funding/:list?",
  "/desk/proposals/:kind?",
  "/desk/operators",
  "/desk/operators/:id",
] as const;

/** What the last segment of these routes can be. Without it, the first one is shown. */
export const DESK_PARTS = {
  tab: ["wallets", "history", "limits", "security", "audit"],
  list: ["events", "deposits", "withdrawals", "holds"],
  kind: ["money", "roles", "rates"],
} as const;

/** The paths of the operators' app: each route with each of its parts. */
export const DESK_PATHS: readonly string[] = DESK_ROUTES.flatMap((route) => {
  const [, start = "", part = ""] = /^(.+)\/:(\w+)\?$/.exec(route) ?? [];
  if (!start) return [route];
  return [start, ...DESK_PARTS[part as keyof typeof DESK_PARTS].map((name) => `${start}/${name}`)];
});

// An id of the API is a prefix and 26 characters. The page itself says that an id is unknown.
const ID = "[A-Za-z0-9_-]{1,64}";

const matcher = (paths: readonly string[]) =>
  new RegExp(`^(?:${paths.join("|").replace(/:\w+/g, ID)})$`);
const person = matcher(PERSON_PATHS);
const desk = matcher(DESK_PATHS);

/** The HTML of a path: of the people's app or of the operators'; null if no page has the path. */
export function consolePageOf(pathname: string): "index" | "desk" | null {
  if (desk.test(pathname)) return "desk";
  return person.test(pathname) ? "index" : null;
}

/** The app that says that it has no page at a path: each keeps its people where they are. */
export function missingPageOf(pathname: string): "index" | "desk" {
  return pathname.startsWith(`${DESK_ROOT}/`) ? "desk" : "index";
}

/** The path of a page that was asked for with a slash at its end; null for any other path. */
export function withoutSlash(pathname: string): string | null {
  const path = pathname.slice(0, -1);
  return pathname.endsWith("/") && consolePageOf(path) ? path : null;
}
