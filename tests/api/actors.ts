import { env } from "cloudflare:workers";
import { signAccessToken } from "../../src/crypto/access-token.ts";
import type { Role } from "../../src/domain/user.ts";
import { readConfig } from "../../src/env.ts";
import { giveRole, suspend } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { callerOf } from "../services.ts";

/** Who sends a request. The owner owns the resources that the request names. */
export const ACTORS = [
  "nobody",
  "another",
  "owner",
  "support",
  "admin",
  "suspended",
  "revoked",
  "expired",
  "deleted",
] as const;
export type Actor = (typeof ACTORS)[number];

/** A person and the access token that they send: none, a valid one, or one that is no longer valid. */
export interface Asking {
  readonly person: Person;
  readonly token: string | undefined;
}

/** Whether the actor's token belongs to an active session. */
export const hasActiveSession = (actor: Actor): boolean =>
  ["another", "owner", "support", "admin", "suspended"].includes(actor);

const MAKERS: Readonly<Record<Actor, (person: Person) => Promise<string | undefined>>> = {
  nobody: async () => undefined,
  another: async ({ accessToken }) => accessToken,
  owner: async ({ accessToken }) => accessToken,
  support: (person) => inRole(person, "support"),
  admin: (person) => inRole(person, "admin"),
  suspended: async ({ user, accessToken }) => {
    await suspend(user.id);
    return accessToken;
  },
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

/** Registers a new person and puts them into this actor's situation. */
export async function makeActor(actor: Actor): Promise<Asking> {
  const person = await registerPerson(`Actor ${actor}`);
  return { person, token: await MAKERS[actor](person) };
}

async function inRole(person: Person, role: Role): Promise<string> {
  await giveRole(person.user.id, role);
  await ageStepUp(person, 0);
  return person.accessToken;
}

/** A token of the person's active session that expired a minute ago. */
function expiredToken(person: Person): Promise<string> {
  return signAccessToken(readConfig(env), callerOf(person), Date.now() - 11 * 60_000);
}

async function expectStatus(answer: Promise<Response>, status: number): Promise<void> {
  const response = await answer;
  if (response.status !== status) throw new Error(`${response.status}: ${await response.text()}`);
}
