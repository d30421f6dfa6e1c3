import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { PasskeyId } from "../../src/domain/ids.ts";
import type { Origin } from "../../src/domain/origin.ts";
import type { Caller } from "../../src/services/caller.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { removeTotp } from "../../src/services/factors/remove-totp.ts";
import { removePasskey } from "../../src/services/passkeys/remove-passkey.ts";
import { idOf, query } from "../database.ts";
import { enrolTotp } from "../factors.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { callerOf, interruptedAt, origin } from "../services.ts";

const logOut = ({ accessToken: token }: Person) => api("POST", "/v1/auth/logout", { token });

/** What is required of a person, and how many recovery codes they have left. */
async function requiredOf({ user }: Person) {
  const [row] = await query(sql`SELECT has_second_factor AS is_required,
      (SELECT count(*)::int FROM recovery_codes WHERE user_id = u.id) AS codes
    FROM users u WHERE id = ${idOf("usr", user.id)}`);
  return row;
}

const REMOVALS = [
  ["an app", removeTotp],
  [
    "a passkey",
    (ctx: ServiceContext, caller: Caller, from: Origin) =>
      removePasskey(ctx, caller, { id: crypto.randomUUID() as PasskeyId, origin: from }),
  ],
] as const;

describe("a session that ends while it removes a factor", () => {
  it.each(REMOVALS)("%s: changes nothing of what is required, unlocked", async (_, remove) => {
    const person = await registerPerson();
    await enrolTotp(person);
    // What somebody without the lock sees, who does not see that another factor is being added.
    await query(sql`DELETE FROM totp_factors WHERE user_id = ${idOf("usr", person.user.id)}`);
    const ctx = interruptedAt(1, () => logOut(person));
    const removed = await remove(ctx, callerOf(person), origin());
    expect(removed).toMatchObject({ ok: false, code: "factor_not_found" });
    expect(await requiredOf(person)).toEqual({ is_required: true, codes: 10 });
  });
});
