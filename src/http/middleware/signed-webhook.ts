import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import {
  FUNDING_EVENT_BYTES_MAX,
  SIGNATURES_HEADER_LENGTH_MAX,
  WEBHOOK_ID_LENGTH_MAX,
} from "../../domain/bounds.ts";
import { isRecentEvent, isSignedByProvider } from "../../services/funding/verify-event.ts";
import type { AppEnv } from "../app-env.ts";
import { ApiError } from "../problem.ts";
import { signedBody } from "./json-body.ts";

const PRINTABLE = /^[\x21-\x7e]+$/;

const refuse = (detail: string): never => {
  throw new ApiError("webhook_signature_invalid", { detail });
};

/** The three headers of Standard Webhooks. */
function headersOf(c: Context<AppEnv>) {
  const id = c.req.header("webhook-id") ?? "";
  const timestamp = c.req.header("webhook-timestamp") ?? "";
  const signatures = c.req.header("webhook-signature") ?? "";
  return { id, timestamp, signatures };
}

/** Refuses what cannot be a signed event of now by its headers, before the body is read. */
export const recentWebhook = createMiddleware<AppEnv>(async (c, next) => {
  const { id, timestamp, signatures } = headersOf(c);
  const isId = id.length <= WEBHOOK_ID_LENGTH_MAX && PRINTABLE.test(id);
  if (!isId) refuse("The header webhook-id is missing, or is no identifier.");
  if (!isRecentEvent(c.var.services, timestamp)) {
    refuse("The header webhook-timestamp is missing, or is too far from the present.");
  }
  if (signatures === "" || signatures.length > SIGNATURES_HEADER_LENGTH_MAX) {
    refuse("The header webhook-signature is missing, or is too long.");
  }
  await next();
});

/** Reads a body that the provider has signed, and keeps its bytes. */
export const signedByProvider = signedBody(FUNDING_EVENT_BYTES_MAX, (c, body) => {
  if (!isSignedByProvider(c.var.services, { ...headersOf(c), body })) {
    refuse("No signature is of this body under a secret that this service has.");
  }
  c.set("signedBody", body);
});
