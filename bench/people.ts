import { writeFileSync } from "node:fs";
import { signAccessToken } from "../src/crypto/access-token.ts";
import { toWireId } from "../src/domain/ids.ts";
import { phoneOf, sessionIdOf, userIdOf, walletIdOf } from "./fill.ts";
import { TOKEN_SETTINGS } from "./serve/settings.ts";

/** What every person of the benchmark logs in with. */
export const PASSWORD = "a lone payer measures time";

/** Writes the file that the load reads: a fresh token, the wallet and the phone of each person. */
export async function writePeople(file: string, count: number): Promise<void> {
  const settings = {
    accessTokenKeys: JSON.parse(TOKEN_SETTINGS.ACCESS_TOKEN_KEYS).keys,
    tokenIssuer: TOKEN_SETTINGS.TOKEN_ISSUER,
    tokenAudience: TOKEN_SETTINGS.TOKEN_AUDIENCE,
  };
  const nowMs = Date.now();
  const lines: string[] = [];
  for (let n = 1; n <= count; n++) {
    const subject = { userId: userIdOf(n), sessionId: sessionIdOf(n) };
    const token = await signAccessToken(settings, subject, nowMs);
    lines.push(`${token} ${toWireId("wal", walletIdOf(n))} ${phoneOf(n)}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}
