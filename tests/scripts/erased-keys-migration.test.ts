// The migration that deletes the idempotency keys of accounts that were erased before their keys were.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { projectRoot } from "../../scripts/system/places.ts";
import { quietly, useEmptyDatabase, useFolders } from "./migrations-under-test.ts";

const TAG = "0020_failures_and_violations_are_bounded";
const ERASED = "018b0000-0000-7000-8000-000000000001";
const KEPT = "018b0000-0000-7000-8000-000000000002";
/** More than the migration deletes in one batch. */
const KEYS = 2_500;

const database = useEmptyDatabase();
const folderWith = useFolders();
const drizzle = (file: string) => readFileSync(path.join(projectRoot, "drizzle", file), "utf8");

it("deletes the keys of erased accounts in batches, and keeps all others", async () => {
  const { entries } = JSON.parse(drizzle("meta/_journal.json")) as { entries: { tag: string }[] };
  const tags = entries.map(({ tag }) => tag);
  const files = (until: number) =>
    folderWith(Object.fromEntries(tags.slice(0, until).map((tag) => [tag, drizzle(`${tag}.sql`)])));
  const at = tags.indexOf(TAG);
  await migrateDatabase(database.url, quietly({ folder: files(at) }).options);
  await database.client.query(`
    INSERT INTO users (id, username, phone, password_hash, created_at, updated_at, deleted_at) VALUES
      ('${ERASED}', NULL, NULL, NULL, now(), now(), now()),
      ('${KEPT}', 'Salma', '+967777000301', 'hash', now(), now(), NULL);
    INSERT INTO wallets (id, owner_id, currency, status, is_default, created_at)
      SELECT id, id, 'YEM', CASE WHEN deleted_at IS NULL THEN 'active' ELSE 'closed' END,
        deleted_at IS NULL, now() FROM users;
    INSERT INTO idempotency_keys (user_id, key, fingerprint, wallet_id, created_at)
      SELECT u.id, n::text, sha256('body'), u.id, now() FROM users u, generate_series(1, ${KEYS}) AS n`);
  await migrateDatabase(database.url, quietly({ folder: files(at + 1) }).options);
  expect(
    await database.rows("SELECT user_id, count(*)::int FROM idempotency_keys GROUP BY user_id"),
  ).toEqual([{ user_id: KEPT, count: KEYS }]);
});
