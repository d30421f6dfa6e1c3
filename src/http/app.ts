import type { OpenAPIHono } from "@hono/zod-openapi";
import { type Clock, systemClock } from "../domain/instant.ts";
import { answerError } from "./answer-error.ts";
import type { AppEnv } from "./app-env.ts";
import { boundedUrl } from "./middleware/bounded-url.ts";
import { clearBrowser } from "./middleware/clear-browser.ts";
import { clock } from "./middleware/clock.ts";
import { crossOrigin } from "./middleware/cross-origin.ts";
import { httpsOnly } from "./middleware/https-only.ts";
import { methodNotAllowed } from "./middleware/method-not-allowed.ts";
import { rateLimitedByNetwork } from "./middleware/rate-limited.ts";
import { requestId } from "./middleware/request-id.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { withServices } from "./middleware/service-context.ts";
import { answerNotFound } from "./not-found.ts";
import { describeApi } from "./openapi.ts";
import { adminFundingEventRoutes } from "./routes/admin-funding-events.ts";
import { adminMoneyProposalRoutes } from "./routes/admin-money-proposals.ts";
import { adminOperatorRoutes } from "./routes/admin-operators.ts";
import { adminRateRoutes } from "./routes/admin-rates.ts";
import { adminReversalRoutes } from "./routes/admin-reversals.ts";
import { adminRoleProposalRoutes } from "./routes/admin-role-proposals.ts";
import { adminSuspensionRoutes } from "./routes/admin-suspensions.ts";
import { adminTierRoutes } from "./routes/admin-tiers.ts";
import { adminUserRoutes } from "./routes/admin-users.ts";
import { adminWalletRoutes } from "./routes/admin-wallets.ts";
import { auditEventRoutes } from "./routes/audit-events.ts";
import { authRoutes } from "./routes/auth.ts";
import { balanceRoutes } from "./routes/balances.ts";
import { consoleRoutes } from "./routes/console.ts";
import { contactRoutes } from "./routes/contacts.ts";
import { currencyRoutes } from "./routes/currencies.ts";
import { depositRoutes } from "./routes/deposits.ts";
import { docsRoutes } from "./routes/docs.ts";
import { entryRoutes } from "./routes/entries.ts";
import { exchangeRoutes } from "./routes/exchanges.ts";
import { factorRoutes } from "./routes/factors.ts";
import { fundingEventRoutes } from "./routes/funding-events.ts";
import { healthRoutes } from "./routes/health.ts";
import { holdChangeRoutes } from "./routes/hold-changes.ts";
import { holdRoutes } from "./routes/holds.ts";
import { limitRoutes } from "./routes/limits.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { passwordResetRoutes } from "./routes/password-reset.ts";
import { phoneClaimRoutes } from "./routes/phone-claims.ts";
import { quoteRoutes } from "./routes/quotes.ts";
import { rateRoutes } from "./routes/rates.ts";
import { recipientRoutes } from "./routes/recipients.ts";
import { refundRoutes } from "./routes/refunds.ts";
import { secondFactorRoutes } from "./routes/second-factor.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { tokenRoutes } from "./routes/tokens.ts";
import { transactionRoutes } from "./routes/transactions.ts";
import { transferRoutes } from "./routes/transfers.ts";
import { userRoutes } from "./routes/users.ts";
import { walletRoutes } from "./routes/wallets.ts";
import { withdrawalRoutes } from "./routes/withdrawals.ts";
import { createRouter } from "./routing.ts";

interface AppOptions {
  /** The clock of every request: Unix time in milliseconds. A test sets its own. */
  readonly nowMs?: Clock;
}

/** The whole API: middleware from the outside in, then the routes of each noun. */
export function createApp({ nowMs = systemClock }: AppOptions = {}): OpenAPIHono<AppEnv> {
  const app = createRouter();
  app.use(clock(nowMs), requestId, securityHeaders, boundedUrl, withServices, httpsOnly);
  app.use(crossOrigin);
  app.use(methodNotAllowed(app));
  app.use("/v1/auth/register", rateLimitedByNetwork("REGISTRATION_RATE_LIMIT"));
  app.use("/v1/auth/*", rateLimitedByNetwork("AUTH_RATE_LIMIT"));
  app.use("/v1/funding/*", rateLimitedByNetwork("WRITE_RATE_LIMIT"));
  app.use("/readyz", rateLimitedByNetwork("READ_RATE_LIMIT"));

  app.on("POST", ["/v1/auth/logout", "/v1/users/me/delete"], clearBrowser);
  app.on("DELETE", "/v1/users/me", clearBrowser);

  app.route("/", healthRoutes);
  app.route("/", docsRoutes);
  app.route("/", consoleRoutes);
  app.route("/v1/auth", authRoutes);
  app.route("/v1/auth", tokenRoutes);
  app.route("/v1/auth/password-reset", passwordResetRoutes);
  app.route("/v1/auth/phone-claims", phoneClaimRoutes);
  app.route("/v1/auth", secondFactorRoutes);
  app.route("/v1/factors", factorRoutes);
  app.route("/v1/factors/passkeys", passkeyRoutes);
  app.route("/v1/users", userRoutes);
  app.route("/v1/users", auditEventRoutes);
  app.route("/v1/users/me/sessions", sessionRoutes);
  app.route("/v1/users", contactRoutes);
  app.route("/v1/wallets", walletRoutes);
  app.route("/v1/wallets", entryRoutes);
  app.route("/v1/wallets", balanceRoutes);
  app.route("/v1/transactions", transactionRoutes);
  app.route("/v1/transactions", refundRoutes);
  app.route("/v1/deposits", depositRoutes);
  app.route("/v1/withdrawals", withdrawalRoutes);
  app.route("/v1/transfers", transferRoutes);
  app.route("/v1/limits", limitRoutes);
  app.route("/v1/holds", holdRoutes);
  app.route("/v1/holds", holdChangeRoutes);
  app.route("/v1/funding", fundingEventRoutes);
  app.route("/v1/recipients", recipientRoutes);
  app.route("/v1/currencies", currencyRoutes);
  app.route("/v1/rates", rateRoutes);
  app.route("/v1/quotes", quoteRoutes);
  app.route("/v1/exchanges", exchangeRoutes);
  app.route("/v1/admin", adminOperatorRoutes);
  app.route("/v1/admin", adminRateRoutes);
  app.route("/v1/admin", adminRoleProposalRoutes);
  app.route("/v1/admin", adminUserRoutes);
  app.route("/v1/admin", adminSuspensionRoutes);
  app.route("/v1/admin", adminTierRoutes);
  app.route("/v1/admin", adminWalletRoutes);
  app.route("/v1/admin", adminMoneyProposalRoutes);
  app.route("/v1/admin", adminFundingEventRoutes);
  app.route("/v1/admin", adminReversalRoutes);
  describeApi(app);

  app.notFound(answerNotFound);
  app.onError(answerError);

  return app;
}
