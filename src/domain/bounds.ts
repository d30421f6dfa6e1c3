// Every bound of the service, by name. A test stands at the edge of each that a caller can meet.

/** The largest single amount, in minor units of its currency. */
export const AMOUNT_MINOR_MAX = 10n ** 15n - 1n;
/** The largest balance of one wallet, in minor units; far below bigint's 2^63. */
export const BALANCE_MINOR_MAX = 10n ** 18n - 1n;
/** A JSON number is taken as an amount up to this many significant digits (a double keeps 15). */
export const AMOUNT_NUMBER_DIGITS_MAX = 15;

export const USERNAME_LENGTH_MIN = 3;
export const USERNAME_LENGTH_MAX = 50;
export const PASSWORD_LENGTH_MIN = 10;
/** scrypt takes any length; the bound keeps strength estimation and hashing cheap. */
export const PASSWORD_LENGTH_MAX = 128;
/**
 * How much of a password one estimate of its strength reads, and how many readings of letters in disguise
 * (4 for a) it tries: its work grows with the square of the one and with the other. Bounded so that the
 * worst password takes under 50 ms (`npm run bench:password`).
 */
export const ESTIMATE_LENGTH_MAX = 40;
export const ESTIMATE_SUBSTITUTIONS_MAX = 8;
export const PHONE_INPUT_LENGTH_MAX = 32;
/** RFC 5321 §4.5.3.1: a path has at most 256 characters, two of them its angle brackets; before the @ 64. */
export const EMAIL_LENGTH_MAX = 254;
export const EMAIL_LOCAL_LENGTH_MAX = 64;
export const NOTE_LENGTH_MAX = 280;
export const WALLET_LABEL_LENGTH_MAX = 50;
export const WALLETS_PER_USER_MAX = 50;
/** A freeze that ends by itself ends within this; one that shall stand longer has no end. */
export const FREEZE_DAYS_MAX = 365;
/** Minimum interval between `role_refused` audit events per user and action. */
export const ROLE_REFUSED_EVERY_SECONDS = 3_600;
export const SEARCH_LENGTH_MAX = 100;

/** A second factor that was proven this long ago no longer counts as fresh. */
export const STEP_UP_SECONDS = 300;
/** A right password waits this long for its second factor. */
export const LOGIN_CHALLENGE_SECONDS = 300;
/** A browser has this long to answer for a passkey. */
export const PASSKEY_CHALLENGE_SECONDS = 300;
/** An authenticator app that was shown its secret has this long to confirm it. */
export const TOTP_ENROLMENT_SECONDS = 900;
/** Time steps that a code may lie before or behind the service's clock (RFC 6238 §5.2). */
export const TOTP_WINDOW_STEPS = 1;
export const RECOVERY_CODES_PER_USER = 10;
/**
 * A factor that is younger than this goes with a password reset by a contact that was verified before it:
 * who enrolled it may have been a thief. An older one has settled, and is asked for as before.
 */
export const FACTOR_SETTLES_HOURS = 72;
export const PASSKEYS_PER_USER_MAX = 10;
export const PASSKEY_NAME_LENGTH_MAX = 50;
/** Bytes of a credential id (WebAuthn Level 3 §4). */
export const CREDENTIAL_ID_BYTES_MAX = 1_023;
/** Each new challenge sweeps up to this many expired ones: more than come, so that they never pile up. */
export const CHALLENGES_SWEPT = 2;

/** A log-in lasts this long, however often its tokens are refreshed. */
export const SESSION_TTL_DAYS = 30;
/** And it ends when its tokens are not refreshed for so long. Source: NIST SP 800-63B-4 §2.1.3. */
export const SESSION_IDLE_DAYS = 14;
/** Sessions of one person that live at a time: a log-in beyond ends the one that was seen longest ago. */
export const SESSIONS_PER_USER_MAX = 50;
/** How long a client that lost the answer of a refresh may repeat it; see refresh. */
export const REFRESH_GRACE_SECONDS = 30;
/** The period of every rate limit in wrangler.toml, which has their numbers, and the wait beyond one. */
export const RATE_LIMIT_PERIOD_SECONDS = 60;
/**
 * An ended or expired session is kept this long, so that reuse of its tokens is still seen, and its device
 * told from strangers: as long as TRUSTED_SOURCE_DAYS.
 */
