import { api, jsonOf, type Person } from "../people.ts";

/** One GET as this person. */
export const get = (person: Person, path: string): Promise<Response> =>
  api("GET", path, { token: person.accessToken });

/** The JSON of one GET as this person. */
export const read = (person: Person, path: string) => jsonOf(get(person, path));

/** The JSON of one POST as this person. */
export const post = (person: Person, path: string, body: object) =>
  jsonOf(api("POST", path, { token: person.accessToken, body }));

/** The first page of this person's transactions. */
export const list = async (
  person: Person,
  filter = "",
): Promise<{ id: string; reference: string }[]> =>
  (await read(person, `/v1/transactions${filter && `?${filter}`}`)).data;

export const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
