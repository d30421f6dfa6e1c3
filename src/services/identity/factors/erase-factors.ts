import { type SQL, sql } from "drizzle-orm";

/**
 * CTEs that delete second factors. They follow a CTE `person` (id, kept_until), whose user row is
 * locked. Deleted are factors that were enrolled after `kept_until`, every unconfirmed app and,
 * with the last factor, all recovery codes. `kept` (id, has_factor) is for the update of the user
 * row; `removed` (id, factors) has a row if a factor was deleted.
 */
export const ERASE_FACTORS_CTES: SQL = sql`
  app AS (
    DELETE FROM totp_factors t USING person p
    WHERE t.user_id = p.id AND coalesce(t.confirmed_at > p.kept_until, true)
    RETURNING t.confirmed_at
  ), keys AS (
    DELETE FROM passkeys k USING person p
    WHERE k.user_id = p.id AND k.created_at > p.kept_until RETURNING k.id
  ), kept AS (
    SELECT p.id,
      EXISTS (SELECT FROM totp_factors t WHERE t.user_id = p.id AND t.confirmed_at <= p.kept_until)
      OR EXISTS (SELECT FROM passkeys k WHERE k.user_id = p.id AND k.created_at <= p.kept_until)
        AS has_factor
    FROM person p
  ), codes AS (
    DELETE FROM recovery_codes r USING person p JOIN kept ON kept.id = p.id
    WHERE r.user_id = p.id AND (r.created_at > p.kept_until OR NOT kept.has_factor)
    RETURNING r.hash
  ), removed AS (
    SELECT id, factors FROM person CROSS JOIN LATERAL (SELECT array_remove(ARRAY[
      CASE WHEN EXISTS (SELECT FROM app WHERE confirmed_at IS NOT NULL) THEN 'totp' END,
      CASE WHEN EXISTS (SELECT FROM keys) THEN 'passkey' END,
      CASE WHEN EXISTS (SELECT FROM codes) THEN 'recovery_code' END], NULL) AS factors) AS gone
    WHERE cardinality(factors) > 0
  )`;
