// Every technical bound of the service, by name, in this one file. Each bound that a caller can
// reach has a test at its edge.

/** The largest single amount, in minor units of its currency. */
export const AMOUNT_MINOR_MAX = 10n ** 15n - 1n;
/** The largest balance of one wallet, in minor units; far below bigint's 2^63. */
export const BALANCE_MINOR_MAX = 10n ** 18n - 1n;
/**
 * A JSON number is accepted as an amount up to this many significant digits (a double keeps 15).
 */
export const AMOUNT_NUMBER_DIGITS_MAX = 15;

/** Visible characters: names of two letters are common (مي, 李明). */
export const USERNAME_LENGTH_MIN = 2;
export const USERNAME_LENGTH_MAX = 50;
export const PASSWORD_LENGTH_MIN = 10;
/** scrypt takes any length; the bound keeps strength estimation and hashing cheap. */
export const PASSWORD_LENGTH_MAX = 128;
/**
 * Characters of a password that its strength estimate reads, and combinations of letter
 * substitutions ("4" for "a") that it tests. The work grows with the square of the first and
 * linearly with the second. Bounded so that the worst password takes under 50 ms (`npm run
 * bench:password`).
 */
export const ESTIMATE_LENGTH_MAX = 40;
export const ESTIMATE_SUBSTITUTIONS_MAX = 8;
/**
 * Characters, marks not counted, of a phone number or a code that are converted to ASCII. A longer
 * text stays as it is, and the reader of the number refuses it.
 */
export const TYPED_LENGTH_MAX = 256;
/** Counted without the marks and blanks that come with a pasted number. */
export const PHONE_INPUT_LENGTH_MAX = 32;
/**
 * RFC 5321 §4.5.3.1: a path has at most 256 characters with its angle brackets, the local part at
 * most 64.
 */
export const EMAIL_LENGTH_MAX = 254;
export const EMAIL_LOCAL_LENGTH_MAX = 64;
/** RFC 1035 §2.3.4. */
export const DOMAIN_LABEL_LENGTH_MAX = 63;
export const NOTE_LENGTH_MAX = 280;
/** Refunds of one payment: it bounds what a read of the payment has to list. */
export const REFUNDS_PER_TRANSACTION_MAX = 100;
export const WALLET_LABEL_LENGTH_MAX = 50;
/**
 * A transfer opens a wallet for its recipient only while they have less than this part of their
 * wallets, open or ever opened: the others are theirs to open, whatever people send them.
 */
export const WALLETS_OPENED_FOR_RECIPIENTS_SHARE = 2;
/** Open wallets of one user, frozen ones included. */
export const WALLETS_PER_USER_MAX = 50;
/** How long a hold lasts, from the commit that places or extends it. */
export const HOLD_SECONDS_MIN = 60;
export const HOLD_SECONDS_MAX = 30 * 86_400;
/** How long a hold may last with all its extensions, from the moment it was placed. */
export const HOLD_TOTAL_SECONDS_MAX = 90 * 86_400;
/**
 * Payer and payee are told this long before a hold expires, if it lasts at least as long as the
 * second bound: of a shorter hold they know the end from the beginning.
 */
export const HOLD_EXPIRING_HOURS = 24;
export const HOLD_NOTICED_HOURS_MIN = 48;
/** Messages about holds to one user within a day, so that holds cannot flood a user with messages. */
export const HOLD_MESSAGES_PER_DAY_MAX = 10;
/** Open holds of one payer's wallet. */
export const OPEN_HOLDS_PER_WALLET_MAX = 100;
/** Captures of one hold. The last of them must be final, so that nothing stays reserved. */
export const CAPTURES_PER_HOLD_MAX = 100;
/** How often one hold may be raised or extended. */
export const AMENDMENTS_PER_HOLD_MAX = 20;
/**
 * Wallets that one user may ever open, closed ones included: their rows and histories are kept for
 * good, and an account costs nothing.
 */
