import { createServer } from "node:net";
import { CliError } from "../cli-error.ts";

/** A port that a setting names. */
export interface Port {
  readonly setting: string;
  readonly port: number;
}

/**
 * The port that the first of these environment variables names, or the default. Throws a CliError for
 * anything but a number from 1 to 65535.
 */
export function readPort(settings: readonly [string, ...string[]], standard: number): Port {
  const setting = settings.find((name) => process.env[name]);
  if (!setting) return { setting: settings[0], port: standard };
  const value = process.env[setting] ?? "";
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65535) {
    throw new CliError(`${setting} is "${value}": it must be a port number from 1 to 65535`);
  }
  return { setting, port };
}

/** Throws a CliError when two settings name one port. */
export function requireDistinct(ports: readonly Port[]): void {
  ports.forEach((one, i) => {
    const other = ports.slice(i + 1).find(({ port }) => port === one.port);
    if (!other) return;
    throw new CliError(
      `${one.setting} and ${other.setting} are both ${one.port}: set one of them to another port`,
    );
  });
}

/** A port of the loopback that nothing listens on at this moment. */
export async function findFreePort(): Promise<number> {
  return listenBriefly(0);
}

/** Throws a CliError that names the setting to change when the port cannot be listened on. */
export async function requireFreePort({ port, setting }: Port): Promise<void> {
  try {
    await listenBriefly(port);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") {
      throw new CliError(
        `port ${port} is busy: set ${setting} to another, or end the process that uses it`,
      );
    }
    if (code === "EACCES") {
      throw new CliError(`port ${port} is for root alone: set ${setting} to 1024 or higher`);
    }
    throw new CliError(`port ${port} cannot be used (${code}): set ${setting} to another`);
  }
}

function listenBriefly(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
