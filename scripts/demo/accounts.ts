// Writes the rows that registering, opening wallets and logging in leave, as the services write them.
import { createHash, randomBytes, scryptSync } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { newRecoveryCodes, recoveryCodeHash } from "../../src/crypto/recovery-code.ts";
import type { ScryptCost } from "../../src/crypto/scrypt.ts";
import { type SealingSettings, sealSecret } from "../../src/crypto/sealed-secret.ts";
import type { AuditEventType } from "../../src/domain/audit-event.ts";
import { SESSION_IDLE_DAYS } from "../../src/domain/bounds.ts";
import { DEFAULT_CURRENCY } from "../../src/domain/currency.ts";
import { newId, type SessionId, type UserId, type WalletId } from "../../src/domain/ids.ts";
import type { DemoPerson } from "./people.ts";
import type { OwnWallet } from "./story.ts";

/** OWASP's setting, as wrangler.toml has it: a login with it finds nothing to hash again. */
export const SCRYPT: ScryptCost = { log2N: 14, r: 8, p: 5 };
const TOTP_BYTES = 20;

export interface Session {
  execute(statement: SQL): PromiseLike<{ rows: unknown[] }>;
}

/** What lets a person in. */
export interface Login {
  readonly password: string;
  readonly passwordHash: string;
  /** The secret of an operator's authenticator app. */
  readonly totpSecret: Uint8Array | null;
}

export interface Account {
  readonly person: DemoPerson;
  readonly userId: UserId;
  walletOf(wallet: OwnWallet): WalletId;
}

/** Public logins for a developer's machine; random ones for a database that others can reach. */
export function makeLogin(
  person: DemoPerson,
  { isPublic, cost }: { readonly isPublic: boolean; readonly cost: ScryptCost },
): Login {
  const password = isPublic ? person.password : randomBytes(15).toString("base64url");
  const passwordHash = hashOf(password, cost);
  if (person.role === "user") return { password, passwordHash, totpSecret: null };
  const totpSecret = isPublic ? publicTotpSecret(person) : randomBytes(TOTP_BYTES);
  return { password, passwordHash, totpSecret };
}

/** As src/crypto/password.ts writes it; Node's own scrypt takes a tenth of the time. */
function hashOf(password: string, { log2N, r, p }: ScryptCost): string {
  const salt = randomBytes(16);
  const cost = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
  const hash = scryptSync(password.normalize("NFKC"), salt, 32, cost);
  const text = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  return `$scrypt$ln=${log2N},r=${r},p=${p}$${text(salt)}$${text(hash)}`;
}

/** The same in every run, so that it can be printed again. */
export function publicTotpSecret({ phone }: DemoPerson): Uint8Array {
  return createHash("sha256").update(`demo ${phone}`).digest().subarray(0, TOTP_BYTES);
}

/** Registers a person with their first wallet, and opens the others. */
export async function register(
  tx: Session,
  person: DemoPerson,
  { passwordHash }: Login,
  nowMs: number,
): Promise<Account> {
  const userId = newId("usr", nowMs);
  await tx.execute(sql`
    INSERT INTO users (id, username, phone, password_hash, created_at, updated_at)
    VALUES (${userId}, ${person.name}, ${person.phone}, ${passwordHash}, ${at(nowMs)}, ${at(nowMs)})`);
  const wallets: (OwnWallet & { id: WalletId; isDefault: boolean })[] = [];
  for (const { currency, label } of [
    { currency: DEFAULT_CURRENCY, label: null },
    ...person.wallets,
  ]) {
    const id = newId("wal", nowMs);
    const isDefault = !wallets.some((wallet) => wallet.currency === currency);
    await tx.execute(sql`
      INSERT INTO wallets (id, owner_id, currency, label, is_default, created_at)
      VALUES (${id}, ${userId}, ${currency}, ${label}, ${isDefault}, ${at(nowMs)})`);
    const isFirst = wallets.length === 0;
    const details = isFirst ? {} : { is_default: `${isDefault}` };
    await writeEvent(
      tx,
      { type: isFirst ? "user_registered" : "wallet_opened", userId, walletId: id, details },
      nowMs,
    );
    wallets.push({ currency, ...(label !== null && { label }), id, isDefault });
  }
  return {
    person,
    userId,
    walletOf({ currency, label }) {
      const found = wallets.find((wallet) =>
        label === undefined
          ? wallet.currency === currency && wallet.isDefault
          : wallet.currency === currency && wallet.label === label,
      );
      if (!found) throw new Error(`${person.name} has no wallet ${currency} ${label ?? ""}`);
      return found.id;
    },
  };
}

