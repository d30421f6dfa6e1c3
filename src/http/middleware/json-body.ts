import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { BODY_BYTES_MAX, BODY_SECONDS_MAX, CONTENT_TYPE_LENGTH_MAX } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";
import { isJsonInUtf8, isUncompressed } from "../body-headers.ts";
import { parseJson } from "../parse-json.ts";
import { ApiError } from "../problem.ts";

/**
 * Reads a JSON body within its bounds of bytes and seconds, and stores it where the schema's
 * validator reads it. It runs after `authenticated`, so that no body is read without a valid token.
 */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  refuseOtherForms(c);
  store(c, parseJson(await inTime(readBounded(c))));
  await next();
});

/**
 * The same for a body that may be missing, with its Content-Type: it then counts as an empty
 * object.
 */
export const optionalJsonBody = createMiddleware<AppEnv>(async (c, next) => {
  const bytes = await inTime(readBounded(c));
  if (bytes.length > 0) refuseOtherForms(c);
  store(c, bytes.length > 0 ? parseJson(bytes) : {});
  await next();
});

/**
 * The same for a DELETE with a body. Intermediaries may drop the body of a DELETE (RFC 9110
 * §9.3.5), so a request without one is refused with the path of the POST that does the same.
 */
export const deleteBody = createMiddleware<AppEnv>(async (c, next) => {
  const bytes = await inTime(readBounded(c));
  if (bytes.length === 0 && c.req.method === "DELETE") throw droppedBody(c.req.path);
  refuseOtherForms(c);
  store(c, parseJson(bytes));
  await next();
});

function droppedBody(path: string): ApiError {
  return new ApiError("invalid_request", {
    detail: `The request arrived without a body. An intermediary may have dropped it: send the same body by POST ${path}/delete.`,
    errors: [{ in: "body", pointer: "", code: "required", message: "is required" }],
  });
}

/**
 * Reads a JSON body whose exact bytes are signed: `verify` throws unless they are. Nothing of it is
 * parsed before.
 */
export const signedBody = (
  bytesMax: number,
  verify: (c: Context<AppEnv>, bytes: Uint8Array) => void,
) =>
  createMiddleware<AppEnv>(async (c, next) => {
    refuseOtherForms(c);
    const bytes = await inTime(readBounded(c, bytesMax));
    verify(c, bytes);
    store(c, parseJson(bytes));
    await next();
  });

const JSON_TYPE = "application/json";

/**
 * Stores the value where the schema's validator reads it. The validator looks for the plain media
 * type: it refuses some forms that RFC 9110 allows, and an empty body may have none.
 */
function store({ req }: Context<AppEnv>, value: unknown): void {
  req.json = (async () => value) as typeof req.json;
  const header = req.header.bind(req);
  const named = (name: string) =>
    name.toLowerCase() === "content-type" ? JSON_TYPE : header(name);
  if (header("Content-Type") !== JSON_TYPE) req.header = named as typeof req.header;
}

/** Refuses by its headers a body that is not plain JSON, before anything of it is read. */
function refuseOtherForms(c: Context<AppEnv>): void {
  const type = c.req.header("Content-Type") ?? "";
  if (type.length > CONTENT_TYPE_LENGTH_MAX || !isJsonInUtf8(type)) {
    throw new ApiError("unsupported_media_type");
  }
  if (isUncompressed(c.req.header("Content-Encoding") ?? "")) return;
  throw new ApiError("unsupported_media_type", {
    detail: "The body is compressed. Send it without `Content-Encoding`.",
    // It tells this refusal from one of the media type: RFC 9110 §12.5.3.
    headers: { "Accept-Encoding": "identity" },
  });
}

/**
 * Ends the wait for a body that does not arrive completely; the request would stay open without
 * end.
 */
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

function tooLarge(bytesMax: number): never {
  throw new ApiError("body_too_large", { detail: `A body has at most ${bytesMax} bytes.` });
}

const limits = new Map<number, ReturnType<typeof bodyLimit>>();

function limitOf(maxSize: number): ReturnType<typeof bodyLimit> {
  const limited = limits.get(maxSize) ?? bodyLimit({ maxSize, onError: () => tooLarge(maxSize) });
  limits.set(maxSize, limited);
  return limited;
}

/**
 * The bytes of a body of at most `bytesMax`, read in time. bodyLimit refuses a declared length over
 * the bound, and counts the bytes of a body without one.
 */
async function readBounded(c: Context<AppEnv>, bytesMax = BODY_BYTES_MAX): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  try {
    await limitOf(bytesMax)(c, async () => {
      bytes = new Uint8Array(await c.req.raw.arrayBuffer());
    });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    // The client left in the middle of its body: that is no fault of the service.
    throw new ApiError("malformed_json", { detail: "The body ended early." });
  }
  return bytes.byteLength > bytesMax ? tooLarge(bytesMax) : bytes;
}
