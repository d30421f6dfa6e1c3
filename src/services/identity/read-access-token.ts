import { verifyAccessToken } from "../../crypto/access-token.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";

/** Who an access token speaks for. Does not ask the books: see readInSession. */
export async function readAccessToken(
  ctx: Pick<ServiceContext, "config" | "nowMs">,
  token: string,
): Promise<Outcome<Caller, "token_invalid" | "token_expired">> {
  const check = await verifyAccessToken(ctx.config, token, ctx.nowMs());
  if (check.kind === "valid") return done(check.subject);
  return refuse(check.kind === "expired" ? "token_expired" : "token_invalid");
}
