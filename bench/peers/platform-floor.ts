// The peer that does only the platform's part of a transfer: it parses the body, calls the payer's wallet object,
// which calls the writer, and answers. It has no framework, no token and no Postgres. A product with one object per
// wallet and one writer cannot be faster than this on the same machine.
import { DurableObject } from "cloudflare:workers";

interface FloorEnv {
  readonly WALLET: DurableObjectNamespace<WalletObject>;
  readonly LEDGER_WRITER: DurableObjectNamespace<LedgerWriter>;
}

const CREATED = JSON.stringify({ status: "COMPLETED" });
const JSON_HEADERS = { "Content-Type": "application/json" };

export class WalletObject extends DurableObject<FloorEnv> {
  async submit(text: string): Promise<string | undefined> {
    const [outcome] = await this.env.LEDGER_WRITER.getByName("writer-0").post([text]);
    return outcome;
  }
}

export class LedgerWriter extends DurableObject<FloorEnv> {
  post(texts: readonly string[]): string[] {
    return texts.map(() => CREATED);
  }
}

export default {
  async fetch(request, env) {
    if (request.method !== "POST" || !request.url.endsWith("/v1/transfers")) {
      return new Response(null, { status: 404 });
    }
    const text = await request.text();
    const { from_wallet_id: payer } = JSON.parse(text) as { from_wallet_id: string };
    const outcome = await env.WALLET.getByName(payer).submit(text);
    return new Response(outcome ?? null, { status: outcome ? 201 : 500, headers: JSON_HEADERS });
  },
} satisfies ExportedHandler<FloorEnv>;
