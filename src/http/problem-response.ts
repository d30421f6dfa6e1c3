import type { Problem } from "../contract/problem.ts";
import { RETRY_AFTER_SECONDS } from "../domain/bounds.ts";
import { type ApiError, type ErrorCode, PROBLEMS, typeOf } from "./problem.ts";

// RFC 9110 §11.6.1 requires a challenge on every 401; RFC 6750 §3 defines the error of a token.
function challengeOf(code: ErrorCode): string {
  const realm = 'Bearer realm="mahfaza"';
  if (code === "token_missing" || code === "invalid_credentials") return realm;
  return `${realm}, error="invalid_token", error_description="${PROBLEMS[code].title}"`;
}

/** An ApiError as application/problem+json. */
export function problemResponse({ code, extras }: ApiError, requestId: string): Response {
  const kind: { status: number; title: string; detail?: string } = PROBLEMS[code];
  const detail = extras.detail ?? kind.detail;
  const body: Problem = {
    type: typeOf(code),
    title: kind.title,
    status: kind.status,
    ...(detail !== undefined && { detail }),
    code,
    request_id: requestId,
    ...(extras.errors && { errors: [...extras.errors] }),
    ...extras.members,
    ...(extras.transaction && { transaction: extras.transaction }),
    ...(extras.exceededLimit && { exceeded_limit: extras.exceededLimit }),
    ...(extras.preview && { preview: extras.preview }),
    ...(extras.currencies && { currencies: [...extras.currencies] }),
  };
  const headers = new Headers({
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
    ...extras.headers,
  });
  if (kind.status === 401) headers.set("WWW-Authenticate", challengeOf(code));
  if (kind.status === 503) {
    headers.set("Retry-After", String(RETRY_AFTER_SECONDS));
  }
  return new Response(JSON.stringify(body), { status: kind.status, headers });
}
