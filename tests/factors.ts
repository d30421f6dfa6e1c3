import { sql } from "drizzle-orm";
import { totpCode } from "../src/crypto/totp.ts";
import { idOf, query } from "./database.ts";
import { api, jsonOf, PASSWORD, type Person } from "./people.ts";

/** An authenticator app that has its secret. */
export interface App {
  readonly secret: string;
  /** The code now, or `steps` time steps of thirty seconds later (negative: earlier). */
  code(steps?: number): string;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Decodes base 32 (RFC 4648 §6), as an app does. */
function bytesOf(base32: string): Uint8Array {
  const bits = [...base32].map((c) => ALPHABET.indexOf(c).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** An app with this secret. */
export function appOf(secret: string): App {
  return { secret, code: (steps = 0) => totpCode(bytesOf(secret), Date.now() + steps * 30_000) };
}

/** Begins an enrolment; resolves to the app with its secret. */
export async function beginTotp({ accessToken, password }: Person): Promise<App> {
  const body = { password };
  const answer = await jsonOf(api("POST", "/v1/factors/totp", { token: accessToken, body }));
  return appOf(answer.secret);
}

/** Enrols an authenticator app; resolves to the app and the new recovery codes. */
export async function enrolTotp(person: Person): Promise<App & { recoveryCodes: string[] }> {
  const app = await beginTotp(person);
  const body = { code: app.code() };
  const answer = await jsonOf(
    api("POST", "/v1/factors/totp/confirm", { token: person.accessToken, body }),
  );
  await allowCodeReuse(person);
  return { ...app, recoveryCodes: answer.recovery_codes };
}

/**
 * Makes the app's current code valid again after its use, so that a test need not wait for the next time step.
 */
export async function allowCodeReuse({ user }: Person): Promise<void> {
  await query(sql`UPDATE totp_factors SET last_used_step = 0
    WHERE user_id = ${idOf("usr", user.id)} AND confirmed_at IS NOT NULL`);
}

/** Sets how many seconds ago the user's sessions proved a second factor; null: never. */
export async function ageStepUp({ user }: Person, seconds: number | null): Promise<void> {
  await query(sql`UPDATE sessions
    SET stepped_up_at = now() - make_interval(secs => ${seconds}::float8)
    WHERE user_id = ${idOf("usr", user.id)}`);
}

/** The first step of a login: phone and password. */
export const firstStep = (person: Person) =>
  jsonOf(api("POST", "/v1/auth/login", { body: { phone: person.phone, password: PASSWORD } }));

/** The second step of a login: the proof of a second factor. */
export const secondStep = (challenge: string, proof: object) =>
  api("POST", "/v1/auth/login/second-factor", { body: { challenge, ...proof } });

/** The same person with the tokens of a login in two steps. */
export async function logInWith(person: Person, app: App): Promise<Person> {
  await allowCodeReuse(person);
  const { challenge } = await firstStep(person);
  const { tokens } = await jsonOf(secondStep(challenge, { code: app.code() }));
  const { access_token: accessToken, refresh_token: refreshToken } = tokens;
  return { ...person, accessToken, refreshToken };
}

/** A step-up of this person's session. */
export const stepUp = ({ accessToken }: Person, proof: object) =>
  api("POST", "/v1/auth/step-up", { token: accessToken, body: proof });