export const SESSION_RETENTION_DAYS = 90;
/** Wrong tries of one source at one secret before it must wait between them. */
export const ATTEMPTS_FREE = 5;
/** The same for all sources at one secret together that have never known it. */
export const UNTRUSTED_ATTEMPTS_FREE = 20;
/** The wait then; it doubles with each try, up to the longest. Source: NIST SP 800-63B-4 §3.2.2. */
export const ATTEMPT_DELAY_SECONDS_FIRST = 30;
export const ATTEMPT_DELAY_SECONDS_MAX = 3_600;
/** One wrong try is forgotten each time this long passes without another. */
export const ATTEMPT_FORGIVEN_SECONDS = 3_600;
/** The same bounds for one address at everybody's secrets: a mobile carrier's is shared by thousands. */
export const ADDRESS_ATTEMPTS_FREE = 100;
export const ADDRESS_DELAY_SECONDS_FIRST = 5;
/** A longer wait would outlast the memory of the attempt that caused it, so that it could not double. */
export const ADDRESS_DELAY_SECONDS_MAX = 40;
export const ADDRESS_FORGIVEN_SECONDS = 30;
/** An IPv6 site (/48) is as patient as so many of its networks (/64); each bound above is divisible by it. */
export const SITE_NETWORKS = 5;
/** Tries beyond the free ones that a counter tells apart: enough doublings to reach the longest wait. */
export const DELAY_DOUBLINGS_MAX = 8;
/** A source that knew the secret is told from strangers this long. */
export const TRUSTED_SOURCE_DAYS = 90;
/** A counter is kept at least this long after its last try: longer than it takes to forget them all. */
export const THROTTLE_COUNTER_RETENTION_HOURS = 48;
/** Rows that one statement of the purge removes, and how many such statements one run makes. */
export const DELETE_BATCH_ROWS = 1_000;
export const DELETE_BATCHES_MAX = 100;
/** Transactions that one statement of the ledger's check reads, and how many such spans one run checks. */
export const VERIFIED_TRANSACTIONS_PER_SPAN = 5_000;
export const VERIFIED_SPANS_MAX = 24;
/** Problems of the ledger that are remembered: who sees so many does not learn more from the next. */
export const LEDGER_PROBLEMS_MAX = 1_000;

/** Digits of a one-time code that is sent to a phone or an e-mail address. */
export const CODE_DIGITS = 8;
/** Codes that are sent to one contact without a wait, and the wait then; it doubles, up to the longest. */
export const SENDINGS_FREE = 3;
export const SENDING_DELAY_SECONDS_FIRST = 60;
export const SENDING_DELAY_SECONDS_MAX = 3_600;
/** One sending is forgotten each time this long passes without another. */
export const SENDING_FORGIVEN_SECONDS = 3_600;
/** Codes that one person has sent in a day to contacts that are not verified yet, whichever they are. */
export const CODES_PER_DAY = 10;
/** Changes of one person's password in a day, and of their factors: each is told, and telling costs. */
export const CHANGES_PER_DAY = 20;
/** And of their contacts: the old one is told, which may be anybody's. */
export const CONTACT_CHANGES_PER_DAY = 10;
export const CODE_TTL_SECONDS = 600;
/** How many codes may be tried for one that was sent; after them it is void. */
export const CODE_ATTEMPTS_MAX = 5;

/** How long a sender waits for the other side to take a message. */
export const SENDING_SECONDS_MAX = 5;
/** How often one message is tried, and the wait after the first try; it doubles each time, to the longest. */
export const MESSAGE_ATTEMPTS_MAX = 8;
export const MESSAGE_RETRY_SECONDS = 30;
export const MESSAGE_RETRY_SECONDS_MAX = 3_600;
/** How long a notice is worth delivering. */
export const NOTICE_TTL_SECONDS = 24 * 60 * 60;
/** Messages that are sent side by side, and how many such rounds one run of the job makes. */
export const MESSAGES_AT_ONCE = 5;
export const MESSAGE_ROUNDS_MAX = 20;
/** A message's row is kept this long, without its content. */
export const MESSAGE_RETENTION_DAYS = 7;

export const IDEMPOTENCY_KEY_LENGTH_MAX = 255;
export const IDEMPOTENCY_KEY_TTL_DAYS = 30;

