// What a payer and a payee do with holds, for the tests of holds.
import { sql } from "drizzle-orm";
import { idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { post, read } from "./as-person.ts";

/** One POST as this person. */
export const send = (
  person: Person,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) => api("POST", path, { token: person.accessToken, body, headers });

export const withKey = (key: string) => ({ "Idempotency-Key": key });
export const DRY_RUN = { Prefer: "dry-run" };

/** Registers a person with 1,000 YEM. */
export async function funded(): Promise<Person> {
  const person = await registerPerson();
  await post(person, "/v1/deposits", { amount: "1000.00" });
  return person;
}

/** Places a hold of 400 YEM for an hour, and resolves to the hold. */
export async function place(payer: Person, payee: Person, body: object = {}) {
  const asked = { amount: "400.00", to_phone: payee.phone, expires_in: 3_600, ...body };
  const response = await send(payer, "/v1/holds", asked);
  if (response.status !== 201) throw new Error(`no hold: ${await response.text()}`);
  return (await jsonOf(response)).hold;
}

export const capture = (person: Person, { id }: { id: string }, body: object = {}, headers = {}) =>
  send(person, `/v1/holds/${id}/captures`, body, headers);
export const voidHold = (person: Person, { id }: { id: string }, headers = {}) =>
  send(person, `/v1/holds/${id}/void`, undefined, headers);
export const amend = (person: Person, { id }: { id: string }, body: object, headers = {}) =>
  send(person, `/v1/holds/${id}`, body, headers);
export const holdNow = (person: Person, { id }: { id: string }) => read(person, `/v1/holds/${id}`);

/** Balance, held and available of the person's first wallet. */
export async function moneyOf(person: Person): Promise<[string, string, string]> {
  const { balance, held, available } = await read(person, `/v1/wallets/${person.wallet.id}`);
  return [balance, held, available];
}

/** Moves a hold in time, so that it expires in `ms` milliseconds by the database's clock. */
export async function expireIn({ id }: { id: string }, ms: number): Promise<void> {
  await query(sql`UPDATE holds SET created_at = created_at - interval '80 days',
      expires_at = now() + ${ms}::float8 * interval '1 millisecond'
    WHERE id = ${idOf("hld", id)}`);
}

/** The state and the end in the row itself, whatever the time is. */
export async function rowOf({ id }: { id: string }) {
  const [row] = await query<{ state: string; closed_at: string | null }>(
    sql`SELECT state, closed_at FROM holds WHERE id = ${idOf("hld", id)}`,
  );
  return row;
}
