import { createServer } from "node:net";
import { CliError } from "../cli-error.ts";

/** A port of the loopback that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  return listenBriefly(0);
}

/** Complains in one line, naming the setting to change, when the port is taken. */
export async function requireFreePort(port: number, setting: string): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new CliError(`${setting} must be a port number from 1 to 65535`);
  }
  try {
    await listenBriefly(port);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") {
      throw new CliError(`port ${port} is busy: set ${setting} to another, or end its user`);
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
