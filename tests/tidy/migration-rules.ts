import { NO_TRANSACTION, REPEAT } from "../../scripts/migrate/read-migrations.ts";
import { type SqlStatement, splitAtCommas, statementsOf } from "./sql-statements.ts";

/**
 * The number of the first migration that must obey the rules of this file: what a migration must not do to a
 * table that the service is using. Earlier migrations are older than the rules, and are never edited.
 */
export const FIRST_RULED = 12;

/** The facts about one file that the rules need. */
interface Context {
  readonly isTransaction: boolean;
  /** Tables that this file creates: nothing else uses them yet. */
  readonly newTables: ReadonlySet<string>;
  readonly newIndexes: ReadonlySet<string>;
  /** Views that this file makes. */
  readonly newViews: ReadonlySet<string>;
  /** `TABLE.COLUMN` that a validated CHECK keeps from being null. */
  readonly provenNotNull: Set<string>;
  /** CHECK (column IS NOT NULL) by `TABLE.CONSTRAINT`, to be validated. */
  readonly notNullChecks: Map<string, string>;
}

const QUALIFIED = String.raw`(?:IF EXISTS )?(?:ONLY )?(?:PUBLIC\.)?(\w+)`;
const ALTER_TABLE = new RegExp(`^ALTER TABLE ${QUALIFIED} (.*)$`);
const CREATE_INDEX =
  /^CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(IF NOT EXISTS )?\w+ ON (?:ONLY )?(?:PUBLIC\.)?(\w+)/;
const DROP_INDEX = /^DROP INDEX (CONCURRENTLY )?(IF EXISTS )?(?:PUBLIC\.)?(\w+)/;
const WRITES = /\b(?:UPDATE (?:ONLY )?|DELETE FROM (?:ONLY )?|MERGE INTO )(?:PUBLIC\.)?(\w+)/;
// Evaluated once for the whole table; anything else may be evaluated for each row, which rewrites it.
const CONSTANT_DEFAULT =
  /^(?:''|-?[\d.]+|TRUE|FALSE|NULL|NOW\(\)|CURRENT_TIMESTAMP|ARRAY\[\])(?:::[\w ]+(?:\[\])?)?$/;

/** A sentence for each statement of this file that would stop the service; `earlier` are the files before it. */
export function offencesIn(file: string, earlier: readonly string[] = []): string[] {
  const provenNotNull = new Set<string>();
  const notNullChecks = new Map<string, string>();
  for (const text of earlier) collect(contextOf(text, provenNotNull, notNullChecks), text);
  return collect(contextOf(file, provenNotNull, notNullChecks), file);
}

function contextOf(
  file: string,
  provenNotNull: Set<string>,
  notNullChecks: Map<string, string>,
): Context {
  const texts = statementsOf(file).map(({ text }) => text);
  const named = (pattern: RegExp) => texts.flatMap((text) => text.match(pattern)?.[1] ?? []);
  return {
    isTransaction: !file.split("\n").includes(NO_TRANSACTION),
    newTables: new Set(named(/^CREATE TABLE (?:IF NOT EXISTS )?(?:PUBLIC\.)?(\w+)/)),
    newIndexes: new Set(
      named(/^CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?(?:IF NOT EXISTS )?(\w+)/),
    ),
    newViews: new Set(named(/^CREATE (?:OR REPLACE )?VIEW (?:PUBLIC\.)?(\w+)/)),
    provenNotNull,
    notNullChecks,
  };
}

function collect(context: Context, file: string): string[] {
  return statementsOf(file).flatMap((statement) => [
    ...onWrites(statement, context),
    ...onIndexes(statement, context),
    ...onTables(statement, context),
    ...onRepetition(statement, context),
  ]);
}

function onWrites({ text, comments }: SqlStatement, { isTransaction, newTables }: Context) {
  const isRepeated = comments.includes(REPEAT);
  if (isRepeated && isTransaction) return [`${REPEAT} needs ${NO_TRANSACTION}`];
  if (/^(CREATE|ALTER|GRANT|REVOKE|COMMENT)\b/.test(text)) return [];
  const table = text.replace(/\bFOR (NO KEY )?UPDATE\b|\bDO UPDATE\b/g, "").match(WRITES)?.[1];
  if (!table || newTables.has(table) || isRepeated) return [];
  return [`${table}: a back-fill goes in batches: ${REPEAT}`];
}

function onIndexes({ text }: SqlStatement, context: Context): string[] {
  const { isTransaction, newTables, newIndexes } = context;
  const created = text.match(CREATE_INDEX);
  const dropped = text.match(DROP_INDEX);
  const [, concurrently, repeatable, name = ""] = created ?? dropped ?? [];
  if (
    /^(VACUUM FULL|CLUSTER|LOCK|TRUNCATE|REFRESH MATERIALIZED VIEW(?! CONCURRENTLY))\b/.test(text)
  )
    return [`${text.slice(0, 40)}: locks the table until it has finished`];
  if (/^REINDEX\b(?!.*\bCONCURRENTLY\b)/.test(text)) return ["REINDEX without CONCURRENTLY"];
  if (/^CREATE (UNIQUE )?INDEX\b/.test(text) && !created) return [`an index needs a name: ${text}`];
  if (!created && !dropped) return [];
  if (!concurrently) {
    const isNew = created ? newTables.has(name) : newIndexes.has(name);
    return isNew ? [] : [`${name}: ${created ? "CREATE" : "DROP"} INDEX without CONCURRENTLY`];
  }
  if (isTransaction) return [`${name}: CONCURRENTLY needs ${NO_TRANSACTION}`];
  return repeatable ? [] : [`${name}: a repetition needs IF ${created ? "NOT " : ""}EXISTS`];
}

