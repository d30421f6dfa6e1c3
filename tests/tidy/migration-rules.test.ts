import { describe, expect, it } from "vitest";
import { NO_TRANSACTION, REPEAT } from "../../scripts/migrate/read-migrations.ts";
import { offencesIn } from "./migration-rules.ts";

const BREAK = "--> statement-breakpoint\n";
const inTransaction = (...statements: string[]) => `-- Says why.\n${statements.join(`;${BREAK}`)};`;
const without = (...statements: string[]) =>
  `-- Says why.\n${NO_TRANSACTION}\n${statements.join(`;${BREAK}`)};`;
const CHECK = `ALTER TABLE "wallets" DROP CONSTRAINT IF EXISTS "c",
  ADD CONSTRAINT "c" CHECK ("wallets"."held" IS NOT NULL) NOT VALID`;
const VALIDATE = `ALTER TABLE "wallets" VALIDATE CONSTRAINT "c"`;
const SET = `ALTER TABLE "wallets" ALTER COLUMN "held" SET NOT NULL`;

const REFUSED: readonly (readonly [string, string])[] = [
  ["an index that locks out writers", inTransaction(`CREATE INDEX "i" ON "wallets" ("held")`)],
  [
    "a unique index that locks out writers",
    inTransaction(`CREATE UNIQUE INDEX i ON public.wallets USING btree (held)`),
  ],
  ["a table that loses its name", inTransaction("ALTER TABLE wallets RENAME TO purses")],
  ["a column that loses its name", inTransaction("ALTER TABLE wallets RENAME COLUMN held TO h")],
  ["an index without a name", without("CREATE INDEX CONCURRENTLY ON wallets (held)")],
  [
    "an index that is built concurrently in a transaction",
    inTransaction(`CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON wallets (held)`),
  ],
  [
    "an index that cannot be built again after an interruption",
    without("CREATE INDEX CONCURRENTLY i ON wallets (held)"),
  ],
  ["an index dropped under lock", inTransaction(`DROP INDEX "wallets_held_idx"`)],
  [
    "an index that cannot be dropped again after an interruption",
    without("DROP INDEX CONCURRENTLY wallets_held_idx"),
  ],
  ["a REINDEX under lock", without("REINDEX TABLE wallets")],
  [
    "a CHECK that reads the whole table",
    inTransaction(`ALTER TABLE "wallets" ADD CONSTRAINT "c" CHECK ("held" >= 0)`),
  ],
  [
    "a CHECK that reads the whole table, among several actions",
    inTransaction(`ALTER TABLE wallets ADD COLUMN a int, ADD CONSTRAINT c CHECK (a IN (1, 2))`),
  ],
  ["a CHECK without a name", inTransaction("ALTER TABLE wallets ADD CHECK (held >= 0)")],
  [
    "a foreign key that reads the whole table",
    inTransaction(`ALTER TABLE ONLY wallets ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES b (id)`),
  ],
  [
    "a NOT NULL that reads the whole table",
    inTransaction("ALTER TABLE wallets ADD CONSTRAINT c NOT NULL held"),
  ],
  [
    "a constraint that cannot be added again after an interruption",
    without("ALTER TABLE wallets ADD CONSTRAINT c CHECK (held >= 0) NOT VALID"),
  ],
  ["a primary key", inTransaction("ALTER TABLE wallets ADD PRIMARY KEY (id)")],
  ["a unique constraint", inTransaction("ALTER TABLE wallets ADD CONSTRAINT u UNIQUE (held)")],
  [
    "an exclusion constraint",
    inTransaction("ALTER TABLE wallets ADD CONSTRAINT e EXCLUDE USING gist (held WITH =)"),
  ],
  ["another type", inTransaction(`ALTER TABLE wallets ALTER COLUMN "held" TYPE numeric`)],
  [
    "another type, in its long form",
    inTransaction("ALTER TABLE wallets ALTER held SET DATA TYPE text"),
  ],
  ["SET NOT NULL by itself", inTransaction(SET)],
  ["SET NOT NULL before the CHECK is validated", without(CHECK, SET, VALIDATE)],
  [
    "SET NOT NULL after the CHECK of another column",
    without(CHECK.replace("held", "balance"), VALIDATE, SET),
  ],
  ["a back-fill", inTransaction("UPDATE wallets SET held = 0 WHERE held IS NULL")],
  [
    "a back-fill inside WITH",
    without("WITH d AS (DELETE FROM wallets RETURNING id) SELECT count(*) FROM d"),
  ],
  ["a back-fill inside DO", inTransaction("DO $$ BEGIN UPDATE wallets SET held = 0; END $$")],
  ["a repetition in a transaction", inTransaction(`${REPEAT}\nUPDATE wallets SET held = 0`)],
  [
    "a volatile default",
    inTransaction("ALTER TABLE wallets ADD COLUMN r uuid DEFAULT gen_random_uuid()"),
  ],
  [
    "a default from a function of this project",
    inTransaction("ALTER TABLE wallets ADD COLUMN r int DEFAULT (next_one()) NOT NULL"),
  ],
  [
    "an identity",
    inTransaction("ALTER TABLE wallets ADD COLUMN r bigint GENERATED ALWAYS AS IDENTITY"),
  ],
  ["a serial", inTransaction("ALTER TABLE wallets ADD COLUMN r bigserial")],
  [
    "a column with its constraint",
    inTransaction("ALTER TABLE wallets ADD COLUMN r int CHECK (r > 0)"),
  ],
  [
    "a NOT NULL column without a default",
    inTransaction("ALTER TABLE wallets ADD COLUMN r int NOT NULL"),
  ],
  ["a column that cannot be added again", without("ALTER TABLE wallets ADD COLUMN r int")],
  ["VALIDATE under the lock of the ADD", inTransaction(CHECK, VALIDATE)],
  ["a table that cannot be made again", without("CREATE TABLE t (n int)")],
  ["a row that cannot be written again", without("INSERT INTO currencies VALUES (1)")],
  ["LOCK TABLE", inTransaction("LOCK TABLE wallets")],
];

