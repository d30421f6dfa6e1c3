interface EarlyAnswer {
  readonly authorization: string | null;
  readonly response: Promise<Response>;
}

/** Answers to requests that were sent before the client was here. Each is given away once. */
export class EarlyAnswers {
  readonly #answers = new Map<string, EarlyAnswer>();

  /** Keeps what becomes of a request: its answer, or that none came. */
  keep(request: Request, response: Promise<Response>): void {
    // Nobody may ever take this answer: its failure is no unhandled rejection.
    response.catch(() => {});
    this.#answers.set(keyFor(request), { authorization: authorizationOf(request), response });
  }

  /**
   * The answer that the same request got; null without one. An answer to another access token may be
   * of another person.
   */
  take(request: Request): Promise<Response> | null {
    const answer = this.#answers.get(keyFor(request));
    this.#answers.delete(keyFor(request));
    return answer?.authorization === authorizationOf(request) ? answer.response : null;
  }

  drop(): void {
    this.#answers.clear();
  }
}

function keyFor({ method, url }: Request): string {
  const { pathname, search } = new URL(url);
  return `${method} ${pathname}${search}`;
}

const authorizationOf = ({ headers }: Request) => headers.get("Authorization");
