import type { Email } from "./email.ts";
import type { UserId } from "./ids.ts";
import type { Phone } from "./phone.ts";

/** A person as they see themselves. */
export interface User {
  readonly id: UserId;
  readonly username: string;
  readonly phone: Phone;
  readonly email: Email | null;
  /** Whether a code that was sent there has come back. */
  readonly isPhoneVerified: boolean;
  readonly isEmailVerified: boolean;
  readonly createdAt: Date;
}

/** A person as an operator sees them; what is personal is gone once they are deleted. */
export interface Account {
  readonly id: UserId;
  readonly username: string | null;
  readonly phone: Phone | null;
  readonly role: Role;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

/**
 * What a person may do besides their own business: `support` reads and freezes, `admin` gives and
 * takes roles too. A role stands in the books and is read there at every act; no token carries it.
 */
export const ROLES = ["user", "support", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** The roles that act on other people's accounts. */
export const OPERATOR_ROLES = ["support", "admin"] as const satisfies readonly Role[];
export type OperatorRole = (typeof OPERATOR_ROLES)[number];