const ALLOWED: readonly (readonly [string, string])[] = [
  [
    "a new table with indexes, constraints and rows",
    inTransaction(
      `CREATE TABLE "t" ("n" int PRIMARY KEY)`,
      `CREATE INDEX "t_n" ON "t" USING btree ("n")`,
      `ALTER TABLE "t" ADD CONSTRAINT "c" FOREIGN KEY ("n") REFERENCES "wallets" ("n")`,
      "UPDATE t SET n = 1",
    ),
  ],
  [
    "indexes that are built and dropped concurrently",
    without(
      "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON wallets (held)",
      "DROP INDEX CONCURRENTLY IF EXISTS wallets_held_idx",
    ),
  ],
  [
    "a unique constraint of such an index",
    inTransaction("ALTER TABLE wallets ADD CONSTRAINT u UNIQUE USING INDEX i"),
  ],
  [
    "a table that is renamed and keeps its old name as a view",
    inTransaction(
      "ALTER TABLE wallets RENAME TO purses",
      "CREATE VIEW wallets AS SELECT * FROM purses",
      "ALTER TABLE purses RENAME CONSTRAINT a TO b",
    ),
  ],
  ["a CHECK, validated, then NOT NULL", without(CHECK, VALIDATE, SET)],
  [
    "a CHECK that is validated in another file",
    inTransaction("ALTER TABLE wallets ADD CONSTRAINT c CHECK (held >= 0 AND held < 9) NOT VALID"),
  ],
  [
    "a back-fill in batches",
    without(`${REPEAT}\nUPDATE wallets SET held = 0 WHERE id IN (SELECT id FROM wallets LIMIT 9)`),
  ],
  [
    "columns with constant defaults",
    inTransaction(`ALTER TABLE "wallets" ADD COLUMN "a" timestamptz DEFAULT now() NOT NULL,
      ADD COLUMN "b" jsonb DEFAULT '{}'::jsonb, ADD COLUMN "c" bigint DEFAULT 0 NOT NULL, ADD COLUMN d text`),
  ],
  [
    "a function and a trigger that writes later",
    inTransaction(
      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN UPDATE wallets SET held = 1; END $f$",
      "CREATE TRIGGER g BEFORE UPDATE OR DELETE ON wallets FOR EACH ROW EXECUTE FUNCTION f()",
    ),
  ],
  [
    "a comment and a literal that contain forbidden SQL",
    inTransaction("-- UPDATE wallets; DROP INDEX i;\nSELECT 'UPDATE wallets'"),
  ],
];

describe("the rules for migrations", () => {
  it.each(REFUSED)("refuse %s", (_, file) => {
    expect(offencesIn(file)).toHaveLength(1);
  });

  it.each(ALLOWED)("allow %s", (_, file) => {
    expect(offencesIn(file)).toEqual([]);
  });

  it("accept SET NOT NULL after a CHECK that an earlier file validated", () => {
    expect(offencesIn(inTransaction(SET), [without(CHECK), without(VALIDATE)])).toEqual([]);
    expect(offencesIn(inTransaction(SET), [without(CHECK)])).toHaveLength(1);
  });
});
