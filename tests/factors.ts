import { sql } from "drizzle-orm";
import { totpCode } from "../src/crypto/totp.ts";
import { idOf, query } from "./database.ts";
import { api, jsonOf, PASSWORD, type Person } from "./people.ts";

/** A user's authenticator app. */
export interface App {
  readonly secret: string;
  /** The code of the current time step, or of one `steps` later. */
  code(steps?: number): string;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Base 32 (RFC 4648 §6), as an app reads it. */
function bytesOf(base32: string): Uint8Array {
  const bits = [...base32].map((c) => ALPHABET.indexOf(c).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** An app with this secret. */
export function appOf(secret: string): App {
  return { secret, code: (steps = 0) => totpCode(bytesOf(secret), Date.now() + steps * 30_000) };
}

/** Begins an enrolment, and returns the app with its secret. */
export async function beginTotp({ accessToken, password }: Person): Promise<App> {
  const body = { password };
  const answer = await jsonOf(api("POST", "/v1/factors/totp", { token: accessToken, body }));
  return appOf(answer.secret);
}

/** Enrols an authenticator app, and returns it with the new recovery codes. */
export async function enrolTotp(person: Person): Promise<App & { recoveryCodes: string[] }> {
  const app = await beginTotp(person);
  const body = { code: app.code() };
  const answer = await jsonOf(
    api("POST", "/v1/factors/totp/confirm", { token: person.accessToken, body }),
  );
  await forgetStep(person);
  return { ...app, recoveryCodes: answer.recovery_codes };
}

/** Makes the current code usable again, so that a test does not wait for the next time step. */
export async function forgetStep({ user }: Person): Promise<void> {
  await query(sql`UPDATE totp_factors SET last_used_step = 0
    WHERE user_id = ${idOf("usr", user.id)} AND confirmed_at IS NOT NULL`);
}

/** Sets the time of the step-up of all the user's sessions to `seconds` ago; null: never. */
export async function ageStepUp({ user }: Person, seconds: number | null): Promise<void> {
  await query(sql`UPDATE sessions
    SET stepped_up_at = now() - make_interval(secs => ${seconds}::float8)
    WHERE user_id = ${idOf("usr", user.id)}`);
}

/** The first step of a login. */
export const firstStep = (person: Person) =>
  jsonOf(api("POST", "/v1/auth/login", { body: { phone: person.phone, password: PASSWORD } }));

/** The second step of a login. */
export const secondStep = (challenge: string, proof: object) =>
  api("POST", "/v1/auth/login/second-factor", { body: { challenge, ...proof } });

/** Logs a user in with a second factor, and returns the user with the new tokens. */
export async function logInWith(person: Person, app: App): Promise<Person> {
  await forgetStep(person);
  const { challenge } = await firstStep(person);
  const { tokens } = await jsonOf(secondStep(challenge, { code: app.code() }));
  const { access_token: accessToken, refresh_token: refreshToken } = tokens;
  return { ...person, accessToken, refreshToken };
}

/** A step-up of the person's first session. */
export const stepUp = ({ accessToken }: Person, proof: object) =>
  api("POST", "/v1/auth/step-up", { token: accessToken, body: proof });
