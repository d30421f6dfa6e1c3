import type { OperatorRole } from "../../src/domain/user.ts";
import { giveRole } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { api, logIn, type Person, registerPerson } from "../people.ts";

/** Somebody new with a role, who has just proven a second factor. */
export async function registerOperator(role: OperatorRole): Promise<Person> {
  const person = await registerPerson(`The ${role}`);
  await giveRole(person.user.id, role);
  await ageStepUp(person, 0);
  return person;
}

/** One request of this operator. */
export const act = (operator: Person, method: string, path: string, body?: unknown) =>
  api(method, `/v1/admin${path}`, { token: operator.accessToken, body });

/** The same person with the tokens of a new log-in. */
export async function logInAgain(person: Person): Promise<Person> {
  return { ...person, ...(await logIn(person.phone)) };
}
