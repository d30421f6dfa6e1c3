import type { UserId } from "./ids.ts";
import type { Phone } from "./phone.ts";

/** A person as they see themselves. */
export interface User {
  readonly id: UserId;
  readonly username: string;
  readonly phone: Phone;
  readonly createdAt: Date;
}