function onTables({ text }: SqlStatement, context: Context): string[] {
  const [, table = "", actions = ""] = text.match(ALTER_TABLE) ?? [];
  if (table === "" || context.newTables.has(table)) return [];
  const all = splitAtCommas(actions);
  return all.flatMap((action) => onAction(table, action, all, context));
}

function onAction(
  table: string,
  action: string,
  all: readonly string[],
  context: Context,
): string[] {
  const refuse = (why: string) => [`${table}: ${action.slice(0, 60)}: ${why}`];
  if (/^VALIDATE CONSTRAINT\b/.test(action)) {
    const column = context.notNullChecks.get(`${table}.${action.split(" ")[2]}`);
    if (column) context.provenNotNull.add(`${table}.${column}`);
    // In the same transaction as the ADD it would read the whole table under the ADD's lock.
    return context.isTransaction ? refuse(`VALIDATE needs ${NO_TRANSACTION}`) : [];
  }
  if (/^ALTER (COLUMN )?\w+ (SET DATA )?TYPE\b/.test(action)) return refuse("rewrites the table");
  const notNull = action.match(/^ALTER (?:COLUMN )?(\w+) SET NOT NULL$/);
  if (notNull && !context.provenNotNull.has(`${table}.${notNull[1]}`)) {
    return refuse("reads the whole table: a CHECK (… IS NOT NULL) is validated first");
  }
  if (/^ALTER (COLUMN )?\w+ ADD GENERATED\b/.test(action)) return refuse("fills every row");
  // The Worker of the release before uses the old name until it is replaced.
  if (/^RENAME TO\b/.test(action)) {
    const hasView = context.isTransaction && context.newViews.has(table);
    return hasView ? [] : refuse("needs a view with the old name, in the same transaction");
  }
  if (/^RENAME (?!CONSTRAINT\b)/.test(action)) {
    return refuse("the Worker before uses the old name: add a column, and drop the old one later");
  }
  if (/^SET (LOGGED|UNLOGGED|TABLESPACE|ACCESS METHOD)\b/.test(action)) {
    return refuse("rewrites the table");
  }
  const added = action.match(
    /^ADD (CONSTRAINT (\w+) )?(CHECK|FOREIGN KEY|PRIMARY KEY|UNIQUE|EXCLUDE|NOT NULL)\b(.*)$/,
  );
  if (added) return onConstraint(table, added, all, context).flatMap(refuse);
  return /^ADD\b/.test(action) ? onColumn(action, context).flatMap(refuse) : [];
}

function onConstraint(
  table: string,
  [, , name, kind = "", rest = ""]: RegExpMatchArray,
  all: readonly string[],
  context: Context,
): string[] {
  if (kind === "EXCLUDE") return ["builds an index under lock"];
  if (["PRIMARY KEY", "UNIQUE"].includes(kind)) {
    if (!/^ USING INDEX\b/.test(rest)) return ["builds an index under lock: USING INDEX"];
    return context.isTransaction ? [] : ["cannot be repeated: give it a file with a transaction"];
  }
  const column = rest.match(/^ \(+(?:\w+\.)?(\w+) IS NOT NULL\)+/)?.[1];
  if (kind === "CHECK" && column && name) context.notNullChecks.set(`${table}.${name}`, column);
  if (!/\bNOT VALID$/.test(rest)) return ["reads the whole table under lock: NOT VALID"];
  const isRepeatable = all.includes(`DROP CONSTRAINT IF EXISTS ${name}`);
  if (context.isTransaction || isRepeatable) return [];
  return [`a repetition needs DROP CONSTRAINT IF EXISTS ${name} in the same ALTER TABLE`];
}

function onColumn(action: string, { isTransaction }: Context): string[] {
  if (!isTransaction && !/^ADD (COLUMN )?IF NOT EXISTS\b/.test(action)) {
    return ["a repetition needs IF NOT EXISTS"];
  }
  if (/\b(REFERENCES|CHECK|UNIQUE|PRIMARY KEY)\b/.test(action)) {
    return ["a constraint needs its own ADD CONSTRAINT … NOT VALID"];
  }
  if (/\b(GENERATED|(BIG|SMALL)?SERIAL)\b/.test(action)) return ["fills every row"];
  const fallback = action.match(/ DEFAULT (.*?)(?: (?:NOT )?NULL)?$/)?.[1];
  if (fallback !== undefined && !CONSTANT_DEFAULT.test(fallback)) {
    return ["its default may be volatile, which rewrites the table"];
  }
  return fallback === undefined && /\bNOT NULL\b/.test(action)
    ? ["NOT NULL without a default fails on the first row"]
    : [];
}

/** A file outside a transaction may be interrupted at any point, and then runs again from its start. */
function onRepetition({ text }: SqlStatement, { isTransaction }: Context): string[] {
  if (isTransaction || /^(CREATE (UNIQUE )?INDEX|DROP INDEX)\b/.test(text)) return [];
  const isOnce =
    (/^CREATE\b/.test(text) && !/^CREATE (OR REPLACE\b|\w+ IF NOT EXISTS\b)/.test(text)) ||
    (/^DROP\b/.test(text) && !/^DROP \w+ IF EXISTS\b/.test(text)) ||
    (/^INSERT\b/.test(text) && !/\bON CONFLICT\b/.test(text)) ||
    /^ALTER TABLE\b.*\bDROP (COLUMN|CONSTRAINT) (?!IF EXISTS\b)/.test(text) ||
    /^ALTER\b.*\bRENAME\b/.test(text);
  return isOnce ? [`${text.slice(0, 60)}: cannot be repeated`] : [];
}
