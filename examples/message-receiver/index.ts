import { deliverBy, type ProviderSettings } from "./providers.ts";
import { receive } from "./receiver.ts";

interface Settings extends ProviderSettings {
  /** The same as the service's. */
  readonly MESSAGE_WEBHOOK_SECRET: string;
}

export default {
  fetch: (request: Request, env: Settings): Promise<Response> =>
    receive(request, env.MESSAGE_WEBHOOK_SECRET, deliverBy(env)),
};
