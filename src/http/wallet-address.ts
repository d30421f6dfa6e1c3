import type { WalletAddress } from "../domain/command.ts";
import type { WalletId } from "../domain/ids.ts";
import type { Config } from "../env.ts";
import { readPhone } from "./phone.ts";

/** How a body named a wallet: by id, by phone, or, naming none, the caller's default one. */
export function addressOf(
  config: Config,
  walletId: WalletId | undefined,
  phone: string | undefined,
  phonePointer = "/phone",
): WalletAddress {
  if (walletId) return { by: "id", walletId };
  if (phone === undefined) return { by: "default" };
  return { by: "phone", phone: readPhone(config, phone, phonePointer) };
}
