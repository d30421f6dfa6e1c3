// A client that halves the round trips of a transaction: it sends BEGIN together with the first
// statement, and COMMIT together with a statement that is known to be the last. Callers use
// Drizzle's transactions unchanged. Source: PostgreSQL, "Extended Query": several Execute messages
// may precede one Sync, and after an error Postgres skips the remaining ones, COMMIT included.
import { Client, type Connection } from "@neondatabase/serverless";
import { CoalescingWebSocket } from "./coalescing-web-socket.ts";

type Wire = Pick<Connection, "bind" | "execute" | "sync">;

/** The driver's query object: it sends a statement and handles the messages of the response. */
interface Statement {
  readonly name?: string;
  readonly text: string;
  submit(connection: Wire): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
  handleReadyForQuery(connection: Wire): void;
}

interface StatementConfig {
  readonly text: string;
  readonly name?: string;
}

type Callback = (error: Error | null, result: unknown) => void;
type NewStatement = new (config: StatementConfig, values: unknown, done: Callback) => Statement;

const EMPTY_RESULT = { rows: [], rowCount: 0, fields: [] };

const run = (connection: Wire, name: "begin" | "commit"): void => {
  connection.bind({ statement: name } as never, true);
  connection.execute({} as never, true);
};

/** BEGIN, COMMIT or ROLLBACK in lower case; empty for longer statements, which are not compared. */
const keywordOf = (text: string): string => (text.length <= 10 ? text.trim().toLowerCase() : "");

/** A statement that is sent with BEGIN before it, COMMIT after it, or both, in one round trip. */
class CoalescedStatement {
  readonly #inner: Statement;
  readonly #begins: boolean;
  readonly #commits: boolean;
  #completed = 0;

  constructor(inner: Statement, begins: boolean, commits: boolean) {
    this.#inner = inner;
    this.#begins = begins;
    this.#commits = commits;
  }

  // The driver reads name and text to remember which statements the connection has parsed.
  get name(): string | undefined {
    return this.#inner.name;
  }
  get text(): string {
    return this.#inner.text;
  }

  submit(connection: Wire): Error | null {
    if (this.#begins) run(connection, "begin");
    if (!this.#commits) return this.#inner.submit(connection);
    const sync = () => {
      run(connection, "commit");
      connection.sync();
    };
    return this.#inner.submit(Object.create(connection, { sync: { value: sync } }));
  }

  handleRowDescription(message: unknown): void {
    this.#inner.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    this.#inner.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, connection: Wire): void {
    // Of up to three completions, only the statement's own belongs to its result.
    const own = this.#begins ? 1 : 0;
    if (this.#completed++ === own) this.#inner.handleCommandComplete(message, connection);
  }
  handleError(error: Error, connection: Wire): void {
    this.#inner.handleError(error, connection);
  }
  handleReadyForQuery(connection: Wire): void {
    this.#inner.handleReadyForQuery(connection);
  }
}

/**
 * A client whose transactions take one round trip per statement, without extra ones for BEGIN and
 * COMMIT. `closing` names the prepared statements that are always the last of their transaction:
 * such a statement commits the transaction, unless it throws.
 */
export class PipeliningClient extends Client {
  readonly #closing: ReadonlySet<string>;
  /** due: BEGIN was requested and not sent yet. */
  #state: "none" | "due" | "open" | "committed" = "none";

  constructor(connectionString: string, closing: ReadonlySet<string>) {
    super(connectionString);
    this.#closing = closing;
    this.neonConfig.webSocketConstructor = CoalescingWebSocket;
    this.neonConfig.coalesceWrites = false;
  }

  /** Connects, and prepares BEGIN and COMMIT, which are sent together with other statements. */
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own signature has a callback overload.
  override async connect(): Promise<any> {
    await super.connect();
    for (const name of ["begin", "commit"]) await super.query({ name, text: name });
  }

  // biome-ignore lint/suspicious/noExplicitAny: the driver's own signature has a dozen overloads.
  override query(config: any, values?: any): any {
    const { text, name }: StatementConfig = typeof config === "string" ? { text: config } : config;
    const keyword = keywordOf(text);
    if (keyword === "begin") {
      this.#state = "due";
      return Promise.resolve(EMPTY_RESULT);
    }
    if (keyword === "commit" || keyword === "rollback") return this.#end(keyword, config, values);
    const begins = this.#state === "due";
    const commits = name !== undefined && this.#closing.has(name) && this.#state !== "none";
    if (!begins && !commits) return super.query(config, values);
    this.#state = "open";
    return this.#coalesce(config, values, begins, commits);
  }

  #end(keyword: "commit" | "rollback", config: StatementConfig, values: unknown): Promise<unknown> {
    const isEnded = this.#state === "due" || (this.#state === "committed" && keyword === "commit");
    this.#state = "none";
    return isEnded ? Promise.resolve(EMPTY_RESULT) : super.query(config, values as unknown[]);
  }

  #coalesce(
    config: StatementConfig,
    values: unknown,
    begins: boolean,
    commits: boolean,
  ): Promise<unknown> {
    const { Query } = Client as unknown as { readonly Query: NewStatement };
    return new Promise((resolve, reject) => {
      const done: Callback = (error, result) => {
        if (!error && commits) this.#state = "committed";
        return error ? reject(error) : resolve(result);
      };
      const statement = new CoalescedStatement(new Query(config, values, done), begins, commits);
      super.query(statement as never);
    });
  }
}
