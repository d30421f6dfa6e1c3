-- One transfer in one call of function-setup.sql's bench_transfer. :hot as in interactive.sql.
\set one CASE WHEN :hot = 0 THEN random(1, :wallets) ELSE 1 END
\set other (:one - 1 + random(1, :wallets - 1)) % :wallets + 1
\set payer CASE WHEN :hot = 2 THEN :other ELSE :one END
\set payee CASE WHEN :hot = 2 THEN :one ELSE :other END
\set key random(1, 9000000000000000000)
SELECT bench_transfer(:payer, :payee, :key);
