import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { lazy, Route, Router, useLocation } from "preact-iso";
import { HomePage } from "../pages/home/home-page.tsx";
import { WelcomePage } from "../pages/welcome/welcome-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** A page that is loaded when it is opened, by the name of its component. */
function page<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  return lazy(async () => (await load())[name]);
}

const LoginPage = page(() => import("../pages/login/login-page.tsx"), "LoginPage");
const SignupPage = page(() => import("../pages/signup/signup-page.tsx"), "SignupPage");
const ResetPage = page(() => import("../pages/reset/reset-page.tsx"), "ResetPage");

const PAGES: Readonly<Record<string, ComponentType>> = {
  "/": HomePage,
  "/send": page(() => import("../pages/send/send-page.tsx"), "SendPage"),
  "/deposit": page(() => import("../pages/deposit/deposit-page.tsx"), "DepositPage"),
  "/withdraw": page(() => import("../pages/withdraw/withdraw-page.tsx"), "WithdrawPage"),
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
};

/** The pages of somebody who is not logged in. A page of the account asks for a login first. */
export function FrontRoutes() {
  return (
    <Router>
      <Route path="/" component={WelcomePage} />
      <Route path="/signup" component={SignupPage} />
      <Route path="/reset" component={ResetPage} />
      {["/login", ...Object.keys(PAGES).filter((path) => path !== "/")].map((path) => (
        <Route key={path} path={path} component={LoginPage} />
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
  return (
    <Router>
      {["/login", "/signup", "/reset"].map((path) => (
        <Route key={path} path={path} component={ToHome} />
      ))}
      {Object.entries(PAGES).map(([path, component]) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route default component={NotFoundPage} />
    </Router>
  );
}
