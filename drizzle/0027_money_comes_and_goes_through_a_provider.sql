-- Deposits and withdrawals through a provider: what it is asked for, and every event that it has signed. Operators
-- credit and debit by hand, and reverse, by proposals that a second admin approves; the other side of an adjustment is
-- a system wallet of its own in each currency. Nothing leads out of a terminal state, whatever writes to the tables.
CREATE TABLE "funding_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"webhook_id" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"type" text NOT NULL,
	"reference" text NOT NULL,
	"payment_id" text NOT NULL,
	"amount" text NOT NULL,
	"currency" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"decision" text,
	"reason" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "funding_events_webhook_id_unique" UNIQUE("webhook_id"),
	CONSTRAINT "funding_events_body_hash_sha256" CHECK (octet_length("funding_events"."body_hash") = 32),
	CONSTRAINT "funding_events_decision_known" CHECK ("funding_events"."decision" IN ('applied', 'absorbed', 'suspense')),
	CONSTRAINT "funding_events_reason_known" CHECK ("funding_events"."reason" IN ('already_done', 'unknown_type', 'unknown_reference', 'currency_mismatch', 'amount_mismatch', 'late', 'paid_twice', 'succeeded_after_failure', 'failed_after_success', 'wallet_frozen', 'wallet_closed', 'balance_limit_exceeded')),
	CONSTRAINT "funding_events_decided_at_once" CHECK (("funding_events"."decision" IS NULL) = ("funding_events"."decided_at" IS NULL)),
	CONSTRAINT "funding_events_reason_unless_applied" CHECK ((coalesce("funding_events"."decision", 'applied') = 'applied') = ("funding_events"."reason" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "funding_intents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"direction" text NOT NULL,
	"user_id" uuid NOT NULL,
	"wallet_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"reference" text NOT NULL,
	"payment_id" text,
	"failure_code" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	CONSTRAINT "funding_intents_reference_unique" UNIQUE("reference"),
	CONSTRAINT "funding_intents_direction_known" CHECK ("funding_intents"."direction" IN ('deposit', 'withdrawal')),
	CONSTRAINT "funding_intents_amount_positive" CHECK ("funding_intents"."amount" > 0),
	CONSTRAINT "funding_intents_status_by_direction" CHECK (CASE "funding_intents"."direction" WHEN 'deposit' THEN "funding_intents"."status" IN ('pending', 'succeeded', 'failed', 'expired')
        ELSE "funding_intents"."status" IN ('pending', 'sent', 'succeeded', 'failed', 'timed_out') END),
	CONSTRAINT "funding_intents_completed_when_terminal" CHECK (("funding_intents"."status" IN ('pending', 'sent')) = ("funding_intents"."completed_at" IS NULL)),
	CONSTRAINT "funding_intents_failure_known" CHECK ("funding_intents"."failure_code" IN ('provider_failed', 'wallet_frozen', 'wallet_closed', 'balance_limit_exceeded')),
	CONSTRAINT "funding_intents_failed_has_code" CHECK (("funding_intents"."status" = 'failed') = ("funding_intents"."failure_code" IS NOT NULL)),
	CONSTRAINT "funding_intents_succeeded_has_payment" CHECK (("funding_intents"."status" = 'succeeded') = ("funding_intents"."payment_id" IS NOT NULL)),
	CONSTRAINT "funding_intents_due_while_pending" CHECK (("funding_intents"."due_at" IS NOT NULL) = ("funding_intents"."direction" = 'withdrawal' AND "funding_intents"."status" = 'pending'))
);
--> statement-breakpoint
CREATE TABLE "money_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"wallet_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"direction" text,
	"reverses_id" uuid,
	"shortfall" text,
	"reason" text NOT NULL,
	"ticket" text,
	"funding_event_id" uuid,
	"proposed_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "money_proposals_kind_known" CHECK ("money_proposals"."kind" IN ('adjustment', 'reversal')),
	CONSTRAINT "money_proposals_amount_positive" CHECK ("money_proposals"."amount" > 0),
	CONSTRAINT "money_proposals_direction_known" CHECK ("money_proposals"."direction" IN ('credit', 'debit')),
	CONSTRAINT "money_proposals_shortfall_known" CHECK ("money_proposals"."shortfall" IN ('refuse', 'available', 'loss_wallet')),
	CONSTRAINT "money_proposals_reason_by_kind" CHECK (CASE "money_proposals"."kind" WHEN 'adjustment' THEN "money_proposals"."reason" IN ('service_error', 'provider_error', 'unapplied_funds', 'chargeback', 'goodwill', 'legal_order')
        ELSE "money_proposals"."reason" IN ('service_error', 'duplicate_payment', 'mistaken_payment', 'fraud', 'legal_order') END),
	CONSTRAINT "money_proposals_fields_by_kind" CHECK (CASE "money_proposals"."kind" WHEN 'adjustment' THEN "money_proposals"."direction" IS NOT NULL AND num_nonnulls("money_proposals"."reverses_id", "money_proposals"."shortfall") = 0
        ELSE num_nonnulls("money_proposals"."reverses_id", "money_proposals"."shortfall") = 2 AND num_nonnulls("money_proposals"."direction", "money_proposals"."funding_event_id") = 0 END),
	CONSTRAINT "money_proposals_credit_of_event" CHECK ("money_proposals"."funding_event_id" IS NULL OR "money_proposals"."direction" = 'credit'),
	CONSTRAINT "money_proposals_ticket_length" CHECK (char_length("money_proposals"."ticket") BETWEEN 1 AND 64),
	CONSTRAINT "money_proposals_decision_known" CHECK ("money_proposals"."decision" IN ('approved', 'rejected')),
	CONSTRAINT "money_proposals_decided_by_somebody" CHECK (num_nonnulls("money_proposals"."decision", "money_proposals"."decided_at", "money_proposals"."decided_by") IN (0, 3)),
	CONSTRAINT "money_proposals_for_another" CHECK ("money_proposals"."user_id" <> "money_proposals"."proposed_by"),
	CONSTRAINT "money_proposals_approved_by_another" CHECK ("money_proposals"."decision" <> 'approved' OR "money_proposals"."decided_by" NOT IN ("money_proposals"."proposed_by", "money_proposals"."user_id"))
);
--> statement-breakpoint
ALTER TABLE "money_proposals" ADD CONSTRAINT "money_proposals_reverses_id_transactions_id_fk" FOREIGN KEY ("reverses_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "funding_intents" ADD CONSTRAINT "funding_intents_wallet_id_currency_fk" FOREIGN KEY ("wallet_id","currency") REFERENCES "public"."wallets"("id","currency") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "money_proposals" ADD CONSTRAINT "money_proposals_wallet_id_currency_fk" FOREIGN KEY ("wallet_id","currency") REFERENCES "public"."wallets"("id","currency") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "funding_intents" ADD CONSTRAINT "funding_intents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "money_proposals" ADD CONSTRAINT "money_proposals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "money_proposals" ADD CONSTRAINT "money_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "money_proposals" ADD CONSTRAINT "money_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "money_proposals" ADD CONSTRAINT "money_proposals_funding_event_id_funding_events_id_fk" FOREIGN KEY ("funding_event_id") REFERENCES "public"."funding_events"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "funding_events_undecided_idx" ON "funding_events" USING btree ("id") WHERE "funding_events"."decision" IS NULL;
--> statement-breakpoint
CREATE INDEX "funding_events_suspense_idx" ON "funding_events" USING btree ("id") WHERE "funding_events"."decision" = 'suspense';
--> statement-breakpoint
CREATE INDEX "funding_events_reference_idx" ON "funding_events" USING btree ("reference");
--> statement-breakpoint
CREATE INDEX "funding_intents_user_id_direction_id_idx" ON "funding_intents" USING btree ("user_id","direction","id");
--> statement-breakpoint
CREATE INDEX "funding_intents_due_at_idx" ON "funding_intents" USING btree ("due_at") WHERE "funding_intents"."status" = 'pending';
--> statement-breakpoint
CREATE INDEX "funding_intents_open_expires_at_idx" ON "funding_intents" USING btree ("expires_at") WHERE "funding_intents"."status" IN ('pending', 'sent');
--> statement-breakpoint
CREATE INDEX "money_proposals_open_idx" ON "money_proposals" USING btree ("id") WHERE "money_proposals"."decision" IS NULL;
--> statement-breakpoint
CREATE INDEX "money_proposals_proposed_by_created_at_idx" ON "money_proposals" USING btree ("proposed_by","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "money_proposals_funding_event_unique" ON "money_proposals" USING btree ("funding_event_id") WHERE "money_proposals"."decision" = 'approved';
--> statement-breakpoint
CREATE TRIGGER funding_intents_not_removed BEFORE DELETE OR TRUNCATE ON funding_intents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER funding_intents_terminal BEFORE UPDATE ON funding_intents
  FOR EACH ROW WHEN (OLD.status NOT IN ('pending', 'sent') OR (NEW.status = 'pending' AND OLD.status <> 'pending')
    OR (NEW.id, NEW.direction, NEW.user_id, NEW.wallet_id, NEW.amount, NEW.currency, NEW.reference)
      IS DISTINCT FROM (OLD.id, OLD.direction, OLD.user_id, OLD.wallet_id, OLD.amount, OLD.currency, OLD.reference))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER funding_events_append_only BEFORE DELETE OR TRUNCATE ON funding_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER funding_events_decided_once BEFORE UPDATE ON funding_events
  FOR EACH ROW WHEN (OLD.decision IS NOT NULL
    OR (NEW.id, NEW.webhook_id, NEW.body_hash, NEW.type, NEW.reference, NEW.payment_id, NEW.amount, NEW.currency)
      IS DISTINCT FROM (OLD.id, OLD.webhook_id, OLD.body_hash, OLD.type, OLD.reference, OLD.payment_id, OLD.amount, OLD.currency))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER money_proposals_not_removed BEFORE DELETE OR TRUNCATE ON money_proposals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER money_proposals_decided_once BEFORE UPDATE ON money_proposals
  FOR EACH ROW WHEN (OLD.decision IS NOT NULL
    OR (NEW.id, NEW.kind, NEW.user_id, NEW.wallet_id, NEW.amount, NEW.currency, NEW.direction, NEW.reverses_id, NEW.shortfall, NEW.reason, NEW.funding_event_id, NEW.proposed_by)
      IS DISTINCT FROM (OLD.id, OLD.kind, OLD.user_id, OLD.wallet_id, OLD.amount, OLD.currency, OLD.direction, OLD.reverses_id, OLD.shortfall, OLD.reason, OLD.funding_event_id, OLD.proposed_by))
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO wallets (id, system_purpose, currency, created_at)
SELECT gen_random_uuid(), 'adjustment', code, now() FROM currencies;
