// Reads the provider's own list, from a file or a URL.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { currencyOf, findCurrency } from "../../src/domain/currency.ts";
import { formatAmount, parseAmount } from "../../src/domain/money.ts";
import { CliError, reasonOf } from "../cli-error.ts";
import type { ProviderPayment } from "./provider-ledger.ts";

const SECONDS_MAX = 60;

const Payments = z.object({
  data: z.array(
    z.object({
      type: z.enum(["deposit", "payout"]),
      reference: z.string().min(1),
      payment_id: z.string().min(1),
      amount: z.string(),
      currency: z.string(),
      status: z.enum(["pending", "succeeded", "failed"]),
    }),
  ),
});

async function textOf(source: string): Promise<string> {
  if (!/^https?:/.test(source)) return readFileSync(source, "utf8");
  const response = await fetch(source, { signal: AbortSignal.timeout(SECONDS_MAX * 1_000) });
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
  return response.text();
}

/** Amounts in the form of this service: `25` is `25.00` of a currency with two decimals. */
function withOwnForm(payment: ProviderPayment): ProviderPayment {
  const currency = findCurrency(payment.currency);
  const minor = currency && parseAmount(payment.amount, currency.exponent);
  if (!currency || minor == null) return payment;
  return { ...payment, amount: formatAmount(minor, currencyOf(currency.code).exponent) };
}

/** The provider's payments. Throws a CliError when they cannot be read. */
export async function readPayments(source: string): Promise<ProviderPayment[]> {
  try {
    return Payments.parse(JSON.parse(await textOf(source))).data.map(withOwnForm);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : reasonOf(error);
    throw new CliError(`the provider's list could not be read: ${reason}`);
  }
}
