import type { Email } from "./email.ts";
import type { RoleProposalId, UserId } from "./ids.ts";
import type { Tier } from "./limit.ts";
import type { Phone } from "./phone.ts";
import type { Suspension } from "./suspension.ts";

/** A user's own view of the account. */
export interface User {
  readonly id: UserId;
  readonly username: string;
  /** Null after another person has proven that the number is theirs, until a new one is set. */
  readonly phone: Phone | null;
  readonly email: Email | null;
  /** Whether the user has entered a code that was sent there. */
  readonly isPhoneVerified: boolean;
  readonly isEmailVerified: boolean;
  readonly createdAt: Date;
  readonly role: Role;
  /** Null when the user is not suspended. */
  readonly suspension: Suspension | null;
}

/** The name of an account in its user's authenticator apps and passkeys. */
export function accountNameOf({
  phone,
  email,
  username,
}: Pick<User, "phone" | "email" | "username">): string {
  return phone ?? email ?? username;
}

/** An operator's view of an account. Personal data is null after deletion. */
export interface Account {
  /** Which limits apply. */
  readonly tier: Tier;
  readonly id: UserId;
  readonly username: string | null;
  readonly phone: Phone | null;
  readonly role: Role;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  /** Null when the user is not suspended. */
  readonly suspension: Suspension | null;
}

/**
 * A user's rights over other accounts: `support` reads accounts and freezes wallets, `admin` also
 * changes roles. The database stores the role, and each operator action reads it there; no token
 * carries it. Each role in the list has more rights than the one before.
 */
export const ROLES = ["user", "support", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** The roles with rights over other accounts. */
export const OPERATOR_ROLES = ["support", "admin"] as const satisfies readonly Role[];
export type OperatorRole = (typeof OPERATOR_ROLES)[number];

/** The roles with fewer rights than this one. */
export function rolesBelow(role: Role): readonly Role[] {
  return ROLES.slice(0, ROLES.indexOf(role));
}

/** A role that one admin proposes for a user; a second admin decides. */
export interface RoleProposal {
  readonly id: RoleProposalId;
  readonly userId: UserId;
  readonly role: OperatorRole;
  readonly proposedBy: UserId;
  readonly createdAt: Date;
  /** From then on it cannot be approved. */
  readonly expiresAt: Date;
}

/**
 * What became of a proposed role: a second admin approved it, an admin rejected it, or a newer
 * proposal or change of the same user's role replaced it.
 */
export const PROPOSAL_DECISIONS = ["approved", "rejected", "replaced"] as const;
export type ProposalDecision = (typeof PROPOSAL_DECISIONS)[number];
