import { env } from "cloudflare:workers";
import { signAccessToken } from "../../src/crypto/access-token.ts";
import type { Role } from "../../src/domain/user.ts";
import { readConfig } from "../../src/env.ts";
import { giveRole } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { callerOf } from "../services.ts";

/** Who asks; the owner is the one whose things the request names. */
export const ACTORS = [
  "nobody",
  "another",
  "owner",
  "support",
  "admin",
  "revoked",
  "expired",
  "deleted",
] as const;
export type Actor = (typeof ACTORS)[number];

/** A person, and what they send as their access token: nothing, or one that lives or does not. */
export interface Asking {
  readonly person: Person;
  readonly token: string | undefined;
}

/** Whose token opens something. */
export const isAlive = (actor: Actor): boolean =>
  ["another", "owner", "support", "admin"].includes(actor);

const MAKERS: Readonly<Record<Actor, (person: Person) => Promise<string | undefined>>> = {
  nobody: async () => undefined,
  another: async ({ accessToken }) => accessToken,
  owner: async ({ accessToken }) => accessToken,
  support: (person) => inRole(person, "support"),
  admin: (person) => inRole(person, "admin"),
  revoked: async ({ accessToken }) => {
    await expectStatus(api("POST", "/v1/auth/logout", { token: accessToken }), 204);
    return accessToken;
  },
  expired: expiredToken,
  deleted: async ({ accessToken, password }) => {
    const body = { password };
    await expectStatus(api("DELETE", "/v1/users/me", { token: accessToken, body }), 204);
    return accessToken;
  },
};

/** Somebody new in this part. */
export async function makeActor(actor: Actor): Promise<Asking> {
  const person = await registerPerson(`Actor ${actor}`);
  return { person, token: await MAKERS[actor](person) };
}

async function inRole(person: Person, role: Role): Promise<string> {
  await giveRole(person.user.id, role);
  await ageStepUp(person, 0);
  return person.accessToken;
}

/** A token of the person's own living session that ran out a minute ago. */
function expiredToken(person: Person): Promise<string> {
  return signAccessToken(readConfig(env), callerOf(person), Date.now() - 11 * 60_000);
}

async function expectStatus(answer: Promise<Response>, status: number): Promise<void> {
  const response = await answer;
  if (response.status !== status) throw new Error(`${response.status}: ${await response.text()}`);
}
