-- Whoever knew the password before is a stranger to the new one: guesses at it are counted apart, by when it
-- was set. Null is the password of the registration, so that no row need be written.
ALTER TABLE "users" ADD COLUMN "password_changed_at" timestamp with time zone;