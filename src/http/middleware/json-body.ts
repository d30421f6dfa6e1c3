import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { BODY_BYTES_MAX, BODY_SECONDS_MAX, CONTENT_TYPE_LENGTH_MAX } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";
import { parseJson } from "../parse-json.ts";
import { ApiError } from "../problem.ts";

const JSON_IN_UTF8 = /^application\/json *(; *charset="?utf-8"?)? *$/i;

/**
 * Reads a JSON body within its bounds of bytes and seconds, and stores it where the schema's validator
 * reads it. It runs after `authenticated`, so that no body is read without a valid token.
 */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  requireJson(c);
  store(c, parseJson(await inTime(readBounded(c))));
  await next();
});

/** The same for a body that may be missing, with its Content-Type: it then counts as an empty object. */
export const optionalJsonBody = createMiddleware<AppEnv>(async (c, next) => {
  const bytes = await inTime(readBounded(c));
  if (bytes.length > 0) requireJson(c);
  store(c, bytes.length > 0 ? parseJson(bytes) : {});
  nameJson(c);
  await next();
});

const JSON_TYPE = "application/json";

/** Lets the schema's validator find the plain name, also of a body that is empty and has another type or none. */
function nameJson({ req }: Context<AppEnv>): void {
  const header = req.header.bind(req);
  const named = (name: string) =>
    name.toLowerCase() === "content-type" ? JSON_TYPE : header(name);
  if (header("Content-Type") !== JSON_TYPE) req.header = named as typeof req.header;
}

/**
 * The same for a DELETE with a body. Intermediaries may drop the body of a DELETE (RFC 9110 §9.3.5), so a
 * request without one is refused with the path of the POST that does the same.
 */
export const deleteBody = createMiddleware<AppEnv>(async (c, next) => {
  const bytes = await inTime(readBounded(c));
  if (bytes.length === 0 && c.req.method === "DELETE") throw droppedBody(c.req.path);
  requireJson(c);
  store(c, parseJson(bytes));
  await next();
});

function droppedBody(path: string): ApiError {
  return new ApiError("invalid_request", {
    detail: `The request arrived without a body. An intermediary may have dropped it: send the same body by POST ${path}/delete.`,
    errors: [{ in: "body", pointer: "", code: "required", message: "is required" }],
  });
}

function store(c: Context<AppEnv>, value: unknown): void {
  c.req.json = (async () => value) as typeof c.req.json;
}

function requireJson(c: Context<AppEnv>): void {
  const type = c.req.header("Content-Type") ?? "";
  // The length is checked first: on many thousand blanks the pattern's time grows with their square.
  if (type.length > CONTENT_TYPE_LENGTH_MAX || !JSON_IN_UTF8.test(type)) {
    throw new ApiError("unsupported_media_type");
  }
}

/** Ends the wait for a body that does not arrive completely; the request would stay open without end. */
async function inTime(reading: Promise<Uint8Array>): Promise<Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiError("request_timeout")), BODY_SECONDS_MAX * 1_000);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(): never {
  throw new ApiError("body_too_large", { detail: `A body has at most ${BODY_BYTES_MAX} bytes.` });
}

const limited = bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge });

/** bodyLimit refuses a declared length over the bound, and counts the bytes of a body without one. */
async function readBounded(c: Context<AppEnv>): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  try {
    await limited(c, async () => {
      bytes = new Uint8Array(await c.req.raw.arrayBuffer());
    });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    // The client left in the middle of its body: that is no fault of the service.
    throw new ApiError("malformed_json", { detail: "The body ended early." });
  }
  return bytes.byteLength > BODY_BYTES_MAX ? tooLarge() : bytes;
}
