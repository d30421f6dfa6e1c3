import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { lazy, Route, Router, useLocation } from "preact-iso";
import { optionally } from "../device/optional-load.ts";
import { NotFoundPage } from "./not-found-page.tsx";

/** A page whose code is loaded when it is opened, or before that. */
interface LazyPage {
  readonly Page: ComponentType;
  readonly load: () => Promise<unknown>;
}

/** A page of its own file, by the name of its component. */
function page<N extends string>(
  importFile: () => Promise<Record<N, ComponentType>>,
  name: N,
): LazyPage {
  const Page = lazy(async () => (await importFile())[name]);
  return { Page, load: importFile };
}

const frontPages = () => import("../pages/front-pages.ts");
const Welcome = page(frontPages, "WelcomePage");
const Login = page(frontPages, "LoginPage");
const Signup = page(frontPages, "SignupPage");
const Reset = page(frontPages, "ResetPage");

const PAGES = {
  "/": page(() => import("../pages/home/home-page.tsx"), "HomePage"),
  "/send": page(() => import("../pages/send/send-page.tsx"), "SendPage"),
  "/deposit": page(() => import("../pages/funding/deposit-page.tsx"), "DepositPage"),
  "/withdraw": page(() => import("../pages/funding/withdraw-page.tsx"), "WithdrawPage"),
  "/exchange": page(() => import("../pages/exchange/exchange-page.tsx"), "ExchangePage"),
  "/history": page(() => import("../pages/history/history-page.tsx"), "HistoryPage"),
  "/history/:id": page(() => import("../pages/history/transaction-page.tsx"), "TransactionPage"),
  "/wallets": page(() => import("../pages/wallets/wallets-page.tsx"), "WalletsPage"),
  "/wallets/new": page(() => import("../pages/wallets/open-wallet-page.tsx"), "OpenWalletPage"),
  "/wallets/:id": page(() => import("../pages/wallets/wallet-page.tsx"), "WalletPage"),
  "/holds": page(() => import("../pages/holds/holds-page.tsx"), "HoldsPage"),
  "/holds/new": page(() => import("../pages/holds/place-hold-page.tsx"), "PlaceHoldPage"),
  "/holds/:id": page(() => import("../pages/holds/hold-page.tsx"), "HoldPage"),
  "/limits": page(() => import("../pages/limits/limits-page.tsx"), "LimitsPage"),
  "/me": page(() => import("../pages/me/me-page.tsx"), "MePage"),
  "/me/profile": page(() => import("../pages/me/profile-page.tsx"), "ProfilePage"),
  "/me/security": page(() => import("../pages/me/security-page.tsx"), "SecurityPage"),
  "/me/activity": page(() => import("../pages/me/activity-page.tsx"), "ActivityPage"),
  "/me/delete": page(() => import("../pages/me/delete-page.tsx"), "DeletePage"),
} satisfies Readonly<Record<string, LazyPage>>;

const PATHS = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** The pages that most people open next, and that home links to. */
const NEXT = ["/send", "/history", "/wallets", "/deposit", "/exchange", "/me"];

/** Loads the code of the first page, beside the requests of the start. */
export function loadFirstPage(hasSession: boolean): void {
  if (hasSession) loadPageAt(location.pathname);
  else void optionally(frontPages);
}

function loadPageAt(path: string): void {
  const fits = (route: string) => new RegExp(`^${route.replace(/:\w+/g, "[^/]+")}$`).test(path);
  // The router loads the code again if this fails.
  const route = PATHS.find(fits);
  if (route) void optionally(PAGES[route].load);
}

interface Connection {
  readonly connection?: { readonly saveData?: boolean };
}

/**
 * Loads the code of the next pages when the first one is quiet, so that they open without a wait
 * for it. Not without a network, and not for somebody who asks to save data.
 */
function loadNextPages(): void {
  if (!navigator.onLine || (navigator as Connection).connection?.saveData) return;
  for (const path of NEXT) loadPageAt(path);
}

/** How long after the start the first page has its data, as a rule. */
const QUIET_MS = 1500;

/** The pages of somebody who is not logged in. A page of the account asks for a login first. */
export function FrontRoutes() {
  return (
    <Router>
      <Route path="/" component={Welcome.Page} />
      <Route path="/signup" component={Signup.Page} />
      <Route path="/reset" component={Reset.Page} />
      {["/login", ...PATHS.filter((path) => path !== "/")].map((path) => (
        <Route key={path} path={path} component={Login.Page} />
      ))}
      <Route default component={NotFoundPage} />
    </Router>
  );
}

/** Somebody who is logged in has no use for the pages of a login. */
function ToHome() {
  const { route } = useLocation();
  useEffect(() => route("/", true), []);
  return null;
}

/** The pages of a person who is logged in. */
export function PersonRoutes() {
  useEffect(() => {
    const timer = setTimeout(loadNextPages, QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Router>
      {["/login", "/signup", "/reset"].map((path) => (
        <Route key={path} path={path} component={ToHome} />
      ))}
      {Object.entries(PAGES).map(([path, { Page }]) => (
        <Route key={path} path={path} component={Page} />
      ))}
      <Route default component={NotFoundPage} />
    </Router>
  );
}