export const WALLETS_EVER_PER_USER_MAX = 250;
/**
 * Recipients that one user may check in a day, found or not: enough for a person who pays, too few
 * to copy the names of a country's numbers.
 */
export const RECIPIENT_CHECKS_PER_DAY = 100;
/** Words of a recipient's name of which the check shows the first letter. */
export const MASKED_WORDS_MAX = 4;
/** The longest freeze that ends by itself; a longer one is set without an end. */
export const FREEZE_DAYS_MAX = 365;
/**
 * Look-ups of one operator in a day, over all routes by which operators read: enough for a day's
 * work, too few to copy the users.
 */
export const LOOKUPS_PER_DAY = 200;
/** A person's raise or removal of an own limit applies after this time: a thief must wait, too. */
export const OWN_LIMIT_RAISE_HOURS = 24;
/** The largest number of operations that a person can set as an own limit. */
export const OWN_LIMIT_COUNT_MAX = 1_000_000;
/** A proposed role can be approved within this time. */
export const ROLE_PROPOSAL_HOURS = 24;
/** A proposed adjustment or reversal can be approved within this time. */
export const MONEY_PROPOSAL_HOURS = 24;
/**
 * The largest adjustment, and all adjustments that one admin proposes within a day in one currency,
 * as multiples of the currency's step-up threshold (second-factor.ts). Rejected proposals do not
 * count.
 */
export const ADJUSTMENT_THRESHOLDS_MAX = 10n;
export const ADJUSTMENT_THRESHOLDS_PER_DAY = 30n;
export const TICKET_LENGTH_MAX = 64;
/** Minimum interval between `role_refused` audit events per user and action. */
export const ROLE_REFUSED_EVERY_SECONDS = 3_600;
/**
 * `ownership_refused` audit events of one user within an hour, over all wallets; of one wallet
 * there is at most one.
 */
export const OWNERSHIP_REFUSED_PER_HOUR_MAX = 20;
/**
 * Audit events of one user and one type within an hour. Beyond `act` the act is refused; beyond
 * `refusal` no more refusals are recorded. Beyond `lift` no suspension is lifted: an operator must
 * not flood a person with the notices of suspensions and their ends. A person who acts by hand
 * reaches none of them. src/domain/audit-event-bounds.ts has the types.
 */
export const EVENTS_PER_HOUR_MAX = { act: 120, refusal: 30, lift: 6 } as const;
/** Failed transactions of one user with one failure code that are recorded within an hour. */
export const FAILED_TRANSACTIONS_PER_HOUR_MAX = 100;
/** How many days a wallet's balance over time goes back. */
export const BALANCE_DAYS_DEFAULT = 30;
export const BALANCE_DAYS_MAX = 366;
/** Steps of a wallet's balance over time: more than a chart on a phone has columns of pixels. */
export const BALANCE_STEPS_MAX = 200;
export const SEARCH_LENGTH_MAX = 100;
/**
 * A search reads this many of the newest transactions before it uses the index: they are enough for
 * a page of a common text, of which the index would return every match.
 */
export const SEARCH_NEWEST_MAX = 1_000;

/** A session counts as stepped up this long after its second factor was checked. */
export const STEP_UP_SECONDS = 300;
/** After a correct password, the second factor must follow within this time. */
export const LOGIN_CHALLENGE_SECONDS = 300;
/** Lifetime of a passkey challenge. */
export const PASSKEY_CHALLENGE_SECONDS = 300;
/** Lifetime of an authenticator app's enrolment until its first code confirms it. */
export const TOTP_ENROLMENT_SECONDS = 900;
/** Time steps that a code may be before or after the service's clock (RFC 6238 §5.2). */
export const TOTP_WINDOW_STEPS = 1;
/** Digits of an authenticator app's code: each app supports six (RFC 6238, RFC 4226 §5.3). */
export const TOTP_DIGITS = 6;
export const RECOVERY_CODES_PER_USER = 10;
/**
 * A password reset through a contact that was verified before the factor removes a factor younger
 * than this: a thief may have enrolled it. An older factor is kept, and the reset requires it.
 */
