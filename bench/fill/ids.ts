// The ids and phone of person n in a filled database, so that callers need no query to act as a person.
import type { SessionId, UserId, WalletId } from "../../src/domain/ids.ts";
import type { Phone } from "../../src/domain/phone.ts";

const USER = "0190cafe-0000-7000-8000-";
const SESSION = "0190cafe-0000-7000-9000-";
const WALLET = "0190cafe-0000-7000-a000-";
const PHONE = "+96777";
const PHONE_DIGITS = 7;
/** The highest number of a person, bounded by the digits of a phone number. */
export const WALLETS_MAX = 10 ** PHONE_DIGITS - 1;

const hex = (n: number): string => n.toString(16).padStart(12, "0");

export const userIdOf = (n: number) => `${USER}${hex(n)}` as UserId;
export const sessionIdOf = (n: number) => `${SESSION}${hex(n)}` as SessionId;
export const walletIdOf = (n: number) => `${WALLET}${hex(n)}` as WalletId;
export const phoneOf = (n: number) => `${PHONE}${String(n).padStart(PHONE_DIGITS, "0")}` as Phone;

const uuid = (prefix: string, n: string) => `('${prefix}' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The same in SQL, for an expression that is the number. */
export const userIdSql = (n: string): string => uuid(USER, n);
export const sessionIdSql = (n: string): string => uuid(SESSION, n);
export const walletIdSql = (n: string): string => uuid(WALLET, n);
export const phoneSql = (n: string): string =>
  `'${PHONE}' || lpad((${n})::text, ${PHONE_DIGITS}, '0')`;
