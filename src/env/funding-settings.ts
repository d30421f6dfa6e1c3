// The settings of the provider of deposits and withdrawals.
import { z } from "zod";
import { WebhookSecret, WebhookSecrets } from "./setting-schemas.ts";

/** Where the money of deposits comes from, and that of withdrawals goes to. */
const FUNDING_PROVIDERS = ["simulated", "webhook"] as const;

const INSTRUCTIONS_LENGTH_MAX = 500;

/** The settings as bindings. All are optional: what a provider needs is checked below. */
export const fundingFields = {
  /** Default: webhook in production, simulated elsewhere. */
  FUNDING_PROVIDER: z.enum(FUNDING_PROVIDERS).optional(),
  /** "yes" lets production use the simulated provider, which makes money from nothing. */
  FUNDING_SANDBOX: z.enum(["yes", "no"]).default("no"),
  /** Verify the provider's events (Standard Webhooks); several while they are rotated. */
  FUNDING_WEBHOOK_SECRETS: WebhookSecrets.optional(),
  /** Where payouts are posted to, and the secret that signs them. */
  FUNDING_PAYOUT_URL: z.url({ protocol: /^https?$/ }).optional(),
  FUNDING_PAYOUT_SECRET: WebhookSecret.optional(),
  /** What the payer of a deposit must do. */
  FUNDING_INSTRUCTIONS: z
    .string()
    .min(1)
    .max(INSTRUCTIONS_LENGTH_MAX)
    .default("Pay the amount at the provider, and name the reference."),
};

type Settings = z.output<z.ZodObject<typeof fundingFields>> & { readonly ENVIRONMENT: string };

const providerOf = ({ ENVIRONMENT, FUNDING_PROVIDER }: Settings) =>
  FUNDING_PROVIDER ?? (ENVIRONMENT === "production" ? "webhook" : "simulated");

/** Adds an issue for each setting that the deployment's provider cannot work without. */
export function checkFunding(env: Settings, ctx: z.RefinementCtx): void {
  const refuse = (name: keyof Settings, message: string) =>
    ctx.addIssue({ code: "custom", path: [name], message });
  const isProduction = env.ENVIRONMENT === "production";
  if (providerOf(env) === "simulated") {
    if (isProduction && env.FUNDING_SANDBOX !== "yes") {
      refuse(
        "FUNDING_PROVIDER",
        "simulated makes money from nothing: production needs FUNDING_SANDBOX = yes, too",
      );
    }
    return;
  }
  const names = ["FUNDING_WEBHOOK_SECRETS", "FUNDING_PAYOUT_URL", "FUNDING_PAYOUT_SECRET"] as const;
  for (const name of names) {
    // As the schema itself says of a missing setting.
    const issue = { code: "invalid_type", expected: "string", input: undefined } as const;
    const message = "Invalid input: expected string, received undefined";
    if (env[name] === undefined) ctx.addIssue({ ...issue, path: [name], message });
  }
  if (isProduction && env.FUNDING_PAYOUT_URL?.startsWith("http:")) {
    refuse("FUNDING_PAYOUT_URL", "payouts travel by https only");
  }
}

/** The settings as the service reads them. */
export function fundingOf(env: Settings) {
  return {
    provider: providerOf(env),
    webhookSecrets: env.FUNDING_WEBHOOK_SECRETS ?? [],
    payoutUrl: env.FUNDING_PAYOUT_URL ?? null,
    payoutSecret: env.FUNDING_PAYOUT_SECRET ?? null,
    instructions: env.FUNDING_INSTRUCTIONS,
  };
}
