import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "./app-env.ts";
import { problemExamples } from "./problem-answers.ts";
import { REFRESH_COOKIE } from "./refresh-cookie.ts";
import { HEADER_COMPONENTS } from "./response-headers.ts";

const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Mahfaza",
    version: "0.1.0",
    description: [
      "An electronic multi-currency wallet.",
      "",
      "- Register and log in. Send `Authorization: Bearer <access_token>` with every other request.",
      "- Amounts are decimal strings in major units. Times are RFC 3339 in UTC.",
      "- Send an `Idempotency-Key` with every POST that moves money, opens a wallet or registers a",
      "  user. It is then safe to repeat.",
      "- Errors are RFC 9457 problems with a stable `code`. Each operation lists its codes.",
      "- Each answer has the header `X-Request-Id`.",
      "- A path that does not exist answers 404 `not_found`. A method that a path does not have answers",
      "  405 `method_not_allowed`; its header `Allow` lists the methods.",
      "- A query parameter that an operation does not have is refused: 400 `invalid_request`.",
      "- Over plain HTTP the API answers 403 `https_required`.",
    ].join("\n"),
    license: { name: "MIT", url: "https://opensource.org/license/mit" },
  },
  servers: [{ url: "/", description: "This deployment" }],
  tags: [
    { name: "auth", description: "Registration, login, logout and tokens." },
    {
      name: "factors",
      description: "Second factors: authenticator apps, passkeys and recovery codes.",
    },
    { name: "users", description: "Your profile, contacts and audit events." },
    { name: "sessions", description: "Your active sessions." },
    { name: "wallets", description: "Your wallets and their entries." },
    { name: "deposits", description: "Money that enters your wallets." },
    { name: "withdrawals", description: "Money that leaves your wallets." },
    { name: "funding", description: "For the provider of deposits and withdrawals." },
    { name: "transfers", description: "Money that moves between wallets." },
    { name: "holds", description: "Money that is reserved for a payee, who captures it later." },
    {
      name: "transactions",
      description: "The record of your deposits, withdrawals and transfers, successful or failed.",
    },
    { name: "exchange", description: "Rates, quotes, and money that changes its currency." },
    { name: "limits", description: "What you may pay, receive and keep." },
    { name: "currencies", description: "The supported currencies." },
    {
      name: "admin",
      description: "For operators. Each act is in the audit log of the user whom it is about.",
    },
    { name: "health", description: "Whether the service runs and is ready." },
  ],
};

/** The OpenAPI document of the app's routes; it needs no settings and no network. */
export function openApiDocument(app: OpenAPIHono<AppEnv>) {
  return app.getOpenAPI31Document(DOCUMENT);
}

/** Serves the OpenAPI document, generated once from the schemas that validate. */
export function describeApi(app: OpenAPIHono<AppEnv>): void {
  const { openAPIRegistry: registry } = app;
  registry.registerComponent("securitySchemes", "access_token", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The access_token of POST /v1/auth/login. It expires after ten minutes.",
  });
  registry.registerComponent("securitySchemes", "refresh_cookie", {
    type: "apiKey",
    in: "cookie",
    name: REFRESH_COOKIE,
    description:
      "The refresh token of a page of the service's own origin. A login with `refresh_token_in: cookie` sets it, and no script can read it. Requests with it need the header `Origin`, which browsers send.",
  });
  for (const [name, header] of HEADER_COMPONENTS) {
    registry.registerComponent("headers", name, header);
  }
  for (const [code, example] of problemExamples) {
    registry.registerComponent("examples", code, example);
  }
  let text: string | undefined;
  app.get("/openapi.json", (c) => {
    text ??= JSON.stringify(openApiDocument(app));
    return c.body(text, 200, {
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=300",
    });
  });
}
