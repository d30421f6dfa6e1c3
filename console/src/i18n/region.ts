import { displayNames } from "./formats.ts";
import { locale } from "./language.ts";
import { words } from "./words.ts";

const t = words({ en: { tor: "Tor network" }, ar: { tor: "شبكة Tor" } });

/** Cloudflare's code for the Tor network, which has no country. */
const TOR = "T1";
const CODE = /^[A-Z]{2}$/;

/** A country in the person's language, by its code of ISO 3166-1; an unknown code is itself. */
export function regionName(code: string): string {
  if (code === TOR) return t().tor;
  if (!CODE.test(code)) return code;
  return displayNames(locale.value, { type: "region" }).of(code) ?? code;
}
