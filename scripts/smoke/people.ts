import { randomBytes, randomInt } from "node:crypto";

/** Somebody who exists for one smoke test. */
export interface SmokePerson {
  readonly username: string;
  readonly phone: string;
  readonly password: string;
  token: string;
  walletId: string;
}

// In the United States 555-0100 to 555-0199 belong to nobody, in every area: they are kept for fiction.
const AREAS = [202, 206, 212, 213, 303, 305, 312, 404, 415, 503, 512, 602, 617, 702, 713, 808];

/** A person with a number that nobody has. */
export function newPerson(username: string): SmokePerson {
  const area = AREAS[randomInt(AREAS.length)];
  const last = randomInt(100).toString().padStart(2, "0");
  return {
    username,
    phone: `+1${area}55501${last}`,
    password: randomBytes(18).toString("base64url"),
    token: "",
    walletId: "",
  };
}
