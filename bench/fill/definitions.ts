// Keys, indexes and foreign keys are dropped and built again after the load, which is faster than to maintain them
// row by row. Their definitions are read from Postgres, so that the result is what the migrations made.
import type pg from "pg";

interface Definition {
  readonly drop: string;
  readonly create: string;
}

// Foreign keys need the keys that they refer to: they are dropped first and created last.
const CONSTRAINTS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
      pg_get_constraintdef(oid)) AS create
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
  ORDER BY contype <> 'f', conname`;

const INDEXES = `
  SELECT format('DROP INDEX %I.%I', i.schemaname, i.indexname) AS drop, i.indexdef AS create
  FROM pg_indexes i
  WHERE i.schemaname = 'public' AND NOT EXISTS (
    SELECT FROM pg_constraint c WHERE c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)
  ORDER BY i.indexname`;

const TRIGGERED =
  "SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE NOT tgisinternal";

/** Runs `load` without keys, indexes, foreign keys and triggers, and restores all of them. */
export async function withoutChecks(client: pg.Client, load: () => Promise<void>): Promise<void> {
  const { rows: constraints } = await client.query<Definition>(CONSTRAINTS);
  const { rows: indexes } = await client.query<Definition>(INDEXES);
  const { rows: triggered } = await client.query<{ name: string }>(TRIGGERED);
  for (const { drop } of [...constraints, ...indexes]) await client.query(drop);
  for (const { name } of triggered) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await load();
  for (const { name } of triggered) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const { create } of [...constraints].reverse()) await client.query(create);
  for (const { create } of indexes) await client.query(create);
}
