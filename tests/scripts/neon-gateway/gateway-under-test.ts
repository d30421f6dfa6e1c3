import { neon, neonConfig } from "@neondatabase/serverless";
import { afterAll, beforeAll } from "vitest";
import { WebSocket } from "ws";
import { type NeonGateway, startNeonGateway } from "../../../scripts/neon-gateway/start-gateway.ts";

export const databaseUrl = process.env.DATABASE_URL ?? "";

/** A gateway of the file's own in front of the run's throw-away Postgres, and Neon's driver on it. */
export function useGateway(): { readonly address: string } {
  let gateway: NeonGateway;
  beforeAll(async () => {
    gateway = await startNeonGateway({ databaseUrl, poolMax: 4 });
    neonConfig.fetchEndpoint = `http://${gateway.address}/sql`;
    neonConfig.wsProxy = (host, port) => `${gateway.address}/v2?address=${host}:${port}`;
    neonConfig.webSocketConstructor = WebSocket;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineConnect = false;
  });
  afterAll(() => gateway.close());
  return {
    get address() {
      return gateway.address;
    },
  };
}

export const sql = neon(databaseUrl);

/** POST /sql as an unknown client would, without the driver. */
export function post(address: string, body: BodyInit, headers: Record<string, string> = {}) {
  return fetch(`http://${address}/sql`, {
    method: "POST",
    body,
    headers: { "Neon-Connection-String": databaseUrl, ...headers },
  });
}
