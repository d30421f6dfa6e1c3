import { codeSentTo, messagesTo } from "./messages.ts";
import { api, jsonOf, PASSWORD } from "./people.ts";

/** What a client presents as `phone_claim`. */
export interface Claim {
  readonly claim: string;
  readonly code: string;
}

/** Asks for a claim of a phone; resolves to its token. */
export async function claimFor(phone: string): Promise<string> {
  const answer = await api("POST", "/v1/auth/phone-claims", { body: { phone } });
  if (answer.status !== 202) throw new Error(`no claim: ${await answer.text()}`);
  return (await jsonOf(answer)).claim;
}

/** Asks for a claim of a phone that nobody has verified; resolves to it with its code. */
export async function proveByCode(phone: string): Promise<Claim> {
  const before = (await messagesTo(phone)).length;
  const claim = await claimFor(phone);
  return { claim, code: await codeSentTo(phone, before + 1) };
}

/** Registers a user with a claim, or without. */
export const registerWith = (phone: string, phone_claim?: Claim, key?: string) =>
  api("POST", "/v1/auth/register", {
    body: { username: "Real Owner", phone, password: PASSWORD, phone_claim },
    ...(key !== undefined && { headers: { "Idempotency-Key": key } }),
  });

/** Another code of as many digits. */
export const wrong = ({ claim, code }: Claim): Claim => ({
  claim,
  code: code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10),
});
