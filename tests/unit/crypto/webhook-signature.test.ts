import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { isRecent, isSigned, signatureHeaders } from "../../../src/crypto/webhook-signature.ts";
import { SIGNATURE_AGE_SECONDS_MAX, SIGNATURES_MAX } from "../../../src/domain/bounds.ts";

const secretOf = (fill: string) => `whsec_${Buffer.alloc(32, fill).toString("base64")}`;
const [OLD, NEW, OTHER] = ["o", "n", "x"].map(secretOf) as [string, string, string];
const NOW = 1_795_426_200;
const BODY = '{"type":"deposit.succeeded","note":"إيداع"}';

/** A webhook as the standard's own library signs it. */
function received(secrets: readonly string[], body = BODY, id = "evt_1") {
  const at = new Date(NOW * 1_000);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" ");
  return { id: "evt_1", timestamp: String(NOW), signatures, body: new TextEncoder().encode(BODY) };
}

describe("a received webhook", () => {
  it("is verified as the library of Standard Webhooks signs it, during a rotation too", () => {
    expect(isSigned([OLD], received([OLD]))).toBe(true);
    expect(isSigned([NEW, OLD], received([OLD]))).toBe(true);
    expect(isSigned([NEW], received([OLD, NEW]))).toBe(true);
  });

  it("is refused for another secret, body, id, time or version, and without a signature", () => {
    expect(isSigned([OLD], received([OTHER]))).toBe(false);
    expect(isSigned([], received([OLD]))).toBe(false);
    expect(isSigned([OLD], received([OLD], `${BODY} `))).toBe(false);
    expect(isSigned([OLD], received([OLD], BODY, "evt_2"))).toBe(false);
    expect(isSigned([OLD], { ...received([OLD]), timestamp: String(NOW + 1) })).toBe(false);
    const { signatures } = received([OLD]);
    const altered = ["", "v1,", "v1,%", signatures.replace("v1,", "v1a,"), signatures.slice(0, -4)];
    for (const one of altered) {
      expect(isSigned([OLD], { ...received([OLD]), signatures: one }), one).toBe(false);
    }
  });

  it(`has at most ${SIGNATURES_MAX} signatures that are tried`, () => {
    const { signatures } = received([OLD]);
    const behind = (count: number) => `${"v1,AAAA ".repeat(count)}${signatures}`;
    const withMany = (count: number) => ({ ...received([OLD]), signatures: behind(count) });
    expect(isSigned([OLD], withMany(SIGNATURES_MAX - 1))).toBe(true);
    expect(isSigned([OLD], withMany(SIGNATURES_MAX))).toBe(false);
  });

  it(`is recent within ${SIGNATURE_AGE_SECONDS_MAX} seconds, in both directions`, () => {
    for (const sign of [-1, 1]) {
      const at = NOW + sign * SIGNATURE_AGE_SECONDS_MAX;
      expect(isRecent(String(at), NOW * 1_000)).toBe(true);
      expect(isRecent(String(at + sign), NOW * 1_000)).toBe(false);
    }
    for (const text of ["", "now", "-1", "1e9", `${NOW}.5`, "9".repeat(13), ` ${NOW}`]) {
      expect(isRecent(text, NOW * 1_000), text).toBe(false);
    }
  });
});

describe("a sent webhook", () => {
  it("is accepted by the library of Standard Webhooks", () => {
    const timestamp = Math.floor(Date.now() / 1_000);
    const headers = signatureHeaders(OLD, { id: "evt_1", timestamp, body: BODY });
    expect(new Webhook(OLD).verify(BODY, headers)).toEqual(JSON.parse(BODY));
  });
});
