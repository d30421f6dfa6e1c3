import type { ActiveSession } from "@mahfaza/client";
import { regionName } from "../i18n/region.ts";
import { words } from "../i18n/words.ts";

const t = words({
  en: {
    device: "Unknown device",
    on: (client: string, system: string) => `${client} on ${system}`,
    in: (city: string, country: string) => `${city}, ${country}`,
  },
  ar: {
    device: "جهاز غير معروف",
    on: (client: string, system: string) => `${client} على ${system}`,
    in: (city: string, country: string) => `${city}، ${country}`,
  },
});

/** Names of products and cities are Latin in both languages: each keeps its own direction. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** "Chrome on Android", in the person's language. */
export function deviceName({ client, system }: Pick<ActiveSession, "client" | "system">): string {
  if (client === null) return system === null ? t().device : isolated(system);
  return system === null ? isolated(client) : t().on(isolated(client), isolated(system));
}

/** "Sanaa, Yemen", in the person's language; null when the place is not known. */
export function placeName({ city, country }: Pick<ActiveSession, "city" | "country">) {
  const region = country === null ? null : regionName(country);
  if (city === null || region === null) return city === null ? region : isolated(city);
  return t().in(isolated(city), region);
}
