import { describe, expect, it } from "vitest";
import { newKeySet } from "../../../../scripts/dev/dev-secrets.ts";
import { countLogLines, findInLog } from "../../../../scripts/test/log-scan.ts";
import { signAccessToken } from "../../../../src/crypto/access-token.ts";
import { UNQUEUED } from "../../../../src/crypto/hash-queue.ts";
import { hashPassword } from "../../../../src/crypto/password.ts";
import { newRecoveryCodes } from "../../../../src/crypto/recovery-code.ts";
import { newRefreshToken } from "../../../../src/crypto/refresh-token.ts";
import { newRequestToken } from "../../../../src/crypto/request-token.ts";
import { newTotpSecret, totpUri } from "../../../../src/crypto/totp.ts";
import { newId } from "../../../../src/domain/ids.ts";
import { messageText } from "../../../../src/domain/message.ts";
import { PASSWORD, PLANTED_SECRETS, TEST_KEY } from "../../../planted-secrets.ts";

const settings = {
  accessTokenKeys: [{ kid: "test", k: TEST_KEY }],
  tokenIssuer: "https://mahfaza.example",
  tokenAudience: "tests",
};
const accessToken = () => {
  const now = Date.now();
  const subject = {
    userId: newId("usr", now),
    sessionId: newId("ses", now),
    defaultWalletId: newId("wal", now),
  };
  return signAccessToken(settings, subject, now);
};

/** Each kind of secret as the service itself makes it. */
const SECRETS: readonly (readonly [string, () => string | Promise<string>])[] = [
  ["access token", accessToken],
  ["refresh token", newRefreshToken],
  ["reset token", () => newRequestToken("mpr_").token],
  ["claim token", () => newRequestToken("mpc_").token],
  ["webhook secret", () => `whsec_${btoa("seven lanterns over the old town")}`],
  ["one-time code", () => messageText({ kind: "verification_code", code: "48151623" }).text],
  ["one-time code", () => messageText({ kind: "password_reset_code", code: "48151623" }).text],
  ["one-time code", () => messageText({ kind: "phone_claim_code", code: "48151623" }).text],
  ["password hash", () => hashPassword(PASSWORD, { log2N: 4, r: 8, p: 1 }, UNQUEUED)],
  ["key", () => newKeySet("HS256")],
  ["key", () => newKeySet("A256GCM")],
  ["recovery code", () => newRecoveryCodes()[0] ?? ""],
  ["authenticator app's secret", () => totpUri(newTotpSecret(), "an account")],
  ["bearer header", () => "Authorization: Bearer AbCdEfGhIjKlMnOpQrStUv"],
  ["database password", () => "postgres://owner:s3cret@db.example/mahfaza"],
  ["phone", () => "+967771234567"],
  ["phone", () => "params: 967771234567,x"],
  ["phone", () => "GET /users?phone=%2B967771234567"],
  ["e-mail address", () => "amina.saleh+wallet@mail.example"],
  ["planted value", () => PASSWORD],
];

describe("the search for secrets in a test run's log", () => {
  it.each(SECRETS)(
    "finds a %s in the middle of a line, and does not print it",
    async (kind, make) => {
      const secret = await make();
      const line = JSON.stringify({
        event: "request_failed",
        message: `bad value ${secret} there`,
      });
      const text = `one line\n\u001b[31m${line}\u001b[39m\nanother`.replaceAll('\\"', '"');
      const findings = findInLog(text, PLANTED_SECRETS);
      expect(findings.map((finding) => finding.kind)).toContain(kind);
      const own = findings.find((finding) => finding.kind === kind);
      expect(own?.line).toContain("request_failed");
      expect(own?.line).not.toContain(secret);
    },
  );

  it("finds every line that has one", () => {
    const text = ["+967771234567", "nothing", "+967771234568"].join("\n");
    expect(findInLog(text, [])).toHaveLength(2);
  });

  it.each([
    '{"event":"request_refused","at":"2026-11-24T08:00:00.967Z","request_id":"019abf00-5b10-7c4e-9d52-1f3a5b7c9d11"}',
    '{"event":"purged","sessions":0,"idempotency_keys":0}',
    "wal_01m85mym9jek0vxfadpn9dcppv of usr_01m85mym9jerfbchjq18wrap4p",
    "TRF-261124-8F20-B940-VZ9B took 1234567890 of 9999999999999999",
    "the database at 127.0.0.1:5432 does not answer: postgres://127.0.0.1:5432/mahfaza",
    "configuration refused: ACCESS_TOKEN_KEYS: not JSON",
    "     ✓ takes +967771234567 as a phone 3ms",
  ])("finds nothing in %s", (line) => {
    expect(findInLog(line, PLANTED_SECRETS)).toEqual([]);
  });

  it("counts the lines that the service wrote", () => {
    const text = 'stdout | a test\n{"event":"purged","at":"…"}\n{ event: "an object" }\nno line';
    expect(countLogLines(text)).toBe(1);
  });
});
