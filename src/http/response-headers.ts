const text = (example: string) => ({ type: "string" as const, examples: [example] });

const HEADERS = {
  "X-Request-Id": {
    description:
      "The request's id in the log. It is the one that the request sent, when that is well-formed.",
    schema: text("019abf00-5b10-7c4e-9d52-1f3a5b7c9d11"),
  },
  "Idempotency-Replayed": {
    description: "`true` when this replays the first response for the key.",
    schema: { type: "string" as const, enum: ["true"] },
  },
  "Preference-Applied": {
    description: "`dry-run` when nothing was recorded, because the request asked for that.",
    schema: { type: "string" as const, enum: ["dry-run"] },
  },
  "Set-Cookie": {
    description:
      "Only with the refresh token in a cookie: the cookie `__Host-refresh_token`, or its removal (`Max-Age=0`).",
    schema: text(
      "__Host-refresh_token=mrt_…; Max-Age=1209600; Path=/; HttpOnly; Secure; SameSite=Strict",
    ),
  },
  "Retry-After": {
    description: "Seconds to wait before the request is sent again (RFC 9110).",
    schema: { type: "integer" as const, minimum: 1, examples: [1] },
  },
  "Accept-Encoding": {
    description: "`identity`, only when the body was refused because it is compressed (RFC 9110).",
    schema: { type: "string" as const, enum: ["identity"] },
  },
  "WWW-Authenticate": {
    description: "How to authenticate, and what was wrong with the token (RFC 6750).",
    schema: text('Bearer realm="mahfaza"'),
  },
  "Cache-Control": {
    description: "How long the answer may be kept.",
    schema: text("public, max-age=3600"),
  },
};

export type ResponseHeader = keyof typeof HEADERS;

/**
 * The headers of an answer, as an operation names them: its own, and the one that every answer has.
 */
export function headersOf(...own: ResponseHeader[]) {
  const names: ResponseHeader[] = ["X-Request-Id", ...own];
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${name}` } as const]),
  );
}

/** The header components of the OpenAPI document. */
export const HEADER_COMPONENTS = Object.entries(HEADERS);
