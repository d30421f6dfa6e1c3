import { verifyAccessToken } from "../../crypto/access-token.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";

/**
 * Verifies an access token and returns its caller. Whether the session is still active is not
 * checked here: see readInSession. Refuses with token_expired or token_invalid.
 */
export async function readAccessToken(
  ctx: Pick<ServiceContext, "config" | "nowMs">,
  token: string,
): Promise<Outcome<Caller, "token_invalid" | "token_expired">> {
  const check = await verifyAccessToken(ctx.config, token, ctx.nowMs());
  if (check.kind === "valid") return done(check.subject);
  return refuse(check.kind === "expired" ? "token_expired" : "token_invalid");
}
