import type { User } from "@mahfaza/client";

/** The roles that open the operators' desk. */
const OPERATOR_ROLES: ReadonlySet<unknown> = new Set(["support", "admin"]);

/** The role of an operator; null for everybody else. */
export function roleOf(user: User): string | null {
  const { role } = user as User & { readonly role?: unknown };
  return OPERATOR_ROLES.has(role) ? String(role) : null;
}
