import type { Email } from "./email.ts";
import type { UserId } from "./ids.ts";
import type { Phone } from "./phone.ts";
import type { Role } from "./role.ts";

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
