-- An event in suspense can be about money that was paid out twice, or after it was released: a debit resolves it, as a
-- credit resolves one about money that arrived.
ALTER TABLE "money_proposals" DROP CONSTRAINT "money_proposals_credit_of_event";
