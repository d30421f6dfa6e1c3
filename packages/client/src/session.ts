import type { BodyOf, Operation, Result } from "./operations.ts";
import type { components } from "./schema.ts";

/** The tokens of an answer: in cookie mode they have no refresh token. */
export type Tokens = components["schemas"]["Tokens"];

export type LogIn = Operation<"/v1/auth/login", "post">;
export type FinishLogIn = Operation<"/v1/auth/login/second-factor", "post">;
export type LogInByPasskey = Operation<"/v1/auth/login/passkey", "post">;

/**
 * Why a session ended: the user logged out here or in another tab, the service refused its refresh
 * token, or another user logged in in another tab.
 */
export type EndReason = "logged_out" | "refused" | "other_user";

/** A login, and its access token in memory. */
export interface Session {
  /**
   * A valid access token, renewed if it has to be; null without a login. `refused` is a token that
   * the service has just refused: the answer is another one. Throws a ConnectionError when the
   * service does not answer.
   */
  accessToken(refused?: string): Promise<string | null>;
  /** The first step of a login. The tokens are kept when `status` is `logged_in`. */
  logIn(body: BodyOf<LogIn>): Promise<Result<LogIn>>;
  /** The second step, when the first says `second_factor_required`. */
  finishLogIn(body: BodyOf<FinishLogIn>): Promise<Result<FinishLogIn>>;
  logInByPasskey(body: BodyOf<LogInByPasskey>): Promise<Result<LogInByPasskey>>;
  /** Whether there is a login, from before a reload too. Call it when a page loads. */
  resume(): Promise<boolean>;
  /** Keeps tokens that an answer has, such as that of PATCH /v1/users/me with a new password. */
  adopt(tokens: Tokens): Promise<void>;
  /** Ends the session, everywhere. Throws a ConnectionError, and changes nothing, without an answer. */
  logOut(): Promise<void>;
  /** Calls the listener each time a session ends. The answer removes the listener. */
  onEnd(listener: (reason: EndReason) => void): () => void;
}
