import { NOT_AN_AMOUNT } from "../contract/amount.ts";
import { FREEZE_DAYS_MAX } from "../domain/bounds.ts";
import type { WalletAddress } from "../domain/command.ts";
import type { Contact } from "../domain/contact.ts";
import { type CurrencyCode, currencyOf } from "../domain/currency.ts";
import type { Email } from "../domain/email.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import { parseAmount } from "../domain/money.ts";
import { canReceiveCodes, type Phone, parseAccountPhone, parsePhone } from "../domain/phone.ts";
import type { NamedRecipient } from "../domain/recipient.ts";
import type { Config } from "../env.ts";
import { ApiError } from "./problem.ts";

interface Named {
  readonly phone?: string | undefined;
  readonly email?: Email | undefined;
}

/** The contact in a body. A national phone number is one of this deployment's country. */
export function readContact(config: Config, { phone, email }: Named): Contact {
  if (phone !== undefined) return { channel: "phone", address: readPhone(config, phone) };
  if (email !== undefined) return { channel: "email", address: email };
  throw new Error("a body that names no contact passed its schema");
}

interface PhoneSettings {
  readonly phoneCountry: string;
}

/**
 * Reads a phone of the body, in this deployment's country, that becomes somebody's contact or gets
 * a code: it must be valid, and of a kind that codes are sent to.
 */
export function readPhone({ phoneCountry }: PhoneSettings, text: string): Phone {
  const phone = parsePhone(text, phoneCountry) ?? invalidPhone();
  return canReceiveCodes(phone) ? phone : invalidPhone("/phone", NO_CODES);
}

/**
 * Reads the phone of an account that may be older than the present rules: for a login, and for an
 * operator's look-up.
 */
export function readAccountPhone({ phoneCountry }: PhoneSettings, text: string): Phone {
  return parseAccountPhone(text, phoneCountry) ?? invalidPhone();
}

/** The login name in a body that has either a phone or, for an account without one, a user's id. */
export function readLoginName(
  config: PhoneSettings,
  {
    phone,
    user_id,
  }: { readonly phone?: string | undefined; readonly user_id?: UserId | undefined },
): Phone | UserId {
  if (phone !== undefined) return readAccountPhone(config, phone);
  if (user_id !== undefined) return user_id;
  throw new Error("a body that names no account passed its schema");
}

const NOT_A_PHONE = "must be a valid phone number, best in E.164 (+967771234567)";
const NO_CODES =
  "must not be a premium-rate, shared-cost, freephone, company, voicemail or pager number: no codes are sent there";

function invalidPhone(pointer = "/phone", message = NOT_A_PHONE): never {
  throw new ApiError("invalid_request", {
    errors: [{ in: "body", pointer, code: "invalid_phone", message }],
  });
}

/** The wallet that a body names: by id, by phone, or by default the caller's default wallet. */
export function addressOf(
  config: Config,
  walletId: WalletId | undefined,
  phone: string | undefined,
  phonePointer = "/phone",
): WalletAddress {
  if (walletId) return { by: "id", walletId };
  if (phone === undefined) return { by: "default" };
  const payee = parsePhone(phone, config.phoneCountry) ?? invalidPhone(phonePointer);
  return { by: "phone", phone: payee };
}

/**
 * An amount of the body in minor units of a currency that the body does not name; null without one.
 */
export function readAmount(currency: CurrencyCode, text: string | undefined): bigint | null {
  if (text === undefined) return null;
  const amountMinor = parseAmount(text, currencyOf(currency).exponent);
  if (amountMinor !== null) return amountMinor;
  const error = { in: "body" as const, pointer: "/amount", code: "invalid_amount" };
  throw new ApiError("invalid_amount", { errors: [{ ...error, message: NOT_AN_AMOUNT }] });
}

/** The recipient in a body that names one by phone or by wallet. */
export function readRecipient(
  { phoneCountry }: PhoneSettings,
  {
    phone,
    wallet_id,
  }: { readonly phone?: string | undefined; readonly wallet_id?: WalletId | undefined },
): NamedRecipient {
  if (wallet_id !== undefined) return { by: "id", walletId: wallet_id };
  if (phone === undefined) throw new Error("a body that names no recipient passed its schema");
  return { by: "phone", phone: parsePhone(phone, phoneCountry) ?? invalidPhone() };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reads a freeze's end (Unix time in milliseconds); null when only an operator can lift it. */
export function readFreezeEnd(untilMs: number | undefined, nowMs: number): Date | null {
  if (untilMs === undefined) return null;
  if (untilMs > nowMs && untilMs <= nowMs + FREEZE_DAYS_MAX * DAY_MS) return new Date(untilMs);
  const message = `must be in the future, and at most ${FREEZE_DAYS_MAX} days ahead`;
  throw new ApiError("invalid_request", {
    errors: [{ in: "body", pointer: "/until", code: "invalid_time", message }],
  });
}
