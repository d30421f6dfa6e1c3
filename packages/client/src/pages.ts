import type { Client, DataOf, InitArguments, Operation, PathsOf } from "./operations.ts";
import { isProblem, type Problem } from "./problem.ts";

/** A page of a list. */
interface Page<Item> {
  data: Item[];
  next_cursor: string | null;
}

/** The paths of lists that are read page by page. */
export type PagedPath = {
  [P in PathsOf<"get">]: DataOf<Operation<P, "get">> extends Page<unknown> ? P : never;
}[PathsOf<"get">];

type PageOf<P extends PagedPath> = DataOf<Operation<P, "get">>;
type ItemOf<P extends PagedPath> = PageOf<P> extends Page<infer Item> ? Item : never;

/** A problem in the middle of a list: an iterator has no other way to say it. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.problem = problem;
  }
}

/** The pages of a list, each read when it is asked for. Throws a ProblemError, a ConnectionError, or the signal's reason. */
export async function* pages<P extends PagedPath>(
  client: Client,
  path: P,
  ...[init]: InitArguments<Operation<P, "get">>
): AsyncGenerator<PageOf<P>, void, undefined> {
  const get = client.GET as unknown as UntypedGet<PageOf<P>>;
  const { params, ...rest } = (init ?? {}) as UntypedInit;
  let query = params?.query;
  for (;;) {
    const { data, error } = await get(path, { ...rest, params: { ...params, query } });
    if (data === undefined) throw isProblem(error) ? new ProblemError(error) : new Error(path);
    yield data;
    const next = (data as Page<unknown>).next_cursor;
    if (next === null) return;
    query = { ...query, cursor: next };
  }
}

/** The items of a list, over all its pages. Throws as `pages` does. */
export async function* items<P extends PagedPath>(
  client: Client,
  path: P,
  ...init: InitArguments<Operation<P, "get">>
): AsyncGenerator<ItemOf<P>, void, undefined> {
  for await (const page of pages(client, path, ...init)) {
    yield* (page as Page<ItemOf<P>>).data;
  }
}

interface UntypedInit {
  readonly params?: { readonly query?: object };
}

type UntypedGet<Data> = (path: string, init: object) => Promise<{ data?: Data; error?: unknown }>;
