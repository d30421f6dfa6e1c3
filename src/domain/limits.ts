// Every bound of the service, by name. A test stands at the edge of each.

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
export const PHONE_INPUT_LENGTH_MAX = 32;
export const NOTE_LENGTH_MAX = 280;
export const WALLET_LABEL_LENGTH_MAX = 50;
export const WALLETS_PER_USER_MAX = 50;
export const SEARCH_LENGTH_MAX = 100;

/** A log-in lasts this long, however often its tokens are refreshed. */
export const SESSION_TTL_DAYS = 30;
/** An ended or expired session is kept this long, so that reuse of its tokens is still seen. */
export const SESSION_RETENTION_DAYS = 60;
/** Rows that one statement of the purge removes, and how many such statements one run makes. */
export const PURGE_BATCH_ROWS = 1_000;
export const PURGE_BATCHES_MAX = 100;

export const IDEMPOTENCY_KEY_LENGTH_MAX = 255;
export const IDEMPOTENCY_KEY_TTL_DAYS = 30;

export const BODY_BYTES_MAX = 16 * 1024;
export const TOKEN_LENGTH_MAX = 2048;
/** Verified access tokens that one isolate remembers: some 10 MB at most. */
export const VERIFIED_TOKENS_MAX = 16_384;
export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 200;
export const CURSOR_LENGTH_MAX = 200;

/**
 * Commands that one wallet object keeps waiting before it answers 503; one person's are half of them at
 * most, some tenths of a second's work.
 */
export const WALLET_QUEUE_MAX = 1_024;
/** Commands that one wallet object sends to its writer at a time. */
export const WALLET_BATCH_MAX = 256;
/** Commands that one writer keeps waiting before it answers 503: twice what all wallet objects may send at a time. */
export const WRITER_QUEUE_MAX = 4_096;
/** Commands that one writer posts in one Postgres transaction. */
export const WRITER_BATCH_MAX = 256;
/** How long a writer that has posted several commands waits for what their wallet objects kept meanwhile. */
export const WRITER_GATHER_MS = 1;
/** How often one batch is tried again after a fault that another try may cure. */
export const BATCH_RETRY_MAX = 4;
/** How long one transaction may take before its connection is given up; above every Postgres timeout. */
export const WORK_SECONDS_MAX = 20;
/** How often the Worker and a wallet object repeat a call whose object was lost. */
export const DELIVERY_RETRY_MAX = 3;
/** The first wait between tries; it doubles each time. */
export const RETRY_WAIT_MS = 25;
/** A writer without work closes its Postgres connection after this long. */
export const WRITER_IDLE_SECONDS = 30;
/** What a caller that met a full queue is told to wait. */
export const RETRY_AFTER_SECONDS = 1;
