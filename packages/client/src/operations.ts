import type { Intent } from "./intent.ts";
import type { paths } from "./schema.ts";

// openapi-fetch's own types take a branded string for an object, so the methods have these.

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The paths that have an operation of this method. */
export type PathsOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never;
}[keyof paths];

export type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;

type OkStatus = 200 | 201 | 202 | 204;

type JsonOf<Answer> = Answer extends { content: infer Content }
  ? Content[keyof Content]
  : undefined;

type AnswerOf<Op, Status> = Op extends { responses: infer Answers }
  ? { [S in keyof Answers]: S extends Status ? JsonOf<Answers[S]> : never }[keyof Answers]
  : never;

/** The body of a success; undefined where there is none. */
export type DataOf<Op> = AnswerOf<Op, OkStatus>;

/** The problems that an operation can answer, each with its own status and codes. */
export type ProblemOf<Op> = Op extends { responses: infer Answers }
  ? { [S in keyof Answers]: S extends OkStatus ? never : JsonOf<Answers[S]> }[keyof Answers]
  : never;

/** The body that an operation takes. */
export type BodyOf<Op> = Op extends {
  requestBody?: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

/** Either `data` or `error`, and the answer itself. Its body was read already. */
export type Result<Op> =
  | { data: DataOf<Op>; error?: never; response: Response }
  | { data?: never; error: ProblemOf<Op>; response: Response };

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

type ParamsOption<Op> = Op extends { parameters: infer Parameters }
  ? RequiredKeys<Parameters> extends never
    ? { params?: Parameters }
    : { params: Parameters }
  : { params?: never };

type BodyOption<Op> = Op extends { requestBody: object }
  ? { body: BodyOf<Op> }
  : { body?: BodyOf<Op> };

/** What a method takes beside the path. */
export type Init<Op> = ParamsOption<Op> &
  BodyOption<Op> & {
    /** Makes the request one of an intent: its key is sent, and its outcome settles the intent. */
    intent?: Intent;
    /** Ends the request and the waits between its attempts. */
    signal?: AbortSignal;
    headers?: Readonly<Record<string, string>>;
  };

/** The init may be left out when nothing in it is required. */
export type InitArguments<Op> =
  RequiredKeys<Init<Op>> extends never ? [init?: Init<Op>] : [init: Init<Op>];

type ClientMethod<M extends Method> = <P extends PathsOf<M>>(
  path: P,
  ...init: InitArguments<Operation<P, M>>
) => Promise<Result<Operation<P, M>>>;

/** A method for each of HTTP's that the API uses. */
export interface Client {
  readonly GET: ClientMethod<"get">;
  readonly POST: ClientMethod<"post">;
  readonly PUT: ClientMethod<"put">;
  readonly PATCH: ClientMethod<"patch">;
  readonly DELETE: ClientMethod<"delete">;
}
