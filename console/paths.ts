// The paths of the console, for the Worker, which answers them with HTML, and for the console's own
// routers. It has no imports, so that both can bundle it.

/** The paths of the people's app; ":id" stands for one segment. */
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

/** The operators' app has this path and every path below it. */
export const DESK_ROOT = "/desk";

/** The paths of the operators' app, as patterns. */
export const DESK_PATHS = [DESK_ROOT, `${DESK_ROOT}/*`] as const;

// An id of the API is a prefix and 26 characters. The page itself says that an id is unknown.
const ID = "[A-Za-z0-9_-]{1,64}";

const person = new RegExp(`^(?:${PERSON_PATHS.join("|").replaceAll(":id", ID)})$`);

/** The HTML of a path: of the people's app or of the operators'; null if no page has the path. */
export function consolePageOf(pathname: string): "index" | "desk" | null {
  if (pathname === DESK_ROOT || pathname.startsWith(`${DESK_ROOT}/`)) return "desk";
  return person.test(pathname) ? "index" : null;
}
