import { type AccessToken, accessTokenOf, subjectOf } from "./access-token.ts";
import { ConnectionError } from "./connection-error.ts";
import type { Client, Operation, Result } from "./operations.ts";
import type { EndReason, FinishLogIn, LogIn, LogInByPasskey, Session, Tokens } from "./session.ts";

type Refresh = Operation<"/v1/auth/refresh", "post">;
type LogOut = Operation<"/v1/auth/logout", "post">;

/** Where a session's refresh token is, and who else uses it. */
export interface Keeper {
  /** What the body of a login has, unless the caller says otherwise. */
  readonly logInMembers: object;
  /** Null when there is no refresh token. */
  refresh(): Promise<Result<Refresh> | null>;
  logOut(): Promise<Result<LogOut> | null>;
  /** Keeps the refresh token of an answer, before its access token is used. */
  keep(tokens: Tokens): Promise<void>;
  forget(): Promise<void>;
  /** Runs `work` while nobody else who has the refresh token renews or ends the session. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Whose session it is, when that is known before there is a token; else null. */
  expectedUser(): string | null;
  /** A token that somebody else got while this one waited for its turn. */
  sharedToken(refused: AccessToken | null): Promise<AccessToken | null>;
  tellRenewed(token: AccessToken): void;
  tellEnded(): void;
}

/** What is known of a login: `unknown` before the refresh token was tried. */
type State = "unknown" | "active" | "ended";

/** A session by its access token in memory; its keeper has the refresh token. */
export class HeldSession implements Session {
  readonly #client: Client;
  readonly #keeper: Keeper;
  readonly #listeners = new Set<(reason: EndReason) => void>();
  #state: State = "unknown";
  #token: AccessToken | null = null;
  #renewal: Promise<string | null> | null = null;

  constructor(client: Client, keeper: Keeper) {
    this.#client = client;
    this.#keeper = keeper;
  }

  async accessToken(refused?: string): Promise<string | null> {
    if (this.#state === "ended") return null;
    const token = this.#token;
    if (token && token.text !== refused && Date.now() < token.renewAt) return token.text;
    this.#renewal ??= this.#renew(token).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async resume(): Promise<boolean> {
    if (this.#state === "ended") this.#state = "unknown";
    return (await this.accessToken()) !== null;
  }

  logIn(body: Parameters<Session["logIn"]>[0]): Promise<Result<LogIn>> {
    const whole = { ...this.#keeper.logInMembers, ...body };
    return this.#keepLogin(() => this.#client.POST("/v1/auth/login", { body: whole }));
  }

  finishLogIn(body: Parameters<Session["finishLogIn"]>[0]): Promise<Result<FinishLogIn>> {
    const whole = { ...this.#keeper.logInMembers, ...body };
    return this.#keepLogin(() =>
      this.#client.POST("/v1/auth/login/second-factor", { body: whole }),
    );
  }

  logInByPasskey(body: Parameters<Session["logInByPasskey"]>[0]): Promise<Result<LogInByPasskey>> {
    const whole = { ...this.#keeper.logInMembers, ...body };
    return this.#keepLogin(() => this.#client.POST("/v1/auth/login/passkey", { body: whole }));
  }

  async adopt(tokens: Tokens): Promise<void> {
    await this.#keeper.keep(tokens);
    this.#hold(accessTokenOf(tokens, Date.now()));
    if (this.#token) this.#keeper.tellRenewed(this.#token);
  }

  async logOut(): Promise<void> {
    await this.#keeper.alone(async () => {
      const result = await this.#keeper.logOut();
      // Refused with 401: the session had ended before.
      if (result?.error && result.response.status !== 401) throw unanswered(result.error);
      await this.#keeper.forget();
    });
    this.#keeper.tellEnded();
    this.end("logged_out");
  }

  onEnd(listener: (reason: EndReason) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Another tab has renewed the session, or logged in. */
  take(token: AccessToken): void {
    if (this.#state === "ended") this.#state = "unknown";
    if (this.#state !== "active") return;
    if (this.#isOther(token)) this.end("other_user");
    else this.#token = token;
  }

  /** Forgets the access token, and tells the listeners if there was a login. */
  end(reason: EndReason): void {
    const wasActive = this.#state === "active";
    this.#state = "ended";
    this.#token = null;
    if (wasActive) for (const listener of this.#listeners) listener(reason);
  }

  async #renew(replaced: AccessToken | null): Promise<string | null> {
    return this.#keeper.alone(async () => {
      const shared = await this.#keeper.sharedToken(replaced);
      if (shared) return this.#accept(shared);
      const result = await this.#keeper.refresh();
      // A login or the end of the session, while this waited, has decided already.
      if (this.#token !== replaced || this.#state === "ended") return this.#token?.text ?? null;
      if (result?.data) return this.#renewed(result.data.tokens);
      if (result && result.response.status !== 401) throw unanswered(result.error);
      await this.#keeper.forget();
      this.end("refused");
      return null;
    });
  }

  async #renewed(tokens: Tokens): Promise<string | null> {
    await this.#keeper.keep(tokens);
    const token = accessTokenOf(tokens, Date.now());
    const text = this.#accept(token);
    // The tabs of the user who has logged in since would end their session.
    if (text !== null) this.#keeper.tellRenewed(token);
    return text;
  }

  #accept(token: AccessToken): string | null {
    if (this.#isOther(token)) {
      this.end("other_user");
      return null;
    }
    this.#hold(token);
    return token.text;
  }

  #hold(token: AccessToken): void {
    this.#state = "active";
    this.#token = token;
  }

  /** Whether the token is another user's, who logged in in another tab of this browser. */
  #isOther(token: AccessToken): boolean {
    const own = this.#token ? subjectOf(this.#token) : this.#keeper.expectedUser();
    return own !== null && own !== subjectOf(token);
  }

  /** A renewal that is under way elsewhere would put its refresh token in the place of the login's. */
  async #keepLogin<Op>(send: () => Promise<Result<Op>>): Promise<Result<Op>> {
    return this.#keeper.alone(async () => {
      const result = await send();
      const data = result.data as { status?: string; tokens?: Tokens } | undefined;
      if (data?.status === "logged_in" && data.tokens) await this.adopt(data.tokens);
      return result;
    });
  }
}

/** The service answered, but neither renewed nor refused. */
function unanswered(problem: unknown): ConnectionError {
  return new ConnectionError({ mayHaveHappened: false, key: null, cause: problem });
}