export const FACTOR_SETTLES_HOURS = 72;
export const PASSKEYS_PER_USER_MAX = 10;
export const PASSKEY_NAME_LENGTH_MAX = 50;
/** Bytes of a credential id (WebAuthn Level 3 §4). */
export const CREDENTIAL_ID_BYTES_MAX = 1_023;
/**
 * Each new challenge deletes up to this many expired ones: more than one, so that they cannot
 * accumulate.
 */
export const CHALLENGES_SWEPT = 2;

/** A session ends this long after its login, however often its tokens are refreshed. */
export const SESSION_TTL_DAYS = 30;
/**
 * A session also ends when its tokens are not refreshed for this long. Source: NIST SP 800-63B-4
 * §2.1.3.
 */
export const SESSION_IDLE_DAYS = 14;
/** Active sessions of one user. A login beyond this ends the session that was used longest ago. */
export const SESSIONS_PER_USER_MAX = 50;
/**
 * A client that did not receive the response of a refresh may repeat the refresh within this time.
 */
export const REFRESH_GRACE_SECONDS = 30;
/**
 * The period of every rate limit in wrangler.toml (their numbers are there), and the Retry-After of
 * a 429.
 */
export const RATE_LIMIT_PERIOD_SECONDS = 60;
/**
 * An ended or expired session is kept this long, so that reuse of its tokens is detected and its
 * device still counts as a trusted source. As long as TRUSTED_SOURCE_DAYS.
 */
export const SESSION_RETENTION_DAYS = 90;
/** Failed attempts of one source at one secret before it must wait between attempts. */
export const ATTEMPTS_FREE = 5;
/** Failed attempts of all untrusted sources together at one secret before they must wait. */
export const UNTRUSTED_ATTEMPTS_FREE = 20;
/**
 * The wait after that; it doubles with each attempt, up to the maximum. Source: NIST SP 800-63B-4
 * §3.2.2.
 */
export const ATTEMPT_DELAY_SECONDS_FIRST = 30;
export const ATTEMPT_DELAY_SECONDS_MAX = 3_600;
/** The counter falls by one each time this long passes without a failed attempt. */
export const ATTEMPT_FORGIVEN_SECONDS = 3_600;
/**
 * The same bounds for one network address at all users' secrets: thousands share a mobile
 * carrier's.
 */
export const ADDRESS_ATTEMPTS_FREE = 100;
export const ADDRESS_DELAY_SECONDS_FIRST = 5;
/** A longer wait would outlast the counted attempt that caused it, so it could not double. */
export const ADDRESS_DELAY_SECONDS_MAX = 40;
export const ADDRESS_FORGIVEN_SECONDS = 30;
/**
 * An IPv6 site (/48) is allowed as much as this many of its networks (/64). Divides each bound
 * above.
 */
export const SITE_NETWORKS = 5;
/**
 * Attempts beyond the free ones that a counter counts: enough doublings to reach the maximum wait.
 */
export const DELAY_DOUBLINGS_MAX = 8;
/** A source that proved the secret stays trusted this long. */
export const TRUSTED_SOURCE_DAYS = 90;
/**
 * A counter is kept at least this long after its last attempt: longer than it takes to fall to
 * zero.
 */
export const THROTTLE_COUNTER_RETENTION_HOURS = 48;
/**
 * Rows that one DELETE of expired rows removes, and how many such statements one run of a job
 * makes.
 */
export const DELETE_BATCH_ROWS = 1_000;
export const DELETE_BATCHES_MAX = 100;
/**
 * Transactions that one statement of the ledger verification reads, and statements in one run of
 * the job.
 */
export const VERIFIED_TRANSACTIONS_PER_SPAN = 5_000;
export const VERIFIED_SPANS_MAX = 24;
/** Wallets whose expired holds the minute job ends at once, and how many in one run. */
export const SWEPT_WALLETS_AT_ONCE = 20;
export const SWEPT_WALLETS_MAX = 1_000;
/** Holds of which the minute job tells at once, and how many such batches in one run. */
export const HOLDS_TOLD_AT_ONCE = 20;
export const HOLD_NOTICE_ROUNDS_MAX = 20;
/** Ledger problems that are stored; more of them would not help to find the cause. */
export const LEDGER_PROBLEMS_MAX = 1_000;

