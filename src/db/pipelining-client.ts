// Half the round trips of a transaction: BEGIN leaves together with the first statement, and COMMIT
// together with a statement that is known to be the last. Drizzle's transaction stays what it is.
// Source: PostgreSQL, "Extended Query": several Executes may stand before one Sync, and after an error
// what is left of them is skipped, COMMIT too.
import { Client, type Connection } from "@neondatabase/serverless";
import { CoalescingWebSocket } from "./coalescing-web-socket.ts";

type Wire = Pick<Connection, "bind" | "execute" | "sync">;

/** A statement on its way, as the driver's client hands it messages of the connection. */
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

const nothing = { rows: [], rowCount: 0, fields: [] };

const run = (connection: Wire, name: "begin" | "commit"): void => {
  connection.bind({ statement: name } as never, true);
  connection.execute({} as never, true);
};

/** A transaction's own word, in small letters; a longer statement is none. */
const wordOf = (text: string): string => (text.length <= 10 ? text.trim().toLowerCase() : "");

/** A statement with BEGIN before it, COMMIT behind it, or both, in one message with one answer. */
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

  // Read by the driver to remember what this connection has parsed.
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
    // Of up to three completions only the statement's own is its result.
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
 * A client whose transactions take as few round trips as they have statements. `closing` names the
 * prepared statements that are always the last of their transaction: once one is sent, its transaction
 * is committed unless it throws.
 */
export class PipeliningClient extends Client {
  readonly #closing: ReadonlySet<string>;
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
    const word = wordOf(text);
    if (word === "begin") {
      this.#state = "due";
      return Promise.resolve(nothing);
    }
    if (word === "commit" || word === "rollback") return this.#end(word, config, values);
    const begins = this.#state === "due";
    const commits = name !== undefined && this.#closing.has(name) && this.#state !== "none";
    if (!begins && !commits) return super.query(config, values);
    this.#state = "open";
    return this.#join(config, values, begins, commits);
  }

  #end(word: "commit" | "rollback", config: StatementConfig, values: unknown): Promise<unknown> {
    const hasNothingToEnd =
      this.#state === "due" || (this.#state === "committed" && word === "commit");
    this.#state = "none";
    return hasNothingToEnd ? Promise.resolve(nothing) : super.query(config, values as unknown[]);
  }

  #join(
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
      const joined = new CoalescedStatement(new Query(config, values, done), begins, commits);
      super.query(joined as never);
    });
  }
}
