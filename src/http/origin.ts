import Bowser from "bowser";
import type { Context } from "hono";
import { USER_AGENT_LENGTH_MAX } from "../domain/bounds.ts";
import { networkOf, type Origin } from "../domain/origin.ts";
import { deviceText, placeText } from "../domain/origin-parts.ts";
import type { AppEnv } from "./app-env.ts";

// RFC 9110 §10.1.5: a product and its version. The name of the app comes first.
const FIRST_PRODUCT = /^[\w.+-]+(?:\/[\w.+-]+)?/;

/**
 * The network, device and place of a request. Cloudflare sets CF-Connecting-IP on every request and
 * overwrites a client's own. Without Cloudflare all requests count as one network without a place.
 */
export function originOf(c: Context<AppEnv>): Origin {
  return {
    network: networkOf(c.req.header("CF-Connecting-IP") ?? null),
    device: deviceOf(c.req.header("User-Agent") ?? ""),
    place: placeOf(c.req.raw.cf),
  };
}

/** A short name of the client, from its User-Agent. A client can send any name. */
function deviceOf(userAgent: string): string | null {
  const text = userAgent.slice(0, USER_AGENT_LENGTH_MAX);
  if (text === "") return null;
  const { browser, os } = Bowser.parse(text);
  const product = text.startsWith("Mozilla/") ? browser.name : FIRST_PRODUCT.exec(text)?.[0];
  return deviceText({ client: product ?? null, system: os.name ?? null });
}

function placeOf(cf: Request["cf"]): string | null {
  const known = (name: unknown) => (typeof name === "string" ? name : null);
  return placeText({ city: known(cf?.city), country: known(cf?.country) });
}