/** Digits of a one-time code that is sent to a phone or an e-mail address. */
export const CODE_DIGITS = 8;
/**
 * Codes sent to one contact without a wait, and the wait after that; it doubles, up to the maximum.
 */
export const SENDINGS_FREE = 3;
export const SENDING_DELAY_SECONDS_FIRST = 60;
export const SENDING_DELAY_SECONDS_MAX = 3_600;
/** The counter falls by one each time this long passes without a sent code. */
export const SENDING_FORGIVEN_SECONDS = 3_600;
/**
 * Codes that one user may send in a day to unverified contacts, over all of these contacts
 * together.
 */
export const CODES_PER_DAY = 10;
/**
 * Changes of one user's password in a day, and of their factors: each one sends a notice, which
 * costs money.
 */
export const CHANGES_PER_DAY = 20;
/**
 * Changes of one user's contacts in a day: each sends a notice to the old contact, which may be
 * another's.
 */
export const CONTACT_CHANGES_PER_DAY = 10;
/**
 * Phones that one user may name in a day as their new one without a code for it: the answer tells
 * whether the phone is registered. More than CONTACT_CHANGES_PER_DAY, so that mistakes block no
 * change.
 */
export const PHONES_TRIED_PER_DAY = 50;
export const CODE_TTL_SECONDS = 600;
/** Attempts at one sent code; after the last one the code is void. */
export const CODE_ATTEMPTS_MAX = 5;

/** How long a sender waits for the gateway to accept a message. */
export const SENDING_SECONDS_MAX = 5;
/**
 * Delivery attempts for one message, and the wait after the first; it doubles, up to the maximum.
 */
export const MESSAGE_ATTEMPTS_MAX = 8;
export const MESSAGE_RETRY_SECONDS = 30;
export const MESSAGE_RETRY_SECONDS_MAX = 3_600;
/** A notice that was not delivered within this time is given up. */
export const NOTICE_TTL_SECONDS = 24 * 60 * 60;
/** Messages that are sent in parallel, and how many such batches one run of the job sends. */
export const MESSAGES_AT_ONCE = 5;
export const MESSAGE_ROUNDS_MAX = 20;
/** The row of a delivered or given-up message is kept this long, without its content. */
export const MESSAGE_RETENTION_DAYS = 7;

/** A deposit through the provider is not credited after this time. */
export const DEPOSIT_TTL_HOURS = 24;
/** Deposits through the provider that one user can have open. */
export const OPEN_DEPOSITS_MAX = 20;
/** Withdrawals through the provider that one wallet can have open. */
export const OPEN_WITHDRAWALS_PER_WALLET_MAX = 20;
/** A payout without an event of the provider releases its money after this time. */
export const PAYOUT_TIMEOUT_HOURS = 72;
/** A payout that the provider has not accepted after this time is not sent any more. */
export const PAYOUT_SEND_HOURS = 24;
/** The wait before the next attempt to hand over a payout; it doubles, up to the maximum. */
export const PAYOUT_RETRY_SECONDS = 30;
export const PAYOUT_RETRY_SECONDS_MAX = 3_600;
/** Payouts that are handed over in parallel, and how many such batches one run of the job makes. */
export const PAYOUTS_AT_ONCE = 5;
export const PAYOUT_ROUNDS_MAX = 20;
/** Events, or payouts out of time, that one run of a job decides. */
export const FUNDING_ROWS_AT_ONCE = 50;
/** Standard Webhooks: a payload is at most 20 kB. */
export const FUNDING_EVENT_BYTES_MAX = 20 * 1_000;
/** How far the time of a signature may be from the service's clock, in both directions. */
export const SIGNATURE_AGE_SECONDS_MAX = 300;
/** Signatures in one header: of one secret each, while secrets are rotated. */
export const SIGNATURES_MAX = 8;
export const SIGNATURES_HEADER_LENGTH_MAX = 1_024;
export const WEBHOOK_ID_LENGTH_MAX = 255;

