import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "./app-env.ts";

const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Mahfaza",
    version: "0.1.0",
    description: [
      "An electronic multi-currency wallet.",
      "Register, log in, and send `Authorization: Bearer <access_token>` with everything else.",
      "Amounts are decimal strings in major units; times are RFC 3339 in UTC; errors are RFC 9457",
      "problems with a stable `code`. Send an `Idempotency-Key` with every POST that moves money,",
      "opens a wallet or registers somebody: repeating it is then safe.",
    ].join(" "),
  },
  servers: [{ url: "/", description: "This deployment" }],
  tags: [
    { name: "auth", description: "Registering, logging in and out, and tokens." },
    { name: "factors", description: "What proves the caller beside the password." },
    { name: "users", description: "The caller's own profile." },
    { name: "sessions", description: "Where the caller is logged in." },
    { name: "wallets", description: "The caller's wallets and what they hold." },
    { name: "deposits", description: "Money that comes in." },
    { name: "withdrawals", description: "Money that goes out." },
    { name: "transfers", description: "Money that moves between wallets." },
    { name: "transactions", description: "The record of what was asked, success or failed." },
    { name: "currencies", description: "What money there is." },
    { name: "admin", description: "What operators may do. Each of it is an event of its person." },
    { name: "health", description: "Whether the service runs and is ready." },
  ],
};

/** Serves the OpenAPI document, generated once from the schemas that validate. */
export function describeApi(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "access_token", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The access_token of POST /v1/auth/login; it lives for ten minutes.",
  });
  let text: string | undefined;
  app.get("/openapi.json", (c) => {
    text ??= JSON.stringify(app.getOpenAPI31Document(DOCUMENT));
    return c.body(text, 200, {
      "Content-Type": "application/json",
      "Cache-Control": "public, max-age=300",
    });
  });
}
