import { type Port, readPort } from "../system/ports.ts";

/** The ports of a run, each with the environment variable that sets it. */
export const readWorkerPort = (): Port => readPort(["PORT"], 8787);
// OUTBOX_PORT is its former name.
export const readMessagesPort = (): Port => readPort(["MESSAGES_PORT", "OUTBOX_PORT"], 8788);
export const readPostgresPort = (): Port => readPort(["POSTGRES_PORT"], 8790);
export const readGatewayPort = (): Port => readPort(["GATEWAY_PORT"], 8791);