export const IDEMPOTENCY_KEY_LENGTH_MAX = 255;
export const IDEMPOTENCY_KEY_TTL_DAYS = 30;

export const BODY_BYTES_MAX = 16 * 1024;
/** Entries of `errors` in one answer. */
export const VALIDATION_ERRORS_MAX = 20;
/** Levels of arrays and objects in a body; the deepest request has four. */
export const JSON_DEPTH_MAX = 128;
/**
 * How long a request body may take after the headers: 16 KB take two seconds on a poor connection.
 */
export const BODY_SECONDS_MAX = 10;
/**
 * A list request with every filter, and a search text of four-byte characters, needs about 2,000.
 */
export const URL_LENGTH_MAX = 8_192;
/** The longest `Prefer` of a route that offers a dry run; a longer one is refused. */
export const PREFER_LENGTH_MAX = 200;
/** The longest X-Request-Id that is taken from the caller; a longer one is replaced. */
export const REQUEST_ID_LENGTH_MAX = 64;
/** Enough for `application/json` with a charset and a profile; a longer Content-Type is refused. */
export const CONTENT_TYPE_LENGTH_MAX = 256;
/** How long a browser may cache a CORS preflight response; Chromium's own maximum. */
export const PREFLIGHT_TTL_SECONDS = 7_200;
export const TOKEN_LENGTH_MAX = 2048;
/** Verified access tokens that one isolate caches: some 10 MB at most. */
export const VERIFIED_TOKENS_MAX = 16_384;
/** Characters of a User-Agent that are parsed, and of a device and a place that are stored. */
export const USER_AGENT_LENGTH_MAX = 512;
export const DEVICE_LENGTH_MAX = 80;
export const PLACE_LENGTH_MAX = 80;
export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 200;
export const CURSOR_LENGTH_MAX = 200;

/**
 * Commands in one wallet object's queue before it answers 503: a few tenths of a second of work.
 */
export const WALLET_QUEUE_MAX = 512;
/** The shortest time between two alarms of one wallet object. */
export const ALARM_MS_MIN = 1_000;
/** Commands that one wallet object sends to its writer in one call. */
export const WALLET_BATCH_MAX = 128;
/** Commands in one writer's queue before it answers 503. */
export const WRITER_QUEUE_MAX = 4_096;
/** Commands that one writer posts in one Postgres transaction. */
export const WRITER_BATCH_MAX = 256;
/** After a batch of several commands a writer waits this long, so that the next batch is large. */
export const WRITER_BATCH_WAIT_MS = 1;

/**
 * How long a command may take from its arrival at the Worker to the response. Each object on the
 * path has a little less time than its caller, so that the object that knows most about the outcome
 * answers.
 */
export const COMMAND_MS_MAX = 15_000;
/** The part of that time that the Worker and the wallet object each reserve for the call itself. */
export const CALL_RESERVE_MS = 500;
/**
 * A command with less time left than this is answered as busy and not sent to Postgres: the time is
 * enough for a lock wait to time out, so that few commands are answered as unknown.
 */
export const POST_MS_MIN = 500;
/** Interval at which queues look for expired commands. */
export const DEADLINE_CHECK_MS = 250;
/** The first wait of a command that is blocked by a lock, and the maximum; it doubles each time. */
export const BLOCKED_RETRY_MS = 25;
export const BLOCKED_RETRY_MS_MAX = 500;
/** After a writer was blocked by a lock, it skips locked rows (SKIP LOCKED) for this long. */
export const SKIP_LOCKED_MS = 2_000;

