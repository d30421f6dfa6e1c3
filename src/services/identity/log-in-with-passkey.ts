import { sql } from "drizzle-orm";
import type { PasskeyAnswer } from "../../crypto/passkey.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { type PasskeyRow, readPasskeyCtes } from "./factors/read-passkey.ts";
import { type ProvePasskeyRefusal, usePasskey } from "./factors/use-passkey.ts";
import { type LoggedIn, openSession } from "./login/open-session.ts";

interface Row extends Record<string, unknown> {
  readonly is_open: boolean;
  readonly passkey: PasskeyRow | null;
}

/**
 * Opens a session for the owner of a passkey, which counts as password and second factor together.
 * Refuses with challenge_invalid, passkey_invalid or too_many_attempts.
 */
export async function logInWithPasskey(
  ctx: ServiceContext,
  { answer, origin }: { readonly answer: PasskeyAnswer; readonly origin: Origin },
): Promise<Outcome<LoggedIn, ProvePasskeyRefusal | "too_many_attempts">> {
  const claim = { purpose: "passkey_log_in", userId: null } as const;
  const { ctes, columns } = readPasskeyCtes(answer, claim);
  const { rows } = await ctx.db.execute<Row>(sql`WITH ${ctes} SELECT ${columns}`);
  const [row] = rows;
  const read = { isChallengeOpen: row?.is_open ?? false, passkey: row?.passkey ?? null };
  const proven = await usePasskey(ctx, answer, read, claim);
  if (!proven.ok) return proven;
  const { use, passkeyId } = proven.value;
  const opened = await openSession(ctx, {
    userId: use.userId,
    admission: { by: "passkey", passkeyId, use },
    attempt: null,
    origin,
  });
  if (opened.kind === "logged_in") return done(opened);
  if (opened.kind === "too_many") return opened.refusal;
  // Otherwise the signature counter did not increase, or the passkey or the account was just
  // removed.
  return refuse(opened.kind === "challenge_taken" ? "challenge_invalid" : "passkey_invalid");
}
