import { sql } from "drizzle-orm";
import type { OperatorRole } from "../../src/domain/user.ts";
import { giveRole, idOf, query } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { api, logIn, type Person, registerPerson } from "../people.ts";

/** Registers an operator with this role and a fresh second factor. */
export async function registerOperator(role: OperatorRole): Promise<Person> {
  const person = await registerPerson(`The ${role}`);
  await giveRole(person.user.id, role);
  await ageStepUp(person, 0);
  return person;
}

/** Registers an admin and takes the role from every other one, so that this one gives roles alone. */
export async function registerOnlyAdmin(): Promise<Person> {
  const admin = await registerOperator("admin");
  await query(sql`UPDATE users SET role = 'user'
    WHERE role = 'admin' AND id <> ${idOf("usr", admin.user.id)}`);
  return admin;
}

/** One request of an operator; the path is relative to /v1/admin. */
export const act = (operator: Person, method: string, path: string, body?: unknown) =>
  api(method, `/v1/admin${path}`, { token: operator.accessToken, body });

/** The same person with the tokens of a new login. */
export async function logInAgain(person: Person): Promise<Person> {
  return { ...person, ...(await logIn(person.phone)) };
}