/** Postgres' lock_timeout and statement_timeout for a writer's statements. */
export const LOCK_WAIT_MS_MAX = 200;
export const STATEMENT_MS_MAX = 8_000;
/** How long it may take to open a connection to Postgres, its settings included. */
export const CONNECT_MS_MAX = 3_000;
/** How long a writer waits for all statements of a transaction but the last. */
export const TRANSACTION_MS_MAX = 4_000;
/** How long a writer waits for the last statement and COMMIT: longer than STATEMENT_MS_MAX. */
export const COMMIT_MS_MAX = 9_000;
/** How long a query over HTTP may take. */
export const HTTP_QUERY_MS_MAX = 8_000;

/** Retries of a batch after a conflict with another transaction, before it is split. */
export const BATCH_RETRY_MAX = 4;
/** Retries of a batch after Postgres reported a failure of its own (disk, memory, shutdown). */
export const SERVER_RETRY_MAX = 2;
/** How often a command is posted again after its COMMIT was lost and had not taken effect. */
export const LOST_COMMITS_MAX = 2;
/** How often the Worker and a wallet object repeat a call to an object that was lost. */
export const CALL_RETRY_MAX = 3;
/** The first wait between attempts, and the maximum; it doubles each time. */
export const RETRY_WAIT_MS = 25;
export const RETRY_WAIT_MS_MAX = 1_000;
/** An idle writer closes its Postgres connection after this long. */
export const WRITER_IDLE_SECONDS = 30;
/** Owners of wallets, and default wallets, that one isolate caches: some 4 MB at most. */
export const REMEMBERED_WALLETS_MAX = 16_384;
/** The Retry-After of a 503 for a full queue. */
export const RETRY_AFTER_SECONDS = 1;

/**
 * The largest numerator and denominator of an exchange rate, and its largest unit: `unit` of the one
 * currency are worth numerator ÷ denominator of the other.
 */
export const RATE_TERM_MAX = 10n ** 15n - 1n;
export const RATE_UNIT_MAX = 1_000_000n;
/** The largest spread and the largest fee of a rate, each in basis points (1,000 are 10 %). */
export const DEDUCTION_BASIS_POINTS_MAX = 1_000;
/** A rate further than this from each rate of the last day needs a second person (500 are 5 %). */
export const RATE_JUMP_BASIS_POINTS = 500n;
/** A rate of the feed further than this from each rate of the last day is refused. */
export const FEED_JUMP_BASIS_POINTS = 1_000n;
/**
 * Rates of one pair in the last day that a new one is compared with, the newest ones. With as many
 * or more the new one needs a second person, so that a flood of rates hides none.
 */
export const RATES_COMPARED_MAX = 2_000;
/** How long a rate that an operator sets can be in force: seven days. */
export const RATE_VALID_SECONDS_MAX = 604_800;
/** A proposed rate can be approved within this time. */
export const RATE_PROPOSAL_HOURS = 24;
/** The largest amount of a quote, unless the rate says another: this many step-up thresholds. */
export const QUOTE_MAX_THRESHOLDS = 100n;
/** How long a quote holds its rate. */
export const QUOTE_SECONDS = 30;
/** Quotes of one user that are neither used nor expired. */
export const OPEN_QUOTES_MAX = 5;
/** A quote that was not used is deleted this long after it expired. */
export const QUOTE_RETENTION_DAYS = 31;
/** Retries of a write that found another rate in force than it was decided on. */
export const RATE_RETRY_MAX = 3;
/** The feed of rates: bytes of its answer, rates in it, and how long it may take. */
export const FEED_BYTES_MAX = 128 * 1024;
export const FEED_RATES_MAX = 200;
export const FEED_SECONDS_MAX = 5;
/** The feed's own time may be this old, and this far in the future. */
export const FEED_AGE_SECONDS_MAX = 900;
export const FEED_AHEAD_SECONDS_MAX = 60;
/** A rate of the feed is in force this long; an equal one is recorded again after half of it. */
export const FEED_RATE_SECONDS = 3_600;
/**
 * The most that each number in GET /v1/admin/health counts to, so that it costs the same however
 * much waits.
 */
export const HEALTH_COUNT_MAX = 1_000;
/** The time in which GET /v1/admin/health counts refusals. */
export const HEALTH_REFUSALS_HOURS = 24;
