-- The index of the functions before. A short pending list: it is merged into the index by the write that fills it.
-- migrate: no transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_search_idx" ON "transactions" USING gin (transaction_search_terms("note", "reference", "from_wallet_id", "to_wallet_id")) WITH (gin_pending_list_limit=512);