export const BODY_BYTES_MAX = 16 * 1024;
/** How long a request may take to send its body, once its head has come: 16 KB on a poor line take two. */
export const BODY_SECONDS_MAX = 10;
/** A list with every filter, its search in letters of four bytes, needs some 2,000 characters. */
export const URL_LENGTH_MAX = 8_192;
/** A caller's own name for a request; a longer one is replaced. */
export const REQUEST_ID_LENGTH_MAX = 64;
/** `application/json; charset="utf-8"` with room for blanks; what is longer is no media type of ours. */
export const CONTENT_TYPE_LENGTH_MAX = 100;
/** How long a browser may remember what a page of an allowed origin may send; Chromium's own maximum. */
export const PREFLIGHT_TTL_SECONDS = 7_200;
export const TOKEN_LENGTH_MAX = 2048;
/** Verified access tokens that one isolate remembers: some 10 MB at most. */
export const VERIFIED_TOKENS_MAX = 16_384;
/** How much of a User-Agent is looked at, and of what is kept of it and of a place. */
export const USER_AGENT_LENGTH_MAX = 512;
export const DEVICE_LENGTH_MAX = 80;
export const PLACE_LENGTH_MAX = 80;
export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 200;
export const CURSOR_LENGTH_MAX = 200;

/** Commands that one wallet object keeps waiting before it answers 503: some tenths of a second's work. */
export const WALLET_QUEUE_MAX = 512;
/** Commands that one wallet object sends to its writer in one call. */
export const WALLET_BATCH_MAX = 128;
/** Commands that one writer keeps waiting before it answers 503. */
export const WRITER_QUEUE_MAX = 4_096;
/** Commands that one writer posts in one Postgres transaction. */
export const WRITER_BATCH_MAX = 256;
/** How long a writer that has posted several commands waits for more, so that the next batch is large. */
export const WRITER_GATHER_MS = 1;

/**
 * How long a command may take from its arrival at the Worker until somebody is answered. Each object on
 * its way answers a little before the one that asked it, so that the one who knows most answers.
 */
export const COMMAND_MS_MAX = 15_000;
/** What the Worker and the wallet object each keep back of that time for the call and its answer. */
export const CALL_RESERVE_MS = 500;
/**
 * A command with less time left than this is not sent any more but answered busy: long enough for a lock to
 * time out, so that few are answered as unknown.
 */
export const TRY_MS_MIN = 500;
/** How often queues look for commands whose time has run out. */
export const DEADLINE_CHECK_MS = 250;
/** The first wait of a command that met somebody else's lock, and the longest; it doubles each time. */
export const BLOCKED_RETRY_MS = 25;
export const BLOCKED_RETRY_MS_MAX = 500;
/** How long a writer passes by rows that are locked, without waiting for them, after it met one. */
export const SKIP_LOCKED_MS = 2_000;

/** How long Postgres lets a writer's statement wait for one lock, and run. */
export const LOCK_WAIT_MS_MAX = 200;
export const STATEMENT_MS_MAX = 8_000;
/** How long opening a connection to Postgres may take, until its settings are made. */
export const CONNECT_MS_MAX = 3_000;
/** How long a writer waits for a transaction's statements before the last one. */
export const TRANSACTION_MS_MAX = 4_000;
/** How long it waits for the last statement and COMMIT: longer than Postgres lets a statement run. */
export const COMMIT_MS_MAX = 9_000;
/** How long a query over HTTP may take. */
export const HTTP_QUERY_MS_MAX = 8_000;

/** How often one batch is tried again after it lost against another transaction, before it is split. */
export const BATCH_RETRY_MAX = 4;
/** How often a batch is tried again after Postgres answered that something is wrong with itself. */
export const SERVER_RETRY_MAX = 2;
/** How often a command whose commit was lost, and had not happened, is posted again. */
export const LOST_COMMITS_MAX = 2;
/** How often the Worker and a wallet object repeat a call whose object was lost. */
export const CALL_RETRY_MAX = 3;
/** The first wait between tries, and the longest; it doubles each time. */
export const RETRY_WAIT_MS = 25;
export const RETRY_WAIT_MS_MAX = 1_000;
/** A writer without work closes its Postgres connection after this long. */
export const WRITER_IDLE_SECONDS = 30;
/** Wallets that one isolate remembers the owner of, and default wallets: some 4 MB at most. */
export const REMEMBERED_WALLETS_MAX = 16_384;
/** What a caller that met a full queue is told to wait. */
export const RETRY_AFTER_SECONDS = 1;