/** Enrols an authenticator app and gives the role, as make-admin leaves it. */
export async function makeOperator(
  tx: Session,
  { person, userId }: Account,
  secret: Uint8Array,
  sealing: SealingSettings,
  nowMs: number,
): Promise<void> {
  const sealed = await sealSecret(sealing, secret, `totp ${userId}`);
  const step = Math.floor(nowMs / 30_000);
  await tx.execute(sql`
    INSERT INTO totp_factors (user_id, sealed_secret, created_at, confirmed_at, last_used_step, last_used_at)
    VALUES (${userId}, ${sealed}, ${at(nowMs)}, ${at(nowMs)}, ${step}, ${at(nowMs)})`);
  for (const code of newRecoveryCodes()) {
    await tx.execute(sql`
      INSERT INTO recovery_codes (hash, user_id, created_at)
      VALUES (decode(${recoveryCodeHash(code)}, 'hex'), ${userId}, ${at(nowMs)})`);
  }
  await tx.execute(sql`
    UPDATE users SET has_second_factor = true, role = ${person.role}, updated_at = ${at(nowMs)}
    WHERE id = ${userId}`);
  await writeEvent(tx, { type: "totp_enrolled", userId }, nowMs);
  await writeEvent(tx, { type: "recovery_codes_made", userId }, nowMs);
  const details = { role: person.role, before: "user" };
  await writeEvent(tx, { type: "role_changed", userId, details, actorRole: "service" }, nowMs);
}

/** Logs a person in; an operator with the second factor, which counts as fresh from then on. */
export async function logIn(
  tx: Session,
  { person, userId }: Account,
  nowMs: number,
): Promise<SessionId> {
  const id = newId("ses", nowMs);
  const isOperator = person.role !== "user";
  const expiresMs = nowMs + SESSION_IDLE_DAYS * 86_400_000;
  await tx.execute(sql`
    INSERT INTO sessions (id, user_id, created_at, expires_at, last_seen_at, device, place, stepped_up_at)
    VALUES (${id}, ${userId}, ${at(nowMs)}, ${at(expiresMs)}, ${at(nowMs)}, ${person.device},
      ${person.place}, ${isOperator ? at(nowMs) : null}::timestamptz)`);
  const details = isOperator ? { second_factor: "totp" } : {};
  await writeEvent(tx, { type: "user_logged_in", userId, details }, nowMs);
  return id;
}

export async function logOut(
  tx: Session,
  userId: UserId,
  id: SessionId,
  nowMs: number,
): Promise<void> {
  await tx.execute(sql`
    UPDATE sessions SET ended_at = ${at(nowMs)}, end_reason = 'logout' WHERE id = ${id}`);
  await writeEvent(tx, { type: "user_logged_out", userId }, nowMs);
}

interface Event {
  readonly type: AuditEventType;
  readonly userId: UserId;
  readonly walletId?: WalletId;
  readonly details?: Readonly<Record<string, string>>;
  readonly actorRole?: "service";
}

async function writeEvent(
  tx: Session,
  { type, userId, walletId, details = {}, actorRole }: Event,
  nowMs: number,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO audit_events (id, type, user_id, wallet_id, details, actor_role, created_at)
    VALUES (${newId("aud", nowMs)}, ${type}, ${userId}, ${walletId ?? null}::uuid,
      ${JSON.stringify(details)}::jsonb, ${actorRole ?? null}::text, ${at(nowMs)})`);
}

const at = (ms: number): string => new Date(ms).toISOString();
