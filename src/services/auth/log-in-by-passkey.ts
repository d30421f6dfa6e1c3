import type { PasskeyAnswer } from "../../crypto/passkey.ts";
import type { Origin } from "../../domain/origin.ts";
import { type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { type ProvePasskeyRefusal, provePasskey } from "../passkeys/prove-passkey.ts";
import { openSession } from "../sessions/open-session.ts";
import { type LoggedIn, loggedIn } from "./logged-in.ts";

/** Opens a session for whoever's passkey has answered: it is password and second factor in one. */
export async function logInByPasskey(
  ctx: ServiceContext,
  { answer, origin }: { readonly answer: PasskeyAnswer; readonly origin: Origin },
): Promise<Outcome<LoggedIn, ProvePasskeyRefusal>> {
  const proven = await provePasskey(ctx, answer, { purpose: "passkey_log_in", userId: null });
  if (!proven.ok) return proven;
  const { userId, passkeyId } = proven.value;
  const admission = { by: "passkey", passkeyId } as const;
  const tokens = await openSession(ctx, { userId, admission, origin });
  // The passkey was removed at this very moment, perhaps with the account.
  return tokens ? loggedIn(ctx, userId, tokens) : refuse("passkey_invalid");
}
