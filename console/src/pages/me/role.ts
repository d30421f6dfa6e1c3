import type { User } from "@mahfaza/client";

/** The role that opens the operators' desk; null for everybody else. */
export function roleOf({ role }: Pick<User, "role">): User["role"] {
  // A page that is newer than the service gets none.
  return role ?? null;
}
