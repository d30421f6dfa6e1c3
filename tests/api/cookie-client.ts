import { expect } from "vitest";
import { REFRESH_COOKIE } from "../../src/http/refresh-cookie.ts";
import { type ApiRequest, api, jsonOf, type Person, registerPerson } from "../people.ts";

/** The service's own origin, as its pages name it. */
export const OWN = "https://mahfaza.example";

/** Origins that are not the service's own; null: the header is missing. */
export const FOREIGN = [
  null,
  "null",
  "",
  "https://evil.example",
  "https://sub.mahfaza.example",
  "http://mahfaza.example",
  "https://mahfaza.example:8443",
  "https://mahfaza.example.evil.example",
  "https://MAHFAZA.example",
  "https://mahfaza.example/",
] as const;

/** The headers of a request with this Origin and, if given, this cookie. */
export const headersOf = (origin: string | null, cookie?: string): Record<string, string> => ({
  ...(origin !== null && { Origin: origin }),
  ...(cookie !== undefined && { Cookie: `${REFRESH_COOKIE}=${cookie}` }),
});

/** A request by a page of the service, with the cookie. */
export const byCookie = (method: string, path: string, cookie: string, request: ApiRequest = {}) =>
  api(method, path, { ...request, headers: headersOf(OWN, cookie) });

export const refreshBy = (cookie: string) => byCookie("POST", "/v1/auth/refresh", cookie);

/** The value that an answer sets for the cookie; undefined when it sets none. */
export function cookieOf({ headers }: Response): string | undefined {
  const [set, ...others] = headers.getSetCookie();
  expect(others).toEqual([]);
  return set?.split(";")[0]?.split("=")[1];
}

/** Asserts that the answer removes the cookie from the browser. */
export function expectCleared(response: Response): void {
  expect(response.headers.getSetCookie()).toEqual([
    `${REFRESH_COOKIE}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict`,
  ]);
}

/** A person whose browser has the cookie. */
export interface CookiePerson extends Omit<Person, "refreshToken"> {
  readonly cookie: string;
}

/** Logs in as a page of the service does. */
export async function logInByCookie(person: Omit<Person, "refreshToken">): Promise<CookiePerson> {
  const { phone, password } = person;
  const body = { phone, password, refresh_token_in: "cookie" };
  const response = await api("POST", "/v1/auth/login", { body, headers: headersOf(OWN) });
  expect(response.status).toBe(200);
  const cookie = cookieOf(response) ?? "";
  const { tokens } = await jsonOf(response);
  return { ...person, cookie, accessToken: tokens.access_token };
}

/** A new person whose browser has the cookie. */
export const registerByCookie = async () => logInByCookie(await registerPerson());
