import type { components } from "./schema.ts";

type Schemas = components["schemas"];

export type Account = Schemas["Account"];
export type AuditEvent = Schemas["AuditEvent"];
/** The other person of a payment, as reads name them. */
export type Counterparty = NonNullable<Schemas["Entry"]["counterparty"]>;
export type Currency = Schemas["Currency"];
export type CurrencyLimits = Schemas["CurrencyLimits"];
export type Deposit = Schemas["Deposit"];
export type Entry = Schemas["Entry"];
export type Factors = Schemas["Factors"];
export type Hold = Schemas["Hold"];
export type HoldDetails = Schemas["HoldDetails"];
export type HoldTransaction = Schemas["HoldTransaction"];
export type Leg = Schemas["Leg"];
export type Limit = Schemas["Limit"];
export type Limits = Schemas["Limits"];
export type LoggedIn = Schemas["LoggedIn"];
export type Passkey = Schemas["Passkey"];
export type Quote = Schemas["Quote"];
export type Rate = Schemas["Rate"];
export type Recipient = Schemas["Recipient"];
export type Refund = Schemas["Refund"];
export type SecondFactorRequired = Schemas["SecondFactorRequired"];
/** A login as GET /v1/users/me/sessions lists it. */
export type ActiveSession = Schemas["Session"];
export type Tokens = Schemas["Tokens"];
export type Transaction = Schemas["Transaction"];
export type TransactionDetails = Schemas["TransactionDetails"];
export type TransactionPreview = Schemas["TransactionPreview"];
export type User = Schemas["User"];
export type Wallet = Schemas["Wallet"];
export type Withdrawal = Schemas["Withdrawal"];
