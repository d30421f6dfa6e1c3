import { CliError } from "../cli-error.ts";
import { startMessageReceiver } from "../messages.ts";
import { migrateDatabase } from "../migrate.ts";
import { startNeonGateway } from "../neon-gateway/start-gateway.ts";
import { startDevPostgres } from "../postgres/dev-postgres.ts";
import { dataPath } from "../system/places.ts";
import { seedSandboxRates } from "./sandbox-rates.ts";
import type { SupervisedRun } from "./supervise-run.ts";

export interface LocalServicesOptions {
  /** Where the Worker will listen: passkeys are bound to its origin. */
  readonly workerPort: number;
  readonly messagesPort: number;
  /** Nothing: free ones. */
  readonly postgresPort?: number;
  readonly gatewayPort?: number;
  /** Signs the messages; nothing: a secret of this run. */
  readonly messageSecret?: string;
}

export interface LocalServices {
  /** The Worker's variables, in which the services are named. */
  readonly vars: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  /** Null: the database is Neon itself. */
  readonly gatewayAddress: string | null;
  readonly messagesAddress: string;
}

/**
 * Starts everything that the Worker needs on one machine: Postgres (unless DATABASE_URL names another
 * one), migrated, the gateway that speaks Neon's protocols, and the receiver of messages.
 */
export async function startLocalServices(
  run: SupervisedRun,
  options: LocalServicesOptions,
): Promise<LocalServices> {
  const databaseUrl = process.env.DATABASE_URL || (await startPostgres(run, options.postgresPort));
  const isBehindGateway = needsGateway(databaseUrl);
  console.log(await migrateDatabase(databaseUrl));
  await seedSandboxRates(databaseUrl);
  run.lock.record({ databaseUrl });
  const gatewayAddress = isBehindGateway
    ? await startGateway(run, databaseUrl, options.gatewayPort)
    : null;
  const messages = await startMessageReceiver({
    port: options.messagesPort,
    ...(options.messageSecret ? { secret: options.messageSecret } : {}),
    onMessage: ({ to, text }) => console.log(`  to ${to}: ${text}`),
  });
  run.onEnd(messages.close);
  const vars = {
    ENVIRONMENT: "development",
    // A new person has no verified phone, and is paid by it in the first try.
    PAYMENTS_TO_UNVERIFIED_PHONES: "yes",
    LIMITS_PROFILE: "development",
    // A first transfer in another currency arrives.
    OPENS_WALLETS_FOR_RECIPIENTS: "yes",
    DATABASE_URL: databaseUrl,
    // Browsers take http for secure on localhost alone, and the port belongs to the origin.
    PASSKEY_RP_ID: "localhost",
    PASSKEY_ORIGINS: `http://localhost:${options.workerPort}`,
    ...(gatewayAddress ? { NEON_GATEWAY: gatewayAddress } : {}),
    ...messages.settings,
  };
  return { vars, databaseUrl, gatewayAddress, messagesAddress: messages.address };
}

async function startPostgres(run: SupervisedRun, port: number | undefined): Promise<string> {
  const postgres = await startDevPostgres(port);
  run.onEnd(postgres.stop);
  run.failsWith(postgres.ended, `Postgres has ended (see ${dataPath("postgres.log")})`);
  return postgres.url;
}

async function startGateway(
  run: SupervisedRun,
  databaseUrl: string,
  port: number | undefined,
): Promise<string> {
  const gateway = await startNeonGateway({ databaseUrl, ...(port ? { port } : {}) });
  run.onEnd(gateway.close);
  return gateway.address;
}

/** Neon speaks its own protocols; DATABASE_GATEWAY=none says that another host does so too. */
function needsGateway(databaseUrl: string): boolean {
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new CliError("DATABASE_URL is not a postgres:// address");
  }
  if (process.env.DATABASE_GATEWAY === "none") return false;
  return !new URL(databaseUrl).hostname.endsWith(".neon.tech");
}
