import { type SQL, sql } from "drizzle-orm";
import { CODE_TTL_SECONDS } from "../../../domain/bounds.ts";

/**
 * A statement that stores a claim: the hash of its token, and of its code. It is the same statement
 * for every phone, registered or not, and writes one row: its time reveals nothing.
 */
export function putClaimStatement(requestHash: string, hash: string): SQL {
  return sql`
    INSERT INTO contact_codes (request_hash, purpose, channel, hash, created_at, expires_at)
    VALUES (decode(${requestHash}, 'hex'), 'phone_claim', 'phone', decode(${hash}, 'hex'), now(),
      now() + make_interval(secs => ${CODE_TTL_SECONDS}::int))`;
}
