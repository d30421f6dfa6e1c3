import type { Context } from "hono";
import type { GuessSource } from "../domain/guess.ts";
import { networkOf } from "../domain/network-address.ts";
import type { AppEnv } from "./app-env.ts";

/**
 * Who guesses on a route without a token: whoever is at the address that the edge saw. Cloudflare sets
 * the header on every request and lets no client set it; without the edge in front all are one.
 */
export function addressSource(c: Context<AppEnv>): GuessSource {
  return { by: "address", name: networkOf(c.req.header("CF-Connecting-IP") ?? null) };
}
