import { type SQL, sql } from "drizzle-orm";
import {
  WALLETS_EVER_PER_USER_MAX,
  WALLETS_OPENED_FOR_RECIPIENTS_SHARE,
  WALLETS_PER_USER_MAX,
} from "../domain/bounds.ts";

/** What the service may open for a person is a share of what the person may have. */
const share = (max: number): SQL =>
  sql.raw(`${Math.floor(max / WALLETS_OPENED_FOR_RECIPIENTS_SHARE)}`);

/**
 * A condition: the service may open another wallet for this user, because they have less than their
 * share of WALLETS_PER_USER_MAX open and of WALLETS_EVER_PER_USER_MAX in all.
 */
export function mayOpenFor(userId: SQL): SQL {
  return sql`(SELECT count(*) < ${share(WALLETS_EVER_PER_USER_MAX)}
      AND count(*) FILTER (WHERE o.status <> 'closed') < ${share(WALLETS_PER_USER_MAX)}
    FROM wallets o WHERE o.owner_id = ${userId})`;
}
