// Made by `npm run client:types` from the OpenAPI document. Do not edit.
import type { Money } from "./money.ts";

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the service runs
         * @description Answers without asking the database. A load balancer may ask often.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the service can work: its database answers
         * @description Asks the database, and says how far the ledger has been checked.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a user
         * @description Creates the user and their default wallet, in YEM. With `phone_claim` the phone is verified from the start, and is taken from a user who has it unverified.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description An unknown phone and a wrong password get the same answer. An account without a phone logs in by `user_id`; any other `user_id` is answered like an unknown one. After several wrong attempts each further attempt must wait; Retry-After says how long. A client that was logged in before may send its last access token, expired or not: it is then not delayed by the attempts of others. If a second factor is enrolled, `status` is `second_factor_required`, and POST /v1/auth/login/second-factor gives the tokens. A page of the service's own origin can have the refresh token in a cookie: `refresh_token_in`.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description A refresh token is good for one use. Using it again ends the session. Only a client that lost the answer may repeat the request at once, as long as the lost tokens are unused. Without a token in the body, the cookie's is used, and the answer sets the next cookie. If that token is refused, the answer clears the cookie.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out
         * @description Ends the session of the access token, which may have expired, or of the refresh token in the body, which may have been used. One of them is enough; two must be of one session. From then on all tokens of the session are void. Without a token in the body, the session's cookie is enough, and is cleared.
         */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a password reset
         * @description Sends a code to a verified phone or e-mail address. The answer is the same whether or not the contact belongs to a user.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by a code
         * @description Ends all sessions of the user and tells them. The next login still needs the second factor, unless it was enrolled in the last 72 hours and after the contact was verified: then it is removed.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/phone-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a code that proves a phone
         * @description Sends a code to the phone, unless somebody has verified it. The answer is the same in each case. Registration and PATCH /v1/users/me take the claim and the code as `phone_claim`: the phone is then verified, and another user who had it unverified loses it.
         */
        post: operations["requestPhoneClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a login by a second factor
         * @description Send one of: the authenticator app's code, a recovery code, or a passkey's answer to `passkey_options`. Each of them is good once. Send `refresh_token_in` here too: the first step's does not count for this one.
         */
        post: operations["finishLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a login by passkey
         * @description It names no user: the browser offers the passkeys that it has for this service.
         */
        post: operations["startPasskeyLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in by a passkey
         * @description The passkey replaces the password. The browser asked for a PIN or a fingerprint, so it is a second factor too.
         */
        post: operations["logInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/step-up/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a step-up by passkey
         * @description The answer is for the browser. Send what it gives to POST /v1/auth/step-up.
         */
        post: operations["startPasskeyStepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove a second factor in this session
         * @description For five minutes the session may do what `step_up_required` refused: move a large amount, change the phone, the e-mail address, the password or the factors, and delete the account. Send one of the code, a recovery code and a passkey's answer.
         */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your second factors
         * @description The authenticator app, the passkeys and how many recovery codes are left.
         */
        get: operations["listFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to enrol an authenticator app
         * @description The app does not count before POST /v1/factors/totp/confirm has accepted one of its codes.
         */
        post: operations["enrolTotp"];
        /**
         * Remove the authenticator app
         * @description Removing the last factor removes the recovery codes too, and a login then needs the password alone. A user with a role must keep one factor.
         */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an authenticator app by a code
         * @description From then on every login needs a second factor. A passkey that is registered in between cancels the enrolment.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description The old codes are void.
         */
        post: operations["remakeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to register a passkey
         * @description The answer is for the browser. Send what it gives to POST /v1/factors/passkeys.
         */
        post: operations["askPasskeyRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a passkey
         * @description From then on every login needs a second factor. A passkey is enough to log in.
         */
        post: operations["registerPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/factors/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Removing the last factor removes the recovery codes too, and a login then needs the password alone. A user with a role must keep one factor.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /**
         * Rename a passkey
         * @description The name is for you; the passkey stays the same.
         */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get your profile
         * @description Your name, phone and e-mail address, whether each contact is verified, your role if you are an operator, and whether an operator suspended the account.
         */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        /**
         * Delete your account
         * @description Refused while a wallet has money. Personal data is erased; transactions stay in the ledger. The session's cookie is cleared.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change your profile
         * @description Changing the phone, the e-mail address or the password needs `current_password`. A new password ends every other session and voids the refresh tokens of this one: the answer has `tokens`, which replace them. A new contact is not verified, and the old one is told. With `phone_claim` the new phone is verified at once, and is taken from a user who has it unverified.
         */
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/v1/users/me/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete your account, by POST
         * @description Refused while a wallet has money. Personal data is erased; transactions stay in the ledger. The session's cookie is cleared. It does what the DELETE does, for clients whose DELETE arrives without its body.
         */
        post: operations["deleteAccountByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/me/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your account's audit events
         * @description What happened to your account, the last committed event first. What operators looked at or changed is included.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description The active sessions, the last seen first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End all your other sessions
         * @description The session of the request stays.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions
         * @description Its tokens are refused from the next request on.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/me/contacts/{channel}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to your phone or e-mail address
         * @description An earlier code is void. The wait between two codes grows.
         */
        post: operations["sendVerificationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/me/contacts/{channel}/verification/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a contact by its code
         * @description A code is good once, for ten minutes, and is void after five wrong attempts.
         */
        post: operations["verifyContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your wallets
         * @description All of them, closed ones too, the oldest first.
         */
        get: operations["listWallets"];
        put?: never;
        /**
         * Open another wallet
         * @description The first wallet of a currency becomes its default, which receives payments by phone.
         */
        post: operations["openWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a wallet
         * @description One of your wallets, with its owner.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Label a wallet, or make it the default
         * @description A label is for you alone. A new default replaces the old one of the currency.
         */
        patch: operations["changeWallet"];
        trace?: never;
    };
    "/v1/wallets/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a wallet
         * @description Moves the balance to another wallet of yours and closes this one, together or not at all. A closed wallet keeps its history and takes no money. It cannot be closed while money in it is on hold, while it is frozen, or while it is your only open wallet. If it was the default of its currency, your oldest open wallet of the currency becomes it. Needs a fresh second factor if you have one.
         */
        post: operations["closeWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a wallet's entries
         * @description The changes of one wallet's balance, the last first. Each entry has the balance after it. `seq` counts the entries without a gap, and `posted_at` rises with it.
         */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a wallet's balance over time
         * @description For a chart: the balance at the begin of the time, and its changes since then. Between two changes the balance is the same. A closed wallet has its history too.
         */
        get: operations["readBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your transactions
         * @description The transactions on your wallets, successful or failed, the last committed first. A later commit always comes before an earlier one, so a client that reads until a transaction that it knows has missed none. A transaction must match all filters; `from` and `to` apply to `posted_at`. Holds, amendments and voids that succeeded move no money: GET /v1/holds/{id} has them. A failed transaction is shown only to the user who asked for it. A page ends with `next_cursor`; send it as `cursor`, with the same filters, for the next page.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one transaction
         * @description A transaction on one of your wallets, with the legs on your wallets, and what refunds and reversals have given back of it.
         */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a payment
         * @description Gives back a payment that you received, or part of it, as often as you like; never more than you got. The money comes from the wallet that received it. It goes to the wallet that paid or, if that is closed, to the payer's default wallet of the currency. A payment that was exchanged goes back at its own rate; the fee of the exchange does not. A large amount needs a fresh second factor, as a payment of that amount does.
         */
        post: operations["refundTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your deposits
         * @description The newest first, with their status.
         */
        get: operations["listDeposits"];
        put?: never;
        /**
         * Deposit money
         * @description Adds money to one of your wallets. Name it by `wallet_id` or by your own phone; without either it is your default wallet of the currency. With the simulated provider the money is there at once (201). Otherwise the answer is 202 with a pending deposit: the payer pays at the provider and names the reference, and the money is credited once, when the provider confirms it.
         */
        post: operations["deposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deposits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one deposit
         * @description One of your deposits, with its status.
         */
        get: operations["getDeposit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your withdrawals
         * @description The newest first, with their status.
         */
        get: operations["listWithdrawals"];
        put?: never;
        /**
         * Withdraw money
         * @description Takes money out of one of your wallets. Name it by `wallet_id` or by your own phone; without either it is your default wallet of the currency. With the simulated provider the money is gone at once (201). Otherwise the answer is 202 with a withdrawal: its money is held until the provider has paid it out, and is free again if the provider fails or does not answer in time.
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one withdrawal
         * @description One of your withdrawals, with its status.
         */
        get: operations["getWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer money
         * @description Moves money from one of your wallets to another wallet of yours, or to another user. Name the recipient by `to_phone` or by `to_wallet_id`. With `quote_id` instead of an amount, the recipient is paid in their currency.
         */
        post: operations["transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your limits
         * @description How much you may pay, receive and keep in the currencies of your wallets, or in one currency: what is used, what is left, and when it resets. All your wallets of a currency have one budget.
         */
        get: operations["listLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits/{currency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set limits of your own
         * @description Limits for what you pay to others or withdraw in this currency, below those of your tier. A lower limit applies at once. A higher one, or none (null), needs a step-up and applies after 24 hours; a lower one takes it back.
         */
        patch: operations["changeOwnLimits"];
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your holds
         * @description The holds that you placed and those that you can capture, the last first. A hold whose time has passed is `expired`. A page ends with `next_cursor`; send it as `cursor`, with the same filters, for the next page.
         */
        get: operations["listHolds"];
        put?: never;
        /**
         * Reserve money for a payee
         * @description Reserves money of one of your wallets. Until it expires the payee can capture it, in part and several times; the reserved money is still yours, but not available. Payer and recipient are checked as for a transfer of the amount.
         */
        post: operations["placeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one hold
         * @description A hold that you placed or can capture, with its transactions.
         */
        get: operations["getHold"];
        put?: never;
        /**
         * Raise or extend a hold
         * @description As its payer: `amount` is the new total, above the present one; `expires_in` counts from now and must end later than the present end. It is recorded as a transaction of type AMENDMENT.
         */
        post: operations["amendHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capture a hold
         * @description Takes reserved money as its payee: all that is left, or a part. The hold ends with it, and what is left is free again, unless you send `final: false`.
         */
        post: operations["captureHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a hold
         * @description Ends a hold without another payment: what is left of it is available to its payer again. The payee may, and the payer where the hold has `payer_can_void`, or once the payee's wallet is closed.
         */
        post: operations["voidHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funding/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an event of the provider
         * @description For the provider of deposits and withdrawals, not for users. The event is signed as Standard Webhooks 1.0.0 says. It is recorded once for each `webhook-id`; a repeat gets the same answer. Any answer but 200 asks for another attempt.
         */
        post: operations["receiveFundingEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recipients/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a recipient before you pay
         * @description Shows whom a transfer to this phone or wallet would reach. A recipient who cannot be paid is `recipient_not_found`, whatever the reason, and counts like a transfer to an unknown recipient. All checks of a day are counted, too.
         */
        post: operations["checkRecipient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the supported currencies
         * @description Each currency with its decimals, its name and the largest amount that moves without a second factor.
         */
        get: operations["listCurrencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the exchange rates
         * @description The rates in force, each for both directions of its pair. A rate of YEM names its market. A pair that is not listed cannot be exchanged now.
         */
        get: operations["listRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a quote
         * @description An offer at the rate in force, for 30 seconds. Use it once: in `POST /v1/exchanges` between your wallets, or in `POST /v1/transfers` to pay somebody in their currency.
         */
        post: operations["requestQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a quote
         * @description One of your quotes, and whether it can still be used.
         */
        get: operations["getQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange money
         * @description Uses a quote between two of your wallets. Both halves and the fee are one commit. A repeat with the same `Idempotency-Key` gets the first answer, also after the quote has expired.
         */
        post: operations["exchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a user's role
         * @description For admins. It takes effect at once and ends the user's sessions. `user` means no role. Any other role needs a second factor. A suspended user gets no role with more rights than before. When there is a second admin, a role with more rights than before is only proposed (202), and another admin approves it.
         */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's second factors
         * @description For support and admins. Kinds, counts and times, no secrets. The user's audit log records this look-up.
         */
        get: operations["listUserFactors"];
        put?: never;
        post?: never;
        /**
         * Remove a user's second factors
         * @description For admins. It removes the authenticator app, the passkeys and the recovery codes, ends all sessions and tells the user. After that the password alone is enough to log in.
         */
        delete: operations["removeUserFactors"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/factors/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a user's second factors, by POST
         * @description For admins. It removes the authenticator app, the passkeys and the recovery codes, ends all sessions and tells the user. After that the password alone is enough to log in. It does what the DELETE does, for clients whose DELETE arrives without its body.
         */
        post: operations["removeUserFactorsByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users with a role
         * @description For admins. The oldest account comes first.
         */
        get: operations["listOperators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/operators/{id}/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an operator's audit events
         * @description For admins. What an operator looked at and changed, the newest first. It also answers for a former operator.
         */
        get: operations["listOperatorActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set an exchange rate
         * @description For admins. One admin moves a rate by up to 5 % of every rate of the last day. A rate that jumps further, the first rate of a pair, and a higher `quote_max` are proposed, and a second admin decides.
         */
        put: operations["setRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/rate-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open proposals of rates
         * @description For admins. The oldest comes first.
         */
        get: operations["listRateProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/rate-proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a proposal of a rate
         * @description For another admin than the one who proposed it. The rate is in force from now on.
         */
        post: operations["approveRateProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/rate-proposals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a proposal of a rate
         * @description For admins. The admin who proposed it can withdraw it with this request.
         */
        post: operations["rejectRateProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/role-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open role proposals
         * @description For admins. The oldest comes first.
         */
        get: operations["listRoleProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/role-proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a role proposal
         * @description For another admin than the one who proposed it. The user gets the role, and their sessions end. A suspended user gets no role.
         */
        post: operations["approveRoleProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/role-proposals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a role proposal
         * @description For admins. The admin who proposed it can withdraw it with this request.
         */
        post: operations["rejectRoleProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a user by phone
         * @description For support and admins. The user's audit log records this look-up.
         */
        post: operations["findUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description For support and admins. The user's audit log records this look-up.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's wallets
         * @description For support and admins. The user's audit log records this look-up.
         */
        get: operations["listUserWallets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's audit events
         * @description For support and admins. The newest comes first. The user's audit log records this look-up.
         */
        get: operations["listUserAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's sessions
         * @description For support and admins. The active sessions, the last seen first. The user's audit log records this look-up.
         */
        get: operations["listUserSessions"];
        put?: never;
        post?: never;
        /**
         * End every session of a user
         * @description For support and admins. The user must log in again.
         */
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Suspend a user
         * @description For support and admins; only admins suspend an operator. A suspended user's payments and changes are refused; reads, login, logout, the end of sessions and a password reset by code still work. Of a suspended user, a legal order replaces another reason; `since` stays.
         */
        put: operations["suspendUser"];
        post?: never;
        /**
         * Lift a user's suspension
         * @description For support and admins; only admins lift an operator's. The operator who suspended the user by a legal order cannot lift it. At most 6 suspensions of a user are lifted within an hour.
         */
        delete: operations["liftSuspension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/suspension/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a user's suspension, by POST
         * @description For support and admins; only admins lift an operator's. The operator who suspended the user by a legal order cannot lift it. At most 6 suspensions of a user are lifted within an hour. It does what the DELETE does, for clients whose DELETE arrives without its body.
         */
        post: operations["liftSuspensionByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a user's tier
         * @description For support and admins; only admins set an operator's. The tier decides which limits apply, from the next operation on. What was used stays.
         */
        put: operations["setTier"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/wallets/{id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Freeze a wallet
         * @description For support and admins. No money leaves a wallet that is frozen for debits, and none enters one that is frozen for credits; without a scope, the freeze is for both. The freeze of a frozen wallet is replaced only by a stronger one: a legal order instead of another reason, a wider scope, a later end, or none. It must not be weaker in anything: it ends no earlier, stops no less, and only a legal order changes the reason.
         */
        put: operations["freezeWallet"];
        post?: never;
        /**
         * Lift a wallet's freeze
         * @description For support and admins. Money moves again at once. A legal order is lifted by another operator than the one who set it.
         */
        delete: operations["unfreezeWallet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/wallets/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a closed wallet
         * @description For support and admins. The wallet is empty, and is the default of its currency if there is none. The wallet of a deleted account stays closed.
         */
        post: operations["reopenWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/wallets/{id}/freeze/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a wallet's freeze, by POST
         * @description For support and admins. Money moves again at once. A legal order is lifted by another operator than the one who set it. It does what the DELETE does, for clients whose DELETE arrives without its body.
         */
        post: operations["unfreezeWalletByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/wallets/{id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a credit or debit by hand
         * @description For admins. Another admin approves it within 24 hours; no money moves before. One adjustment is at most 10 times the currency's `step_up_above`, and all of one admin within a day 30 times. The same open proposal, sent again, stays as it is.
         */
        post: operations["proposeAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/money-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open adjustments and reversals
         * @description For admins. The oldest comes first.
         */
        get: operations["listMoneyProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/money-proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an adjustment or a reversal
         * @description For another admin than the one who proposed it, and not for the user concerned. The money moves in the same commit. When the wallet cannot pay or be paid, the proposal stays open.
         */
        post: operations["approveMoneyProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/money-proposals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject an adjustment or a reversal
         * @description For admins, but not for the user concerned. Its proposer can withdraw it with this request.
         */
        post: operations["rejectMoneyProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/funding-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the provider's events in suspense
         * @description For support and admins: events about money that could not be given to a wallet, or was taken back. The oldest comes first. An approved adjustment that names the event resolves it.
         */
        get: operations["listSuspendedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/transactions/{id}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose to reverse a transaction
         * @description For admins, but not for its payer and receiver. Another admin approves it within 24 hours; no money moves before. It gives back all that refunds and reversals have left, with the fee of an exchange, also on frozen wallets. `amount` of the answer is what the other admin approves. The same open proposal, sent again, stays as it is.
         */
        post: operations["proposeReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the service's state in numbers
         * @description For support and admins: how far the ledger is verified, what waits, and refusals by code. It has no personal data, so it is no look-up: it uses no quota and leaves no audit event.
         */
        get: operations["getServiceHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/rates/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rates that a pair has had
         * @description For support and admins. The newest comes first: who set it, from when and until when it was in force. In production a `sandbox` rate is never in force.
         */
        get: operations["listPastRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's transactions
         * @description For support and admins. The transactions as the user sees them, without `counterparty`, with the legs on their wallets, the last committed first; the filters are those of GET /v1/transactions. The user's audit log records this look-up.
         */
        get: operations["listUserTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a transaction of any user
         * @description For support and admins, with the legs on all users' wallets; support sees none in which an operator has a wallet. The audit log of each user in it records this look-up.
         */
        get: operations["getAnyTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/users/{id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's limits
         * @description For support and admins. The tier, the limits and what is used of them, as the user sees them. The user's audit log records this look-up.
         */
        get: operations["listUserLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deposits that wait for the provider
         * @description For support and admins: the deposits of all users, the oldest first.
         */
        get: operations["listWaitingDeposits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the withdrawals that wait for the provider
         * @description For support and admins: the withdrawals of all users, the oldest first.
         */
        get: operations["listWaitingWithdrawals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the holds that lapsed, or expire next
         * @description For support and admins: the holds of all users that expired without a capture, or those that are open.
         */
        get: operations["listWatchedHolds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            /**
             * Format: uri-reference
             * @description Where the code is explained.
             * @example /docs/problems#insufficient_funds
             */
            type: string;
            /**
             * @description What the code means.
             * @example The available balance is too small
             */
            title: string;
            /**
             * @description The HTTP status again.
             * @example 422
             */
            status: number;
            /** @description What to do, or why. For people. */
            detail?: string;
            /**
             * @description Decide by this. Each operation lists the codes that it can answer.
             * @example insufficient_funds
             * @enum {string}
             */
            code: "session_ended" | "idempotency_key_reused" | "wallet_not_found" | "not_wallet_owner" | "hold_not_found" | "not_refundable" | "quote_not_found" | "step_up_required" | "role_required" | "own_account" | "other_operator_required" | "proposal_not_found" | "deposit_not_found" | "withdrawal_not_found" | "too_many_attempts" | "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | "token_missing" | "token_invalid" | "token_expired" | "invalid_credentials" | "wrong_password" | "weak_password" | "phone_taken" | "session_not_found" | "email_taken" | "contact_missing" | "contact_verified" | "code_refused" | "second_factor_wrong" | "passkey_invalid" | "challenge_invalid" | "factor_not_found" | "totp_enrolled" | "passkey_taken" | "passkey_limit_reached" | "wallet_limit_reached" | "wallet_not_closed" | "last_wallet" | "holds_open" | "deposit_pending" | "balance_not_zero" | "role_needs_factor" | "user_not_found" | "wallet_not_frozen" | "user_already_suspended" | "user_not_suspended" | "adjustment_limit_exceeded" | "funding_event_not_found" | "deposit_limit_reached" | "webhook_signature_invalid" | "rate_unavailable" | "amount_too_small" | "quote_limit_exceeded" | "open_quotes_limit_reached" | "not_reversible" | "malformed_json" | "invalid_request" | "invalid_amount" | "unsupported_media_type" | "body_too_large" | "request_timeout" | "url_too_long" | "origin_not_allowed" | "https_required" | "not_found" | "transaction_not_found" | "method_not_allowed" | "rate_limited" | "service_busy" | "outcome_unknown" | "internal_error";
            /**
             * @description Name it when you ask for help.
             * @example 019abf00-5b10-7c4e-9d52-1f3a5b7c9d11
             */
            request_id: string;
            /** @description Each part of the request that is not valid. */
            errors?: components["schemas"]["ProblemError"][];
            /** @description The transaction that records the refusal, when there is one. */
            transaction?: {
                /** @example txn_01kazv5q0vfvtrx6r2n1p3b4c5 */
                id: string;
                /** @enum {string} */
                type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
                /** @enum {string} */
                status: "success" | "failed";
                /**
                 * @description Unsigned decimal in major units with exactly the currency's decimals.
                 * @example 250.00
                 */
                amount: Money;
                /** @example YEM */
                currency: string;
                /**
                 * @description The wallet that paid. Null for a deposit.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                from_wallet: string | null;
                /**
                 * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
                 */
                to_wallet: string | null;
                /**
                 * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
                 * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
                 */
                original_id: string | null;
                /**
                 * @description The readable, unique name of the transaction.
                 * @example TRF-261123-7K3M-9QXT-2A4B
                 */
                reference: string;
                /** @example rent */
                note: string | null;
                /**
                 * @description Why a failed transaction was refused. Null for a successful one.
                 * @enum {string|null}
                 */
                failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
                /**
                 * Format: date-time
                 * @description When the service received the request.
                 * @example 2026-11-23T09:30:00.000Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                posted_at: string;
                /**
                 * @description The hold that it placed, changed, captured or voided.
                 * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                hold_id?: string;
                /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
                exchange: {
                    /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                    quote_id: string;
                    /** @example USD */
                    source_currency: string;
                    /**
                     * @description What left the source wallet, the fee included.
                     * @example 100.00
                     */
                    source_amount: Money;
                    /**
                     * @description The part of source_amount that was the fee.
                     * @example 0.20
                     */
                    fee_amount: Money;
                    /** @example YEM */
                    target_currency: string;
                    /**
                     * @description What reached the target wallet.
                     * @example 160867.62
                     */
                    target_amount: Money;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /** @description Null: YER into YEM, one to one. */
                    rate: {
                        /**
                         * @description Of the two currencies the first by the alphabet.
                         * @example USD
                         */
                        base_currency: string;
                        /** @example YEM */
                        counter_currency: string;
                        /**
                         * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                         * @example aden
                         * @enum {string|null}
                         */
                        market: "aden" | "sanaa" | null;
                        /**
                         * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                         * @example 1620
                         */
                        rate: string;
                        /**
                         * @description Major units of the base currency.
                         * @example 1
                         */
                        unit: number;
                        /** @example 1620 */
                        numerator: string;
                        /**
                         * @description `unit` of base are worth numerator ÷ denominator of counter.
                         * @example 1
                         */
                        denominator: string;
                        /**
                         * @description Taken off the rate in either direction. 100 are 1 %.
                         * @example 50
                         */
                        spread_basis_points: number;
                        /**
                         * @description Of the source amount.
                         * @example 20
                         */
                        fee_basis_points: number;
                    } | null;
                } | null;
                /** @description The owner of the wallet on the other side. Only in what you read of your own: GET /v1/transactions, /v1/transactions/{id} and /v1/holds/{id}. Null for deposits, withdrawals, exchanges, corrections, failed transactions and deleted accounts. */
                counterparty?: {
                    /**
                     * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                     * @example B*** N***
                     */
                    name: string;
                    /** @description Whether it is you: both wallets are yours. */
                    is_own: boolean;
                } | null;
                /** @description The legs on your own wallets. Empty for a failed transaction. */
                legs: components["schemas"]["Leg"][];
            };
            /** @description With `limit_exceeded`: the limit, what is left of it, and when it resets. */
            exceeded_limit?: {
                /**
                 * @description `out`: payments to others, withdrawals and placed holds. `in`: payments from others and deposits. `_sum` limits an amount, `_count` a number of operations. `balance`: what all wallets of the currency hold together.
                 * @enum {string}
                 */
                name: "out_operation_sum" | "out_day_sum" | "out_day_count" | "out_month_sum" | "out_month_count" | "in_operation_sum" | "in_day_sum" | "in_day_count" | "in_month_sum" | "in_month_count" | "balance";
                /**
                 * @description The largest value that is allowed. A decimal in major units; of a count, a whole number.
                 * @example 100000.00
                 */
                limit: Money;
                /**
                 * @description What is left of it, at least 0. A decimal in major units; of a count, a whole number.
                 * @example 100000.00
                 */
                remaining: Money;
                /**
                 * Format: date-time
                 * @description When the day or month ends in the service's zone. Null for a limit of one operation or of the balance.
                 * @example 2026-11-28T21:00:00.000Z
                 */
                resets_at: string | null;
                /**
                 * @description The limit's currency.
                 * @example YEM
                 */
                currency: string;
            };
            /**
             * @description What was captured of the hold.
             * @example 100.00
             */
            captured?: Money;
            /**
             * @description What can still be captured of the hold.
             * @example 300.00
             */
            capturable?: Money;
            /** @description Of a refused refund: what was given back of the original until then. */
            refunded?: string;
            /** @description Of a refused refund: what its receiver can still give back. */
            refundable?: string;
            /** @description The transaction that would record the refusal, in the answer to a dry run. */
            preview?: {
                /** @enum {string} */
                type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
                /** @enum {string} */
                status: "success" | "failed";
                /**
                 * @description Unsigned decimal in major units with exactly the currency's decimals.
                 * @example 250.00
                 */
                amount: Money;
                /** @example YEM */
                currency: string;
                /**
                 * @description The wallet that paid. Null for a deposit.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                from_wallet: string | null;
                /**
                 * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
                 */
                to_wallet: string | null;
                /**
                 * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
                 * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
                 */
                original_id: string | null;
                /** @example rent */
                note: string | null;
                /**
                 * @description Why a failed transaction was refused. Null for a successful one.
                 * @enum {string|null}
                 */
                failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
                /**
                 * @description The hold that it placed, changed, captured or voided.
                 * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                hold_id?: string;
                /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
                exchange: {
                    /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                    quote_id: string;
                    /** @example USD */
                    source_currency: string;
                    /**
                     * @description What left the source wallet, the fee included.
                     * @example 100.00
                     */
                    source_amount: Money;
                    /**
                     * @description The part of source_amount that was the fee.
                     * @example 0.20
                     */
                    fee_amount: Money;
                    /** @example YEM */
                    target_currency: string;
                    /**
                     * @description What reached the target wallet.
                     * @example 160867.62
                     */
                    target_amount: Money;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /** @description Null: YER into YEM, one to one. */
                    rate: {
                        /**
                         * @description Of the two currencies the first by the alphabet.
                         * @example USD
                         */
                        base_currency: string;
                        /** @example YEM */
                        counter_currency: string;
                        /**
                         * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                         * @example aden
                         * @enum {string|null}
                         */
                        market: "aden" | "sanaa" | null;
                        /**
                         * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                         * @example 1620
                         */
                        rate: string;
                        /**
                         * @description Major units of the base currency.
                         * @example 1
                         */
                        unit: number;
                        /** @example 1620 */
                        numerator: string;
                        /**
                         * @description `unit` of base are worth numerator ÷ denominator of counter.
                         * @example 1
                         */
                        denominator: string;
                        /**
                         * @description Taken off the rate in either direction. 100 are 1 %.
                         * @example 50
                         */
                        spread_basis_points: number;
                        /**
                         * @description Of the source amount.
                         * @example 20
                         */
                        fee_basis_points: number;
                    } | null;
                } | null;
                /** @description The legs on your own wallets. Empty for a failed transaction. */
                legs: components["schemas"]["Leg"][];
            };
            /**
             * @description With `recipient_not_found` for a phone: the other currencies in which its holder can be paid now, as POST /v1/recipients/check shows them. Not in a replay.
             * @example [
             *       "YEM"
             *     ]
             */
            currencies?: string[];
        };
        /** @description One part of a request that is not valid. */
        ProblemError: {
            /** @enum {string} */
            in: "body" | "query" | "path" | "header";
            /**
             * @description RFC 6901, into what `in` names.
             * @example /amount
             */
            pointer: string;
            /**
             * @description What is wrong with this part.
             * @example invalid_amount
             */
            code: string;
            /** @example must be a positive plain decimal */
            message: string;
        };
        /** @description What a transaction did to one of your wallets. */
        Leg: {
            /** @example wal_01kazv5q0vfvtrx6r2n1p3b4c5 */
            wallet_id: string;
            /**
             * @description The wallet's currency.
             * @example YEM
             */
            currency: string;
            /**
             * @description Signed decimal in major units; negative leaves the wallet.
             * @example -250.00
             */
            amount: Money;
            /**
             * @description The wallet's balance right after this transaction.
             * @example 2250.00
             */
            balance_after: Money;
            /**
             * @description Position in the wallet's history: 1, 2, 3 … without a gap.
             * @example 2
             */
            seq: number;
        };
        Readiness: {
            /** @enum {string} */
            status: "ok";
            /** @description The result of the ledger's checks. It does not decide whether the service is ready. */
            ledger: {
                /**
                 * Format: date-time
                 * @description Every transaction that was posted before this has been checked. A job continues each minute.
                 */
                verified_until: string | null;
                /** @description Violations of the ledger's rules that the checks found. The service continues to run. */
                problems: number;
            };
        };
        /** @description The new user and their first wallet. */
        Registered: {
            user: components["schemas"]["User"];
            wallet: components["schemas"]["Wallet"];
        };
        /** @description A user as they see themselves. */
        User: {
            /**
             * @description The user.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @example Amina Saleh */
            username: string;
            /**
             * @description Null after another person has proven by a code that your unverified number is theirs. Set another one; until then log in with your `id` as `user_id`.
             * @example +967771234567
             */
            phone: string | null;
            /** @example amina@example.com */
            email: string | null;
            /** @description Whether the user has confirmed a code that was sent there. */
            phone_verified: boolean;
            email_verified: boolean;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description What the user may do as an operator, under `/v1/admin`; null for everybody else. It only tells: each request of an operator is checked.
             * @enum {string|null}
             */
            role: "support" | "admin" | null;
            /** @description Since when the account is suspended; null when it is not. A suspended user's payments and changes are refused; reads, login, logout, the end of sessions and a password reset by code still work. */
            suspension: {
                /** Format: date-time */
                since: string;
                /**
                 * @description Null when the service does not say why.
                 * @enum {string|null}
                 */
                reason: "owner_request" | "suspected_takeover" | null;
            } | null;
        };
        /** @description A user's money in one currency. */
        Wallet: {
            /**
             * @description The wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @example YEM */
            currency: string;
            /**
             * @description Whose rial a wallet in YEM holds. Null for other currencies. Rials of Aden and Sana'a pass between wallets only by an exchange.
             * @example aden
             * @enum {string|null}
             */
            market: "aden" | "sanaa" | null;
            /** @example Savings */
            label: string | null;
            /** @enum {string} */
            status: "active" | "frozen" | "closed";
            /**
             * @description What the freeze stops: money that leaves the wallet (`debits`), money that enters it (`credits`), or both. Null while the wallet is not frozen.
             * @enum {string|null}
             */
            freeze_scope: "debits" | "credits" | "both" | null;
            /** @description Whether it receives payments to the owner's phone in its currency. */
            is_default: boolean;
            /**
             * @description All money in the wallet, held money included.
             * @example 2500.00
             */
            balance: Money;
            /**
             * @description What can be spent: the balance less the held amount.
             * @example 2500.00
             */
            available: Money;
            /**
             * @description The amount that is reserved.
             * @example 0.00
             */
            held: Money;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /** @description Only in the answer of GET /v1/wallets/{id}. */
            owner?: {
                /**
                 * @description The owner.
                 * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                id: string;
                /** @example Amina Saleh */
                username: string;
            };
        };
        RegisterRequest: {
            /**
             * @description The name that others see.
             * @example Amina Saleh
             */
            username: string;
            /**
             * @description E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.
             * @example +967771234567
             */
            phone: string;
            /**
             * Format: password
             * @description Not common, and not close to the username or the phone.
             * @example three quiet camels at dusk
             */
            password: string;
            phone_claim?: components["schemas"]["PhoneClaim"];
        };
        /** @description Proves `phone`, which is then verified. It takes the phone from another user who has not verified it. */
        PhoneClaim: {
            /**
             * @description The claim of POST /v1/auth/phone-claims' answer for the same phone.
             * @example mpc_…
             */
            claim: string;
            /**
             * @description The code of the last message.
             * @example 48151623
             */
            code: string;
        };
        LoginAnswer: components["schemas"]["LoggedIn"] | components["schemas"]["SecondFactorRequired"];
        LoggedIn: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "logged_in";
            user: components["schemas"]["User"];
            tokens: components["schemas"]["Tokens"];
        };
        Tokens: {
            /**
             * @description A JWT (RFC 9068).
             * @example eyJ…
             */
            access_token: string;
            /**
             * @description Opaque. It can be used once. Absent when the cookie `__Host-refresh_token` has it: see `refresh_token_in`.
             * @example mrt_…
             */
            refresh_token?: string;
            /** @enum {string} */
            token_type: "Bearer";
            /**
             * @description Seconds until the access token expires.
             * @example 600
             */
            expires_in: number;
        };
        /** @description The password is right. A second factor finishes the login. */
        SecondFactorRequired: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "second_factor_required";
            /**
             * @description Send it to POST /v1/auth/login/second-factor.
             * @example w0Zt…
             */
            challenge: string;
            /**
             * @description Seconds until the challenge expires.
             * @example 300
             */
            expires_in: number;
            /** @description The factors that finish the login. */
            methods: ("totp" | "passkey" | "recovery_code")[];
            passkey_options: components["schemas"]["PasskeyOptions"];
        };
        /** @description For PublicKeyCredential.parseRequestOptionsFromJSON() and navigator.credentials.get(). */
        PasskeyOptions: {
            challenge: string;
            /** @example mahfaza.example */
            rpId: string;
            timeout: number;
            /** @enum {string} */
            userVerification: "required";
            allowCredentials: {
                id: string;
                /** @enum {string} */
                type: "public-key";
                transports: string[];
            }[];
        } | null;
        /** @description Exactly one of `phone` and `user_id`. */
        LogInRequest: {
            /**
             * @description E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.
             * @example +967771234567
             */
            phone?: string;
            /**
             * @description Instead of `phone`, while the account has none.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id?: string;
            /**
             * Format: password
             * @description The current password.
             * @example three quiet camels at dusk
             */
            password: string;
            /**
             * @description `cookie`: the answer sets the refresh token as the cookie `__Host-refresh_token`, which no script can read, and `tokens` leaves it out. `session_cookie`: the same, and the browser deletes the cookie when it is closed, as on a shared computer. For pages of the service's own origin: the header `Origin` must name it.
             * @default body
             * @enum {string}
             */
            refresh_token_in?: "body" | "cookie" | "session_cookie";
        };
        Refreshed: {
            tokens: components["schemas"]["Tokens"];
        };
        RefreshRequest: {
            /**
             * @description Void after this request. The answer has a new one. Without it the cookie's token is used.
             * @example mrt_…
             */
            refresh_token?: string;
        };
        LogOutRequest: {
            /**
             * @description A refresh token of the session, also one that was used. It makes an access token unnecessary. Without it the cookie's token is used.
             * @example mrt_…
             */
            refresh_token?: string;
        };
        ResetRequested: {
            /**
             * @description Opaque. Send it with the code to set a new password. It does not tell whether a user was found.
             * @example mpr_…
             */
            reset_token: string;
            /**
             * @description Seconds until the token and the code expire.
             * @example 600
             */
            expires_in: number;
        };
        /** @description Exactly one of the two. */
        RequestPasswordResetRequest: {
            /**
             * @description E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.
             * @example +967771234567
             */
            phone?: string;
            /**
             * Format: email
             * @description An e-mail address.
             * @example amina@example.com
             */
            email?: string;
        };
        ResetPasswordRequest: {
            /**
             * @description The token of POST /v1/auth/password-reset's answer.
             * @example mpr_…
             */
            reset_token: string;
            /**
             * @description The code of the last message.
             * @example 48151623
             */
            code: string;
            /**
             * Format: password
             * @description Not common, and not close to the username or the phone.
             * @example three quiet camels at dusk
             */
            new_password: string;
        };
        PhoneClaimRequested: {
            /**
             * @description Opaque. Send it with the code, as `phone_claim`. It does not tell whether the phone is registered.
             * @example mpc_…
             */
            claim: string;
            /**
             * @description Seconds until the claim and the code expire.
             * @example 600
             */
            expires_in: number;
        };
        RequestPhoneClaimRequest: {
            /**
             * @description E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.
             * @example +967771234567
             */
            phone: string;
        };
        FinishLogInRequest: {
            /**
             * @description The challenge of POST /v1/auth/login's answer.
             * @example w0Zt…
             */
            challenge: string;
            /**
             * @description The code that the authenticator app shows.
             * @example 492039
             */
            code?: string;
            /**
             * @description An unused recovery code. Case, blanks and dashes of any kind are ignored.
             * @example 7K3M9Q-XT2A4B-0PZ5WD-HN81CE
             */
            recovery_code?: string;
            passkey?: components["schemas"]["PasskeyAnswer"];
            /**
             * @description `cookie`: the answer sets the refresh token as the cookie `__Host-refresh_token`, which no script can read, and `tokens` leaves it out. `session_cookie`: the same, and the browser deletes the cookie when it is closed, as on a shared computer. For pages of the service's own origin: the header `Origin` must name it.
             * @default body
             * @enum {string}
             */
            refresh_token_in?: "body" | "cookie" | "session_cookie";
        };
        /** @description An AuthenticationResponseJSON of WebAuthn. */
        PasskeyAnswer: {
            /**
             * Format: base64url
             * @description The credential's identifier.
             */
            id: string;
            /**
             * Format: base64url
             * @description The same identifier again.
             */
            rawId: string;
            /** @enum {string} */
            type: "public-key";
            authenticatorAttachment?: string | null;
            clientExtensionResults?: {
                [key: string]: unknown;
            } | null;
            response: {
                /**
                 * Format: base64url
                 * @description The browser's client data.
                 */
                clientDataJSON: string;
                /**
                 * Format: base64url
                 * @description The authenticator's data.
                 */
                authenticatorData: string;
                /**
                 * Format: base64url
                 * @description The signature by the passkey's private key.
                 */
                signature: string;
                /**
                 * Format: base64url
                 * @description The user handle of the passkey.
                 */
                userHandle?: string | null;
            };
        };
        PasskeyChallenge: {
            options: components["schemas"]["PasskeyOptions"];
        };
        LogInByPasskeyRequest: {
            passkey: components["schemas"]["PasskeyAnswer"];
            /**
             * @description `cookie`: the answer sets the refresh token as the cookie `__Host-refresh_token`, which no script can read, and `tokens` leaves it out. `session_cookie`: the same, and the browser deletes the cookie when it is closed, as on a shared computer. For pages of the service's own origin: the header `Origin` must name it.
             * @default body
             * @enum {string}
             */
            refresh_token_in?: "body" | "cookie" | "session_cookie";
        };
        /** @description Exactly one of the three. */
        StepUpRequest: {
            /**
             * @description The code that the authenticator app shows.
             * @example 492039
             */
            code?: string;
            /**
             * @description An unused recovery code. Case, blanks and dashes of any kind are ignored.
             * @example 7K3M9Q-XT2A4B-0PZ5WD-HN81CE
             */
            recovery_code?: string;
            passkey?: components["schemas"]["PasskeyAnswer"];
        };
        /** @description A user's second factors. */
        Factors: {
            totp: {
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.000Z
                 */
                enrolled_at: string;
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.000Z
                 */
                last_used_at: string;
            } | null;
            passkeys: components["schemas"]["Passkey"][];
            /** @example 10 */
            recovery_codes_left: number;
        };
        Passkey: {
            /**
             * @description The passkey.
             * @example psk_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @example Amina's phone */
            name: string;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            last_used_at: string | null;
        };
        /** @description What an authenticator app needs. It is shown once. */
        TotpEnrolment: {
            /**
             * @description Base 32, for an app that cannot scan.
             * @example JBSWY3DPEHPK3PXP4WTNKFVH7YDVTBNO
             */
            secret: string;
            /** @example otpauth://totp/Mahfaza:%2B967771234567?… */
            otpauth_uri: string;
            /**
             * @description The URI as a QR code.
             * @example <svg …>
             */
            qr_svg: string;
            /**
             * @description Seconds until the enrolment expires.
             * @example 900
             */
            expires_in: number;
        };
        BeginFactorRequest: {
            /**
             * Format: password
             * @description The current password.
             * @example three quiet camels at dusk
             */
            password: string;
        };
        FactorAdded: {
            /**
             * @description 10 new codes, shown once. Null when the user's earlier codes are still good.
             * @example [
             *       "7K3M9Q-XT2A4B-…"
             *     ]
             */
            recovery_codes: string[] | null;
        };
        ConfirmTotpRequest: {
            /**
             * @description The code that the authenticator app shows.
             * @example 492039
             */
            code: string;
        };
        RecoveryCodes: {
            /**
             * @description Shown once. Each code is good for one use.
             * @example [
             *       "7K3M9Q-XT2A4B-…"
             *     ]
             */
            recovery_codes: string[];
        };
        PasskeyRegistrationChallenge: {
            options: components["schemas"]["PasskeyRegistrationOptions"];
        };
        /** @description For PublicKeyCredential.parseCreationOptionsFromJSON() and navigator.credentials.create(). */
        PasskeyRegistrationOptions: {
            challenge: string;
            rp: {
                id: string;
                name: string;
            };
            user: {
                id: string;
                name: string;
                displayName: string;
            };
            pubKeyCredParams: {
                /** @enum {string} */
                type: "public-key";
                alg: number;
            }[];
            timeout: number;
            /** @enum {string} */
            attestation: "none";
            authenticatorSelection: {
                /** @enum {string} */
                residentKey: "required";
                requireResidentKey: boolean;
                /** @enum {string} */
                userVerification: "required";
            };
            excludeCredentials: {
                id: string;
                /** @enum {string} */
                type: "public-key";
                transports: string[];
            }[];
        };
        PasskeyAdded: {
            passkey: components["schemas"]["Passkey"];
            /**
             * @description 10 new codes, shown once. Null when the user's earlier codes are still good.
             * @example [
             *       "7K3M9Q-XT2A4B-…"
             *     ]
             */
            recovery_codes: string[] | null;
        };
        RegisterPasskeyRequest: {
            /**
             * @description The user's name for the passkey.
             * @example Amina's phone
             */
            name: string;
            passkey: components["schemas"]["PasskeyRegistration"];
        };
        /** @description A RegistrationResponseJSON of WebAuthn. */
        PasskeyRegistration: {
            /**
             * Format: base64url
             * @description The credential's identifier.
             */
            id: string;
            /**
             * Format: base64url
             * @description The same identifier again.
             */
            rawId: string;
            /** @enum {string} */
            type: "public-key";
            authenticatorAttachment?: string | null;
            clientExtensionResults?: {
                [key: string]: unknown;
            } | null;
            response: {
                /**
                 * Format: base64url
                 * @description The browser's client data.
                 */
                clientDataJSON: string;
                /**
                 * Format: base64url
                 * @description The new public key.
                 */
                attestationObject: string;
                transports?: string[] | null;
            };
        };
        RenamePasskeyRequest: {
            /**
             * @description The user's name for the passkey.
             * @example Amina's phone
             */
            name: string;
        };
        /** @description The user's profile after a change. */
        ChangedProfile: {
            /**
             * @description The user.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @example Amina Saleh */
            username: string;
            /**
             * @description Null after another person has proven by a code that your unverified number is theirs. Set another one; until then log in with your `id` as `user_id`.
             * @example +967771234567
             */
            phone: string | null;
            /** @example amina@example.com */
            email: string | null;
            /** @description Whether the user has confirmed a code that was sent there. */
            phone_verified: boolean;
            email_verified: boolean;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * @description What the user may do as an operator, under `/v1/admin`; null for everybody else. It only tells: each request of an operator is checked.
             * @enum {string|null}
             */
            role: "support" | "admin" | null;
            /** @description Since when the account is suspended; null when it is not. A suspended user's payments and changes are refused; reads, login, logout, the end of sessions and a password reset by code still work. */
            suspension: {
                /** Format: date-time */
                since: string;
                /**
                 * @description Null when the service does not say why.
                 * @enum {string|null}
                 */
                reason: "owner_request" | "suspected_takeover" | null;
            } | null;
            /** @description Only after a change of the password. They replace the tokens of this session, whose earlier refresh tokens are void. If the request came with the session's cookie, the answer sets a new cookie, and `refresh_token` is absent. */
            tokens?: {
                /**
                 * @description A JWT (RFC 9068).
                 * @example eyJ…
                 */
                access_token: string;
                /**
                 * @description Opaque. It can be used once. Absent when the cookie `__Host-refresh_token` has it: see `refresh_token_in`.
                 * @example mrt_…
                 */
                refresh_token?: string;
                /** @enum {string} */
                token_type: "Bearer";
                /**
                 * @description Seconds until the access token expires.
                 * @example 600
                 */
                expires_in: number;
            };
        };
        ChangeProfileRequest: {
            /**
             * @description The name that others see.
             * @example Amina Saleh
             */
            username?: string;
            /**
             * @description E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.
             * @example +967771234567
             */
            phone?: string;
            phone_claim?: components["schemas"]["PhoneClaim"];
            /**
             * Format: email
             * @description Null removes it.
             * @example amina@example.com
             */
            email?: string | null;
            /**
             * Format: password
             * @description Not common, and not close to the username or the phone.
             * @example three quiet camels at dusk
             */
            password?: string;
            /**
             * Format: password
             * @description The current password.
             * @example three quiet camels at dusk
             */
            current_password?: string;
        };
        DeleteAccountRequest: {
            /**
             * Format: password
             * @description The current password.
             * @example three quiet camels at dusk
             */
            password: string;
        };
        /** @description One page of a list. */
        AuditEventsPage: {
            data: components["schemas"]["AuditEvent"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example NDphdWRpdF9ldmVudHM6aE5kUHJOUl9BQ2M6MTc5NTQyNjIwMDAxODIwNDphdWRfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        /** @description An event of an account, as its user sees it. */
        AuditEvent: {
            /**
             * @description The event.
             * @example aud_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @enum {string} */
            type: "user_registered" | "user_logged_in" | "log_in_refused" | "user_logged_out" | "refresh_token_reused" | "refresh_retried" | "session_ended" | "other_sessions_ended" | "session_displaced" | "profile_changed" | "password_changed" | "contact_code_sent" | "contact_code_refused" | "contact_verified" | "password_reset" | "user_deleted" | "second_factor_asked" | "second_factor_proven" | "second_factor_refused" | "session_stepped_up" | "totp_enrolment_begun" | "totp_enrolled" | "totp_removed" | "passkey_added" | "passkey_renamed" | "passkey_removed" | "passkey_counter_refused" | "recovery_codes_made" | "factors_removed" | "wallet_opened" | "wallet_changed" | "ownership_refused" | "role_refused" | "role_changed" | "operators_listed" | "operator_acts_looked_up" | "user_looked_up" | "lookup_found_nobody" | "wallets_looked_up" | "audit_events_looked_up" | "wallet_frozen" | "wallet_unfrozen" | "freeze_expired" | "sessions_ended" | "user_suspended" | "suspension_lifted" | "role_proposed" | "role_proposal_rejected" | "current_password_refused" | "enrolment_code_refused" | "phone_released" | "rate_set" | "rate_proposed" | "rate_proposal_rejected" | "own_limits_changed" | "tier_changed" | "wallet_closed" | "wallet_reopened" | "adjustment_proposed" | "adjustment_rejected" | "adjustment_made" | "reversal_proposed" | "reversal_rejected" | "reversal_made" | "transactions_looked_up" | "limits_looked_up" | "sessions_looked_up" | "factors_looked_up";
            /**
             * @description Who acted: the user, an operator by their role, or the service itself.
             * @enum {string}
             */
            actor: "self" | "support" | "admin" | "service";
            /**
             * @description The wallet that the event is about.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string | null;
            /**
             * Format: date-time
             * @description Later events of one user, or of one operator, have a later time.
             * @example 2026-11-23T09:30:00.018204Z
             */
            created_at: string;
            /**
             * @example {
             *       "fields": [
             *         "username"
             *       ]
             *     }
             */
            details: {
                [key: string]: string | string[];
            };
        };
        SessionList: {
            data: components["schemas"]["Session"][];
        };
        /** @description An active login. */
        Session: {
            /**
             * @description The session.
             * @example ses_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description The client, by its User-Agent when it was last seen.
             * @example Chrome on Android
             */
            device: string | null;
            /**
             * @description Where it was last seen, by its network address.
             * @example Sanaa, YE
             */
            place: string | null;
            /**
             * @description The browser or app of `device`, to be named in another language.
             * @example Chrome
             */
            client: string | null;
            /**
             * @description The operating system of `device`.
             * @example Android
             */
            system: string | null;
            /**
             * @description The city of `place`.
             * @example Sanaa
             */
            city: string | null;
            /**
             * @description The country of `place`, by ISO 3166-1; T1 for the Tor network.
             * @example YE
             */
            country: string | null;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it logged in, or last refreshed its tokens.
             * @example 2026-11-23T09:40:00.000Z
             */
            last_seen_at: string;
            /**
             * Format: date-time
             * @description When the session ends unless its tokens are refreshed before. At most 30 days after the login.
             * @example 2026-12-07T09:40:00.000Z
             */
            expires_at: string;
            /** @description Whether it is the session of this request. */
            is_current: boolean;
        };
        CodeSent: {
            /**
             * @description Seconds until the code expires.
             * @example 600
             */
            expires_in: number;
        };
        VerifyContactRequest: {
            /**
             * @description The code of the last message.
             * @example 48151623
             */
            code: string;
        };
        WalletList: {
            data: components["schemas"]["Wallet"][];
        };
        OpenWalletRequest: {
            /**
             * @description ISO 4217, or YEM.
             * @example YEM
             */
            currency: string;
            /**
             * @description The owner's name for the wallet.
             * @example Savings
             */
            label?: string;
            /**
             * @description Whose rial a wallet in YEM holds, for ever; without it, that of aden. Only with YEM.
             * @example aden
             * @enum {string}
             */
            market?: "aden" | "sanaa";
        };
        ChangeWalletRequest: {
            /**
             * @description The owner's name for the wallet.
             * @example Savings
             */
            label?: string | null;
            /**
             * @description Makes it the default of its currency, in place of the present default.
             * @enum {boolean}
             */
            is_default?: true;
        };
        ClosedWallet: {
            /**
             * @description The closed wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /** @enum {string} */
            status: "closed";
            /** @description The transfer of the balance; null if the wallet was empty. */
            transaction: {
                /** @example txn_01kazv5q0vfvtrx6r2n1p3b4c5 */
                id: string;
                /** @enum {string} */
                type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
                /** @enum {string} */
                status: "success" | "failed";
                /**
                 * @description Unsigned decimal in major units with exactly the currency's decimals.
                 * @example 250.00
                 */
                amount: Money;
                /** @example YEM */
                currency: string;
                /**
                 * @description The wallet that paid. Null for a deposit.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                from_wallet: string | null;
                /**
                 * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
                 */
                to_wallet: string | null;
                /**
                 * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
                 * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
                 */
                original_id: string | null;
                /**
                 * @description The readable, unique name of the transaction.
                 * @example TRF-261123-7K3M-9QXT-2A4B
                 */
                reference: string;
                /** @example rent */
                note: string | null;
                /**
                 * @description Why a failed transaction was refused. Null for a successful one.
                 * @enum {string|null}
                 */
                failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
                /**
                 * Format: date-time
                 * @description When the service received the request.
                 * @example 2026-11-23T09:30:00.000Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                posted_at: string;
                /**
                 * @description The hold that it placed, changed, captured or voided.
                 * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                hold_id?: string;
                /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
                exchange: {
                    /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                    quote_id: string;
                    /** @example USD */
                    source_currency: string;
                    /**
                     * @description What left the source wallet, the fee included.
                     * @example 100.00
                     */
                    source_amount: Money;
                    /**
                     * @description The part of source_amount that was the fee.
                     * @example 0.20
                     */
                    fee_amount: Money;
                    /** @example YEM */
                    target_currency: string;
                    /**
                     * @description What reached the target wallet.
                     * @example 160867.62
                     */
                    target_amount: Money;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /** @description Null: YER into YEM, one to one. */
                    rate: {
                        /**
                         * @description Of the two currencies the first by the alphabet.
                         * @example USD
                         */
                        base_currency: string;
                        /** @example YEM */
                        counter_currency: string;
                        /**
                         * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                         * @example aden
                         * @enum {string|null}
                         */
                        market: "aden" | "sanaa" | null;
                        /**
                         * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                         * @example 1620
                         */
                        rate: string;
                        /**
                         * @description Major units of the base currency.
                         * @example 1
                         */
                        unit: number;
                        /** @example 1620 */
                        numerator: string;
                        /**
                         * @description `unit` of base are worth numerator ÷ denominator of counter.
                         * @example 1
                         */
                        denominator: string;
                        /**
                         * @description Taken off the rate in either direction. 100 are 1 %.
                         * @example 50
                         */
                        spread_basis_points: number;
                        /**
                         * @description Of the source amount.
                         * @example 20
                         */
                        fee_basis_points: number;
                    } | null;
                } | null;
                /** @description The owner of the wallet on the other side. Only in what you read of your own: GET /v1/transactions, /v1/transactions/{id} and /v1/holds/{id}. Null for deposits, withdrawals, exchanges, corrections, failed transactions and deleted accounts. */
                counterparty?: {
                    /**
                     * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                     * @example B*** N***
                     */
                    name: string;
                    /** @description Whether it is you: both wallets are yours. */
                    is_own: boolean;
                } | null;
                /** @description The legs on your own wallets. Empty for a failed transaction. */
                legs: components["schemas"]["Leg"][];
            } | null;
        };
        /** @description What a dry run would close. */
        ClosingPreview: {
            /**
             * @description The closed wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /** @enum {string} */
            status: "closed";
            /** @description The transfer of the balance as it would be recorded; null without a balance. */
            preview: {
                /** @enum {string} */
                type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
                /** @enum {string} */
                status: "success" | "failed";
                /**
                 * @description Unsigned decimal in major units with exactly the currency's decimals.
                 * @example 250.00
                 */
                amount: Money;
                /** @example YEM */
                currency: string;
                /**
                 * @description The wallet that paid. Null for a deposit.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                from_wallet: string | null;
                /**
                 * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
                 */
                to_wallet: string | null;
                /**
                 * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
                 * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
                 */
                original_id: string | null;
                /** @example rent */
                note: string | null;
                /**
                 * @description Why a failed transaction was refused. Null for a successful one.
                 * @enum {string|null}
                 */
                failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
                /**
                 * @description The hold that it placed, changed, captured or voided.
                 * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                hold_id?: string;
                /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
                exchange: {
                    /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                    quote_id: string;
                    /** @example USD */
                    source_currency: string;
                    /**
                     * @description What left the source wallet, the fee included.
                     * @example 100.00
                     */
                    source_amount: Money;
                    /**
                     * @description The part of source_amount that was the fee.
                     * @example 0.20
                     */
                    fee_amount: Money;
                    /** @example YEM */
                    target_currency: string;
                    /**
                     * @description What reached the target wallet.
                     * @example 160867.62
                     */
                    target_amount: Money;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /** @description Null: YER into YEM, one to one. */
                    rate: {
                        /**
                         * @description Of the two currencies the first by the alphabet.
                         * @example USD
                         */
                        base_currency: string;
                        /** @example YEM */
                        counter_currency: string;
                        /**
                         * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                         * @example aden
                         * @enum {string|null}
                         */
                        market: "aden" | "sanaa" | null;
                        /**
                         * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                         * @example 1620
                         */
                        rate: string;
                        /**
                         * @description Major units of the base currency.
                         * @example 1
                         */
                        unit: number;
                        /** @example 1620 */
                        numerator: string;
                        /**
                         * @description `unit` of base are worth numerator ÷ denominator of counter.
                         * @example 1
                         */
                        denominator: string;
                        /**
                         * @description Taken off the rate in either direction. 100 are 1 %.
                         * @example 50
                         */
                        spread_basis_points: number;
                        /**
                         * @description Of the source amount.
                         * @example 20
                         */
                        fee_basis_points: number;
                    } | null;
                } | null;
                /** @description The legs on your own wallets. Empty for a failed transaction. */
                legs: components["schemas"]["Leg"][];
            } | null;
        };
        CloseWalletRequest: {
            /**
             * @description Another wallet of yours in the same currency, which receives the balance. Without it, only an empty wallet can be closed.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            sweep_to_wallet_id?: string;
        };
        /** @description One page of a list. */
        EntriesPage: {
            data: components["schemas"]["Entry"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example MzplbnRyaWVzOk5GQWp4QWZuTFk0OjI
             */
            next_cursor: string | null;
        };
        /** @description One change of a wallet's balance. */
        Entry: {
            /**
             * @description Position in the wallet's history: 1, 2, 3 … without a gap.
             * @example 2
             */
            seq: number;
            /**
             * @description Signed decimal in major units; negative leaves the wallet.
             * @example -250.00
             */
            amount: Money;
            /**
             * @description The wallet's balance right after this entry.
             * @example 2250.00
             */
            balance_after: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The transaction that wrote this entry.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            transaction_id: string;
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @example TRF-261123-7K3M-9QXT-2A4B */
            reference: string;
            /** @example rent */
            note: string | null;
            /**
             * @description The wallet on the other side. Null for a deposit or a withdrawal.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            counter_wallet: string | null;
            /** @description The owner of that wallet. Null for deposits, withdrawals, exchanges, corrections and deleted accounts. */
            counterparty: {
                /**
                 * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                 * @example B*** N***
                 */
                name: string;
                /** @description Whether it is you: both wallets are yours. */
                is_own: boolean;
            } | null;
            /**
             * Format: date-time
             * @description The same as posted_at.
             * @example 2026-11-23T09:30:00.018204Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
             * @example 2026-11-23T09:30:00.018204Z
             */
            posted_at: string;
        };
        /** @description The balance of a wallet over time. */
        Balances: {
            /** @example YEM */
            currency: string;
            /** @description The begin of the time, and the balance then. */
            opening: {
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                at: string;
                /**
                 * @description The balance from then on, in major units; money on hold is in it.
                 * @example 2250.00
                 */
                balance: Money;
            };
            /** @description The changes since then, the first of them first; at most 200. Each has the time of its entry, and the balance after it. */
            data: {
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                at: string;
                /**
                 * @description The balance from then on, in major units; money on hold is in it.
                 * @example 2250.00
                 */
                balance: Money;
            }[];
            /**
             * Format: date-time
             * @description The end of the time: now.
             * @example 2026-11-28T09:30:00.000000Z
             */
            until: string;
            /** @description Whether each entry is there. False when they are more than 200: the time is then cut into 200 equal parts, and the last entry of each part is there. */
            is_exact: boolean;
        };
        /** @description One page of a list. */
        TransactionsPage: {
            data: components["schemas"]["Transaction"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example NDp0cmFuc2FjdGlvbnM6VklCTEVJWVdIY2I6MTc5NTQyNjIwMDAxODIwNA
             */
            next_cursor: string | null;
        };
        /** @description The recorded outcome of one operation. */
        Transaction: {
            /** @example txn_01kazv5q0vfvtrx6r2n1p3b4c5 */
            id: string;
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /**
             * @description The readable, unique name of the transaction.
             * @example TRF-261123-7K3M-9QXT-2A4B
             */
            reference: string;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * Format: date-time
             * @description When the service received the request.
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
             * @example 2026-11-23T09:30:00.018204Z
             */
            posted_at: string;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The owner of the wallet on the other side. Only in what you read of your own: GET /v1/transactions, /v1/transactions/{id} and /v1/holds/{id}. Null for deposits, withdrawals, exchanges, corrections, failed transactions and deleted accounts. */
            counterparty?: {
                /**
                 * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                 * @example B*** N***
                 */
                name: string;
                /** @description Whether it is you: both wallets are yours. */
                is_own: boolean;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
        };
        TransactionDetails: {
            /** @example txn_01kazv5q0vfvtrx6r2n1p3b4c5 */
            id: string;
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /**
             * @description The readable, unique name of the transaction.
             * @example TRF-261123-7K3M-9QXT-2A4B
             */
            reference: string;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * Format: date-time
             * @description When the service received the request.
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
             * @example 2026-11-23T09:30:00.018204Z
             */
            posted_at: string;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The owner of the wallet on the other side. Only in what you read of your own: GET /v1/transactions, /v1/transactions/{id} and /v1/holds/{id}. Null for deposits, withdrawals, exchanges, corrections, failed transactions and deleted accounts. */
            counterparty?: {
                /**
                 * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                 * @example B*** N***
                 */
                name: string;
                /** @description Whether it is you: both wallets are yours. */
                is_own: boolean;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
            /** @description What was given back of a successful TRANSFER, CAPTURE or DEPOSIT. Null for others. */
            refunds: {
                /**
                 * @description The currency that the receiver got.
                 * @example YEM
                 */
                currency: string;
                /**
                 * @description What refunds and reversals have given back of the original together, in the currency that its receiver got.
                 * @example 100.00
                 */
                refunded: Money;
                /**
                 * @description What its receiver can still give back.
                 * @example 150.00
                 */
                refundable: Money;
                /** @description The refunds and reversals, the last committed first. */
                transaction_ids: string[];
            } | null;
        };
        /** @description What a dry run would have recorded, and what it would have given back in total. */
        RefundPreview: {
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
            /**
             * @description What refunds and reversals have given back of the original together, in the currency that its receiver got.
             * @example 100.00
             */
            refunded: Money;
            /**
             * @description What its receiver can still give back.
             * @example 150.00
             */
            refundable: Money;
        };
        /** @description A recorded refund, and what was given back of its original when it was committed. */
        Refund: {
            /** @example txn_01kazv5q0vfvtrx6r2n1p3b4c5 */
            id: string;
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /**
             * @description The readable, unique name of the transaction.
             * @example TRF-261123-7K3M-9QXT-2A4B
             */
            reference: string;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * Format: date-time
             * @description When the service received the request.
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
             * @example 2026-11-23T09:30:00.018204Z
             */
            posted_at: string;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The owner of the wallet on the other side. Only in what you read of your own: GET /v1/transactions, /v1/transactions/{id} and /v1/holds/{id}. Null for deposits, withdrawals, exchanges, corrections, failed transactions and deleted accounts. */
            counterparty?: {
                /**
                 * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                 * @example B*** N***
                 */
                name: string;
                /** @description Whether it is you: both wallets are yours. */
                is_own: boolean;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
            /**
             * @description What refunds and reversals have given back of the original together, in the currency that its receiver got.
             * @example 100.00
             */
            refunded: Money;
            /**
             * @description What its receiver can still give back.
             * @example 150.00
             */
            refundable: Money;
        };
        RefundRequest: {
            /**
             * @description In the currency that you got: the payment's, or the target currency of an exchange. Without it, all that is left.
             * @example 2500.00
             */
            amount?: Money;
            /**
             * @description Both sides can read it.
             * @example rent for November
             */
            note?: string;
        };
        /** @description What a dry run would have recorded: a transaction without its id and times. */
        TransactionPreview: {
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
        };
        /** @description Money that is paid in through the provider. */
        Deposit: {
            /**
             * @description The deposit.
             * @example dpi_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `pending` until the provider has the money. All others are final.
             * @enum {string}
             */
            status: "pending" | "succeeded" | "failed" | "expired";
            /** @example 2500.00 */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /**
             * @description Why it failed. Null unless it has failed.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | "provider_failed" | null;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it reached its final status.
             * @example 2026-11-23T10:05:00.000Z
             */
            completed_at: string | null;
            /**
             * @description The transaction that moved the money; null before.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            transaction_id: string | null;
            /**
             * @description The payer names it to the provider.
             * @example FND-261123-2M8N-4QXT-7A1B
             */
            reference: string;
            /**
             * @description What the payer must do. Null when nothing is left to do.
             * @example Pay the amount at the provider, and name the reference.
             */
            instructions: string | null;
            /**
             * Format: date-time
             * @description The deposit is not credited from then on: 24 hours after it was made.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string | null;
        };
        DepositRequest: {
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            amount: Money;
            /**
             * @description ISO 4217, or YEM.
             * @default YEM
             * @example YEM
             */
            currency?: string;
            /**
             * @description A wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id?: string;
            /**
             * @description Your own phone, instead of wallet_id. Without both, your default wallet of the currency.
             * @example +967771234567
             */
            phone?: string;
        };
        /** @description One page of a list. */
        DepositsPage: {
            data: components["schemas"]["Deposit"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example MjpkZXBvc2l0czpxanlEcEtZcHByMjpkcGlfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        /** @description Money that the provider pays out. */
        Withdrawal: {
            /**
             * @description The withdrawal.
             * @example pay_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `pending` and `sent`: the money is held, in `sent` the provider has accepted the payout. All others are final.
             * @enum {string}
             */
            status: "pending" | "sent" | "succeeded" | "failed" | "timed_out";
            /** @example 2500.00 */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /**
             * @description Why it failed. Null unless it has failed.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | "provider_failed" | null;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it reached its final status.
             * @example 2026-11-23T10:05:00.000Z
             */
            completed_at: string | null;
            /**
             * @description The transaction that moved the money; null before.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            transaction_id: string | null;
            /**
             * @description The provider names it in its events.
             * @example PAY-261123-5H2K-8RVW-3C6D
             */
            reference: string;
            /**
             * Format: date-time
             * @description Without an event of the provider the money is free again from then on: 72 hours after it was made.
             * @example 2026-11-26T09:30:00.000Z
             */
            expires_at: string | null;
        };
        WithdrawRequest: {
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            amount: Money;
            /**
             * @description ISO 4217, or YEM.
             * @default YEM
             * @example YEM
             */
            currency?: string;
            /**
             * @description A wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id?: string;
            /**
             * @description Your own phone, instead of wallet_id. Without both, your default wallet of the currency.
             * @example +967771234567
             */
            phone?: string;
        };
        /** @description One page of a list. */
        WithdrawalsPage: {
            data: components["schemas"]["Withdrawal"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example Mjp3aXRoZHJhd2FsczpOdXBCLXladDd1STpwYXlfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        TransferRequest: {
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            amount?: Money;
            /**
             * @description Without it, YEM.
             * @example YEM
             */
            currency?: string;
            /**
             * @description A quote of yours, instead of amount and currency: you pay its source_amount, and the recipient is paid its target_amount in their currency.
             * @example quo_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            quote_id?: string;
            /**
             * @description One of your wallets. Without it, your default wallet of the currency.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet_id?: string;
            /**
             * @description A wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet_id?: string;
            /**
             * @description The recipient's phone, instead of to_wallet_id. Their default wallet of the currency is paid.
             * @example +967771234567
             */
            to_phone?: string;
            /**
             * @description Both sides can read it.
             * @example rent for November
             */
            note?: string;
        };
        Limits: {
            /**
             * @description Which limits apply; operators set it.
             * @enum {string}
             */
            tier: "basic" | "verified" | "merchant";
            /**
             * @description Where days and months begin.
             * @example Asia/Aden
             */
            zone: string;
            data: components["schemas"]["CurrencyLimits"][];
        };
        CurrencyLimits: {
            /** @example YEM */
            currency: string;
            /** @description All of them, always in the same order. */
            limits: components["schemas"]["Limit"][];
        };
        Limit: {
            /**
             * @description `out`: payments to others, withdrawals and placed holds. `in`: payments from others and deposits. `_sum` limits an amount, `_count` a number of operations. `balance`: what all wallets of the currency hold together.
             * @enum {string}
             */
            name: "out_operation_sum" | "out_day_sum" | "out_day_count" | "out_month_sum" | "out_month_count" | "in_operation_sum" | "in_day_sum" | "in_day_count" | "in_month_sum" | "in_month_count" | "balance";
            /**
             * @description The largest value that is allowed. A decimal in major units; of a count, a whole number.
             * @example 100000.00
             */
            limit: Money;
            /**
             * @description What is left of it, at least 0. A decimal in major units; of a count, a whole number.
             * @example 100000.00
             */
            remaining: Money;
            /**
             * Format: date-time
             * @description When the day or month ends in the service's zone. Null for a limit of one operation or of the balance.
             * @example 2026-11-28T21:00:00.000Z
             */
            resets_at: string | null;
            /**
             * @description Null for a limit of one operation.
             * @example 149900.00
             */
            used: Money | null;
            /**
             * @description The window as an ISO 8601 duration, by the calendar of `zone`: R/<its start>/P1D. Null: none.
             * @enum {string|null}
             */
            period: "P1D" | "P1M" | null;
            /**
             * @description The limit of the tier. A decimal in major units; of a count, a whole number.
             * @example 100000.00
             */
            tier_limit: Money;
            /**
             * @description The limit that you have set; null when there is none. A decimal in major units; of a count, a whole number.
             * @example 100000.00
             */
            own_limit: Money | null;
            /** @description The raise or removal of the own limit that is still to come. */
            pending: {
                /**
                 * @description The next own limit; null: none. A decimal in major units; of a count, a whole number.
                 * @example 100000.00
                 */
                own_limit: Money | null;
                /**
                 * Format: date-time
                 * @example 2026-11-24T09:30:00.000Z
                 */
                applies_at: string;
            } | null;
        };
        /** @description What you pay to others or withdraw. Null removes an own limit. A lower limit applies at once, a higher one or none after 24 hours. */
        ChangeOwnLimitsRequest: {
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            operation_sum?: Money | null;
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            day_sum?: Money | null;
            day_count?: number | null;
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            month_sum?: Money | null;
            month_count?: number | null;
        };
        /** @description What a dry run would have recorded, and the hold after it. */
        HoldTransactionPreview: {
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
            hold: {
                /**
                 * @description `open`, or how it ended: `captured` by its last capture, `voided`, or `expired`. It never changes again then.
                 * @enum {string}
                 */
                state: "open" | "captured" | "voided" | "expired";
                /**
                 * @description Yours: the payer placed it, the payee can capture it. If you are both: `payer`.
                 * @enum {string}
                 */
                role: "payer" | "payee";
                /**
                 * @description The total that can be captured.
                 * @example 400.00
                 */
                amount: Money;
                /**
                 * @description What was captured.
                 * @example 0.00
                 */
                captured: Money;
                /**
                 * @description What can still be captured; 0 once it has ended.
                 * @example 400.00
                 */
                capturable: Money;
                /** @example YEM */
                currency: string;
                /**
                 * @description The wallet whose money is reserved.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                from_wallet: string;
                /**
                 * @description The wallet that is paid; null: one that would be opened.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                to_wallet: string | null;
                /** @example booking 7 */
                note: string | null;
                /** @description Whether its payer may void it, too. */
                payer_can_void: boolean;
                /**
                 * Format: date-time
                 * @description When it was placed.
                 * @example 2026-11-24T09:30:00.000Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @description From then on nothing can be captured.
                 * @example 2026-11-24T09:30:00.000Z
                 */
                expires_at: string;
                /**
                 * Format: date-time
                 * @description When it ended; null while it is open.
                 * @example 2026-11-24T09:30:00.000Z
                 */
                closed_at: string | null;
            };
        };
        /** @description A recorded transaction, and the hold after it. */
        HoldTransaction: {
            /** @example txn_01kazv5q0vfvtrx6r2n1p3b4c5 */
            id: string;
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /**
             * @description The readable, unique name of the transaction.
             * @example TRF-261123-7K3M-9QXT-2A4B
             */
            reference: string;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * Format: date-time
             * @description When the service received the request.
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
             * @example 2026-11-23T09:30:00.018204Z
             */
            posted_at: string;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The owner of the wallet on the other side. Only in what you read of your own: GET /v1/transactions, /v1/transactions/{id} and /v1/holds/{id}. Null for deposits, withdrawals, exchanges, corrections, failed transactions and deleted accounts. */
            counterparty?: {
                /**
                 * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                 * @example B*** N***
                 */
                name: string;
                /** @description Whether it is you: both wallets are yours. */
                is_own: boolean;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
            hold: components["schemas"]["Hold"];
        };
        /** @description Money of a payer that is reserved for a payee. */
        Hold: {
            /**
             * @description The hold.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `open`, or how it ended: `captured` by its last capture, `voided`, or `expired`. It never changes again then.
             * @enum {string}
             */
            state: "open" | "captured" | "voided" | "expired";
            /**
             * @description Yours: the payer placed it, the payee can capture it. If you are both: `payer`.
             * @enum {string}
             */
            role: "payer" | "payee";
            /**
             * @description The total that can be captured.
             * @example 400.00
             */
            amount: Money;
            /**
             * @description What was captured.
             * @example 0.00
             */
            captured: Money;
            /**
             * @description What can still be captured; 0 once it has ended.
             * @example 400.00
             */
            capturable: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet whose money is reserved.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string;
            /**
             * @description The wallet that is paid.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet: string;
            /** @description The owner of the other wallet: the payee for the payer, the payer for the payee. Only in GET /v1/holds and /v1/holds/{id}. Null for a deleted account. */
            counterparty?: {
                /**
                 * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                 * @example B*** N***
                 */
                name: string;
                /** @description Whether it is you: both wallets are yours. */
                is_own: boolean;
            } | null;
            /** @example booking 7 */
            note: string | null;
            /** @description Whether its payer may void it, too. */
            payer_can_void: boolean;
            /**
             * Format: date-time
             * @description When it was placed.
             * @example 2026-11-24T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on nothing can be captured.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When it ended; null while it is open.
             * @example 2026-11-24T09:30:00.000Z
             */
            closed_at: string | null;
        };
        HoldRequest: {
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            amount: Money;
            /**
             * @description ISO 4217, or YEM.
             * @default YEM
             * @example YEM
             */
            currency?: string;
            /**
             * @description One of your wallets. Without it, your default wallet of the currency.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet_id?: string;
            /**
             * @description A wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet_id?: string;
            /**
             * @description The payee's phone, instead of to_wallet_id. The hold is for their default wallet of the currency.
             * @example +967771234567
             */
            to_phone?: string;
            /**
             * @description Seconds from now until it expires.
             * @example 86400
             */
            expires_in: number;
            /**
             * @description Whether you may void it, too. Without it only the payee may.
             * @default false
             */
            payer_can_void?: boolean;
            /**
             * @description Both sides can read it.
             * @example rent for November
             */
            note?: string;
        };
        /** @description One page of a list. */
        HoldsPage: {
            data: components["schemas"]["Hold"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example Mjpob2xkczpZRVNnV21aX2tRWjpobGRfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        /** @description A hold and its successful transactions. */
        HoldDetails: {
            /**
             * @description The hold.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `open`, or how it ended: `captured` by its last capture, `voided`, or `expired`. It never changes again then.
             * @enum {string}
             */
            state: "open" | "captured" | "voided" | "expired";
            /**
             * @description Yours: the payer placed it, the payee can capture it. If you are both: `payer`.
             * @enum {string}
             */
            role: "payer" | "payee";
            /**
             * @description The total that can be captured.
             * @example 400.00
             */
            amount: Money;
            /**
             * @description What was captured.
             * @example 0.00
             */
            captured: Money;
            /**
             * @description What can still be captured; 0 once it has ended.
             * @example 400.00
             */
            capturable: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet whose money is reserved.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string;
            /**
             * @description The wallet that is paid.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet: string;
            /** @description The owner of the other wallet: the payee for the payer, the payer for the payee. Only in GET /v1/holds and /v1/holds/{id}. Null for a deleted account. */
            counterparty?: {
                /**
                 * @description The name that they have at present, masked as in POST /v1/recipients/check: the first letter of each word, and three stars.
                 * @example B*** N***
                 */
                name: string;
                /** @description Whether it is you: both wallets are yours. */
                is_own: boolean;
            } | null;
            /** @example booking 7 */
            note: string | null;
            /** @description Whether its payer may void it, too. */
            payer_can_void: boolean;
            /**
             * Format: date-time
             * @description When it was placed.
             * @example 2026-11-24T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on nothing can be captured.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When it ended; null while it is open.
             * @example 2026-11-24T09:30:00.000Z
             */
            closed_at: string | null;
            /** @description How it was placed, raised or extended, captured and voided, the first first. An expiry has no transaction. */
            transactions: components["schemas"]["Transaction"][];
        };
        CaptureRequest: {
            /**
             * @description In the currency of the hold. Without it, all that is left.
             * @example 2500.00
             */
            amount?: Money;
            /**
             * @description Whether the hold ends with this capture: what it leaves is free again. `false` keeps the rest reserved.
             * @default true
             */
            final?: boolean;
            /**
             * @description Both sides can read it.
             * @example rent for November
             */
            note?: string;
        };
        VoidRequest: Record<string, never>;
        AmendHoldRequest: {
            /**
             * @description The new total in the currency of the hold, what was captured included.
             * @example 2500.00
             */
            amount?: Money;
            /**
             * @description Seconds from now until it expires.
             * @example 86400
             */
            expires_in?: number;
        };
        FundingEventAnswer: {
            /**
             * @description The event, as this service has recorded it.
             * @example fev_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `applied`: it took effect. `absorbed`: it says what was so already. `suspense`: an operator decides.
             * @enum {string}
             */
            decision: "applied" | "absorbed" | "suspense";
            /**
             * @description Why it was not applied.
             * @enum {string|null}
             */
            reason: "already_done" | "unknown_type" | "unknown_reference" | "currency_mismatch" | "amount_mismatch" | "late" | "paid_twice" | "succeeded_after_failure" | "failed_after_success" | "wallet_frozen" | "wallet_closed" | "balance_limit_exceeded" | "limit_exceeded" | null;
        };
        FundingEventRequest: {
            /**
             * @description One of deposit.succeeded, deposit.failed, payout.succeeded, payout.failed; others are ignored.
             * @example deposit.succeeded
             */
            type: string;
            /** @default {} */
            data?: {
                /**
                 * @description The reference of the deposit or withdrawal.
                 * @default
                 * @example FND-261123-2M8N-4QXT-7A1B
                 */
                reference?: string;
                /**
                 * @description The provider's own name of the payment: two payments have two.
                 * @default
                 * @example pmt_7Q2
                 */
                payment_id?: string;
                /**
                 * @description Decimal, in major units.
                 * @default
                 * @example 2500.00
                 */
                amount?: Money;
                /**
                 * @description The currency's code.
                 * @default
                 * @example YEM
                 */
                currency?: string;
            };
        };
        /** @description What a payer sees of a recipient before paying. */
        Recipient: {
            /**
             * @description The first letter of each word of the name, and three stars for the rest.
             * @example B*** N***
             */
            name: string;
            /** @description Whether the recipient has proven their phone number by a code. */
            is_verified: boolean;
            /**
             * @description The currencies in which a transfer to this phone or wallet arrives now.
             * @example [
             *       "USD",
             *       "YEM"
             *     ]
             */
            currencies: string[];
            /** @description Whether a transfer to this phone in another currency opens a wallet for the recipient. */
            opens_wallets: boolean;
        };
        /** @description Exactly one of `phone` and `wallet_id`, as a transfer names its recipient. */
        CheckRecipientRequest: {
            /**
             * @description E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.
             * @example +967771234567
             */
            phone?: string;
            /**
             * @description A wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id?: string;
        };
        CurrencyList: {
            data: components["schemas"]["Currency"][];
        };
        Currency: {
            /**
             * @description ISO 4217, or YEM.
             * @example YEM
             */
            code: string;
            /**
             * @description Decimals of an amount in this currency.
             * @example 2
             */
            exponent: number;
            /**
             * @description The markets of the rial, whose money is different: a wallet in YEM and a rate of YEM belong to one of them. Empty for other currencies.
             * @example [
             *       "aden",
             *       "sanaa"
             *     ]
             */
            markets: ("aden" | "sanaa")[];
            /**
             * @description YEM for YER: no wallets are opened and no deposits taken in YER. Who has such a wallet exchanges it into YEM at exactly 1 to 1 and without a fee. Null for other currencies.
             * @example null
             */
            replaced_by: string | null;
            /** @example Yemeni Rial */
            name: string;
            /**
             * @description The largest amount that moves without a fresh second factor.
             * @example 100000.00
             */
            step_up_above: Money;
        };
        /** @description One page of a list. */
        RatesPage: {
            data: components["schemas"]["Rate"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example MjpyYXRlczp6RjZQSk1CRUFUdjpVU0QgWUVNIGFkZW4
             */
            next_cursor: string | null;
        };
        /** @description An exchange rate of two currencies, in both directions. */
        Rate: {
            /**
             * @description The rate.
             * @example rat_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description Of the two currencies the first by the alphabet.
             * @example USD
             */
            base_currency: string;
            /** @example YEM */
            counter_currency: string;
            /**
             * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
             * @example aden
             * @enum {string|null}
             */
            market: "aden" | "sanaa" | null;
            /**
             * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
             * @example 1620
             */
            rate: string;
            /**
             * @description Major units of the base currency.
             * @example 1
             */
            unit: number;
            /** @example 1620 */
            numerator: string;
            /**
             * @description `unit` of base are worth numerator ÷ denominator of counter.
             * @example 1
             */
            denominator: string;
            /**
             * @description Taken off the rate in either direction. 100 are 1 %.
             * @example 50
             */
            spread_basis_points: number;
            /**
             * @description Of the source amount.
             * @example 20
             */
            fee_basis_points: number;
            /**
             * @description The largest amount of one quote, in the base currency.
             * @example 20000.00
             */
            quote_max: Money;
            /**
             * @description Who set it: operators, the feed, or `npm start` for trying the service (never in production).
             * @enum {string}
             */
            source: "operator" | "feed" | "sandbox";
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on there is no rate of the pair, unless a newer one was set.
             * @example 2026-11-24T09:30:00.000Z
             */
            valid_until: string;
        };
        /** @description An offer to exchange money, which can be used once. */
        Quote: {
            /**
             * @description The quote.
             * @example quo_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description Open quotes can be used. You have at most 5.
             * @enum {string}
             */
            status: "open" | "used" | "expired";
            /** @enum {string} */
            side: "source" | "target";
            /** @example USD */
            from_currency: string;
            /** @example YEM */
            to_currency: string;
            /**
             * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
             * @example aden
             * @enum {string|null}
             */
            market: "aden" | "sanaa" | null;
            /**
             * @description What leaves the source wallet, the fee included.
             * @example 100.00
             */
            source_amount: Money;
            /**
             * @description The part of source_amount that is the fee.
             * @example 0.20
             */
            fee_amount: Money;
            /**
             * @description What reaches the target wallet.
             * @example 160867.62
             */
            target_amount: Money;
            /** @description The rate with its spread and fee apart. Null: YER into YEM, one to one and without a fee. */
            rate: {
                /**
                 * @description Of the two currencies the first by the alphabet.
                 * @example USD
                 */
                base_currency: string;
                /** @example YEM */
                counter_currency: string;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /**
                 * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                 * @example 1620
                 */
                rate: string;
                /**
                 * @description Major units of the base currency.
                 * @example 1
                 */
                unit: number;
                /** @example 1620 */
                numerator: string;
                /**
                 * @description `unit` of base are worth numerator ÷ denominator of counter.
                 * @example 1
                 */
                denominator: string;
                /**
                 * @description Taken off the rate in either direction. 100 are 1 %.
                 * @example 50
                 */
                spread_basis_points: number;
                /**
                 * @description Of the source amount.
                 * @example 20
                 */
                fee_basis_points: number;
            } | null;
            /**
             * @description The wallet that the request named.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet_id: string | null;
            /**
             * @description The wallet that the request named.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on it cannot be used: 30 seconds after it was made, by the database's time.
             * @example 2026-11-23T09:30:30.000Z
             */
            expires_at: string;
        };
        QuoteRequest: {
            /**
             * @description The currency to pay. This or from_wallet_id.
             * @example YEM
             */
            from_currency?: string;
            /**
             * @description One of your wallets: its currency is paid.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet_id?: string;
            /**
             * @description The currency to receive. This or to_wallet_id.
             * @example YEM
             */
            to_currency?: string;
            /**
             * @description One of your wallets: its currency is received. To pay somebody else, name to_currency.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet_id?: string;
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            amount: Money;
            /**
             * @description Whether `amount` is what you pay (source, the fee included) or what is received (target).
             * @enum {string}
             */
            side: "source" | "target";
            /**
             * @description The market of the rial. Without it, that of the named wallet in YEM, else that of your default wallet in YEM.
             * @example aden
             * @enum {string}
             */
            market?: "aden" | "sanaa";
        };
        ExchangeRequest: {
            /**
             * @description A quote.
             * @example quo_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            quote_id: string;
            /**
             * @description The wallet that pays. Without it, the one that the quote names, else your default wallet of the currency.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet_id?: string;
            /**
             * @description Your wallet that receives. Without it, the same.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet_id?: string;
            /**
             * @description Both sides can read it.
             * @example rent for November
             */
            note?: string;
        };
        /** @description A user as operators see them. */
        Account: {
            /**
             * @description The user.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @example Amina Saleh */
            username: string | null;
            /**
             * @description A phone number in E.164.
             * @example +967771234567
             */
            phone: string | null;
            /** @enum {string} */
            role: "user" | "support" | "admin";
            /**
             * @description Which limits apply.
             * @enum {string}
             */
            tier: "basic" | "verified" | "merchant";
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the account was deleted and its personal data erased.
             */
            deleted_at: string | null;
            /** @description The suspension in force; null when there is none. */
            suspension: {
                /** Format: date-time */
                since: string;
                /** @enum {string} */
                reason: "owner_request" | "suspected_takeover" | "suspected_fraud" | "investigation" | "legal_order";
            } | null;
        };
        /** @description A role that waits for a second admin. */
        RoleProposal: {
            /**
             * @description The proposal.
             * @example rlp_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description The user who would get the role.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id: string;
            /** @enum {string} */
            role: "support" | "admin";
            /**
             * @description The admin who proposed it.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            proposed_by: string;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it can no longer be approved: 24 hours after it was made.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string;
        };
        ChangeRoleRequest: {
            /** @enum {string} */
            role: "user" | "support" | "admin";
        };
        RemoveUserFactorsRequest: {
            /** @enum {string} */
            reason: "owner_request" | "suspected_takeover";
        };
        /** @description One page of a list. */
        OperatorsPage: {
            data: components["schemas"]["Account"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example MzpvcGVyYXRvcnM6cTQ1blZaRHhMTS06dXNyXzAxa2F6djVxMHZmdnRyeDZyMm4xcDNiNGM1
             */
            next_cursor: string | null;
        };
        /** @description One page of a list. */
        WatchedAuditEventsPage: {
            data: components["schemas"]["WatchedAuditEvent"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example NDphdWRpdF9ldmVudHM6aE5kUHJOUl9BQ2M6MTc5NTQyNjIwMDAxODIwNDphdWRfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        /** @description An audit event as operators see it. */
        WatchedAuditEvent: {
            /**
             * @description The event.
             * @example aud_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @enum {string} */
            type: "user_registered" | "user_logged_in" | "log_in_refused" | "user_logged_out" | "refresh_token_reused" | "refresh_retried" | "session_ended" | "other_sessions_ended" | "session_displaced" | "profile_changed" | "password_changed" | "contact_code_sent" | "contact_code_refused" | "contact_verified" | "password_reset" | "user_deleted" | "second_factor_asked" | "second_factor_proven" | "second_factor_refused" | "session_stepped_up" | "totp_enrolment_begun" | "totp_enrolled" | "totp_removed" | "passkey_added" | "passkey_renamed" | "passkey_removed" | "passkey_counter_refused" | "recovery_codes_made" | "factors_removed" | "wallet_opened" | "wallet_changed" | "ownership_refused" | "role_refused" | "role_changed" | "operators_listed" | "operator_acts_looked_up" | "user_looked_up" | "lookup_found_nobody" | "wallets_looked_up" | "audit_events_looked_up" | "wallet_frozen" | "wallet_unfrozen" | "freeze_expired" | "sessions_ended" | "user_suspended" | "suspension_lifted" | "role_proposed" | "role_proposal_rejected" | "current_password_refused" | "enrolment_code_refused" | "phone_released" | "rate_set" | "rate_proposed" | "rate_proposal_rejected" | "own_limits_changed" | "tier_changed" | "wallet_closed" | "wallet_reopened" | "adjustment_proposed" | "adjustment_rejected" | "adjustment_made" | "reversal_proposed" | "reversal_rejected" | "reversal_made" | "transactions_looked_up" | "limits_looked_up" | "sessions_looked_up" | "factors_looked_up";
            /**
             * @description Who acted: the user, an operator by their role, or the service itself.
             * @enum {string}
             */
            actor: "self" | "support" | "admin" | "service";
            /**
             * @description The wallet that the event is about.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string | null;
            /**
             * Format: date-time
             * @description Later events of one user, or of one operator, have a later time.
             * @example 2026-11-23T09:30:00.018204Z
             */
            created_at: string;
            /**
             * @example {
             *       "fields": [
             *         "username"
             *       ]
             *     }
             */
            details: {
                [key: string]: string | string[];
            };
            /**
             * @description The user whom the event is about.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id: string;
            /**
             * @description The operator who acted.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            actor_id: string | null;
        };
        /** @description A rate that waits for a second admin. */
        RateProposal: {
            /**
             * @description The proposal.
             * @example prp_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description Of the two currencies the first by the alphabet.
             * @example USD
             */
            base_currency: string;
            /** @example YEM */
            counter_currency: string;
            /**
             * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
             * @example aden
             * @enum {string|null}
             */
            market: "aden" | "sanaa" | null;
            /**
             * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
             * @example 1620
             */
            rate: string;
            /**
             * @description Major units of the base currency.
             * @example 1
             */
            unit: number;
            /** @example 1620 */
            numerator: string;
            /**
             * @description `unit` of base are worth numerator ÷ denominator of counter.
             * @example 1
             */
            denominator: string;
            /**
             * @description Taken off the rate in either direction. 100 are 1 %.
             * @example 50
             */
            spread_basis_points: number;
            /**
             * @description Of the source amount.
             * @example 20
             */
            fee_basis_points: number;
            /**
             * @description The largest amount of one quote, in the base currency.
             * @example 20000.00
             */
            quote_max: Money;
            /** @example 86400 */
            valid_for_seconds: number;
            /**
             * @description The admin who proposed it.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            proposed_by: string;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it can no longer be approved: 24 hours after it was made.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string;
        };
        SetRateRequest: {
            /**
             * @description ISO 4217, or YEM.
             * @example YEM
             */
            base_currency: string;
            /**
             * @description ISO 4217, or YEM.
             * @example YEM
             */
            counter_currency: string;
            /**
             * @description Required if one of the currencies is YEM, else left out.
             * @example aden
             * @enum {string}
             */
            market?: "aden" | "sanaa";
            /**
             * @description What `unit` of the base currency are worth in the counter currency.
             * @example 1620
             */
            rate: string;
            /** @default 1 */
            unit?: number;
            /**
             * @description Taken off the rate in either direction. 100 are 1 %.
             * @example 50
             */
            spread_basis_points: number;
            /**
             * @description Of the source amount.
             * @example 50
             */
            fee_basis_points: number;
            /**
             * @description The largest amount of one quote, in base_currency. Without it, 100 times `step_up_above` of the currency.
             * @example 2500.00
             */
            quote_max?: Money;
            /**
             * @description How long the rate is in force, unless a newer one is set.
             * @example 86400
             */
            valid_for_seconds: number;
        };
        /** @description One page of a list. */
        RateProposalsPage: {
            data: components["schemas"]["RateProposal"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example MjpyYXRlX3Byb3Bvc2FsczpxSlBiT0lHUkJBbjpwcnBfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        /** @description One page of a list. */
        RoleProposalsPage: {
            data: components["schemas"]["RoleProposal"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example Mjpyb2xlX3Byb3Bvc2FsczpHTUxsd3pnX29ZZTpybHBfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        FindUserRequest: {
            /**
             * @description E.164, or a national number of the service's own country. Digits of any script, and marks and blanks around or between them, are accepted.
             * @example +967771234567
             */
            phone: string;
        };
        WatchedWalletList: {
            data: components["schemas"]["OperatorWalletView"][];
        };
        /** @description A wallet as operators see it. */
        OperatorWalletView: {
            /**
             * @description The wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @example YEM */
            currency: string;
            /**
             * @description Whose rial a wallet in YEM holds. Null for other currencies. Rials of Aden and Sana'a pass between wallets only by an exchange.
             * @example aden
             * @enum {string|null}
             */
            market: "aden" | "sanaa" | null;
            /** @example Savings */
            label: string | null;
            /** @enum {string} */
            status: "active" | "frozen" | "closed";
            /**
             * @description What the freeze stops: money that leaves the wallet (`debits`), money that enters it (`credits`), or both. Null while the wallet is not frozen.
             * @enum {string|null}
             */
            freeze_scope: "debits" | "credits" | "both" | null;
            /** @description Whether it receives payments to the owner's phone in its currency. */
            is_default: boolean;
            /**
             * @description All money in the wallet, held money included.
             * @example 2500.00
             */
            balance: Money;
            /**
             * @description What can be spent: the balance less the held amount.
             * @example 2500.00
             */
            available: Money;
            /**
             * @description The amount that is reserved.
             * @example 0.00
             */
            held: Money;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /** @description The freeze in force; null when there is none. */
            freeze: {
                /** @enum {string} */
                reason: "owner_request" | "suspected_takeover" | "suspected_fraud" | "investigation" | "legal_order";
                /** @enum {string} */
                scope: "debits" | "credits" | "both";
                /** Format: date-time */
                until: string | null;
            } | null;
        };
        SuspendUserRequest: {
            /** @enum {string} */
            reason: "owner_request" | "suspected_takeover" | "suspected_fraud" | "investigation" | "legal_order";
        };
        LiftSuspensionRequest: {
            /** @enum {string} */
            reason: "owner_verified" | "resolved" | "mistake";
        };
        SetTierRequest: {
            /** @enum {string} */
            tier: "basic" | "verified" | "merchant";
            /** @enum {string} */
            reason: "identity_verified" | "business_verified" | "owner_request" | "verification_expired" | "risk";
        };
        FreezeWalletRequest: {
            /** @enum {string} */
            reason: "owner_request" | "suspected_takeover" | "suspected_fraud" | "investigation" | "legal_order";
            /**
             * @description What it stops: money that leaves the wallet (`debits`), money that enters it (`credits`), or both, which is the default.
             * @enum {string}
             */
            scope?: "debits" | "credits" | "both";
            /**
             * Format: date-time
             * @description When the freeze ends by itself, at most 365 days ahead. Without it, the freeze lasts until it is lifted.
             * @example 2026-11-01T00:00:00Z
             */
            until?: string;
        };
        ReopenWalletRequest: {
            /** @enum {string} */
            reason: "owner_request" | "suspected_takeover" | "mistake";
        };
        UnfreezeWalletRequest: {
            /** @enum {string} */
            reason: "owner_verified" | "resolved" | "mistake";
        };
        /** @description Money to be moved, which waits for a second admin. */
        MoneyProposal: {
            /**
             * @description The proposal.
             * @example prp_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @enum {string} */
            kind: "adjustment" | "reversal";
            /**
             * @description The user concerned.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id: string;
            /**
             * @description Their wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /** @example 250.00 */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description Of an adjustment.
             * @enum {string|null}
             */
            direction: "credit" | "debit" | null;
            /**
             * @description The transaction that a reversal undoes.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            reverses: string | null;
            /**
             * @description What a reversal does when the money is spent.
             * @enum {string|null}
             */
            shortfall: "refuse" | "available" | "loss_wallet" | null;
            /** @enum {string} */
            reason: "service_error" | "provider_error" | "unapplied_funds" | "chargeback" | "goodwill" | "legal_order" | "duplicate_payment" | "mistaken_payment" | "fraud";
            /** @example CASE-1042 */
            ticket: string | null;
            /**
             * @description The event in suspense that it resolves.
             * @example fev_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            funding_event_id: string | null;
            /**
             * @description The admin who proposed it.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            proposed_by: string;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it can no longer be approved: 24 hours after it was made.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string;
        };
        ProposeAdjustmentRequest: {
            /**
             * @description A positive plain decimal in major units. Send a string; a JSON number is accepted up to 15 significant digits. No sign, exponent, blanks or more decimals than the currency has.
             * @example 2500.00
             */
            amount: Money;
            /**
             * @description ISO 4217, or YEM.
             * @default YEM
             * @example YEM
             */
            currency?: string;
            /**
             * @description `credit` adds to the wallet's balance, `debit` takes from it.
             * @enum {string}
             */
            direction: "credit" | "debit";
            /** @enum {string} */
            reason: "service_error" | "provider_error" | "unapplied_funds" | "chargeback" | "goodwill" | "legal_order";
            /**
             * @description The operators' own case number.
             * @example CASE-1042
             */
            ticket?: string;
            /**
             * @description The event in suspense that the adjustment resolves: once.
             * @example fev_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            funding_event_id?: string;
        };
        /** @description One page of a list. */
        MoneyProposalsPage: {
            data: components["schemas"]["MoneyProposal"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example Mjptb25leV9wcm9wb3NhbHM6Z2xNZjFHT0pNcm86cHJwXzAxa2F6djVxMHZmdnRyeDZyMm4xcDNiNGM1
             */
            next_cursor: string | null;
        };
        /** @description A proposal whose money has moved. */
        ApprovedProposal: {
            /**
             * @description The proposal.
             * @example prp_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @enum {string} */
            kind: "adjustment" | "reversal";
            /**
             * @description The user concerned.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id: string;
            /**
             * @description Their wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /** @example 250.00 */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description Of an adjustment.
             * @enum {string|null}
             */
            direction: "credit" | "debit" | null;
            /**
             * @description The transaction that a reversal undoes.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            reverses: string | null;
            /**
             * @description What a reversal does when the money is spent.
             * @enum {string|null}
             */
            shortfall: "refuse" | "available" | "loss_wallet" | null;
            /** @enum {string} */
            reason: "service_error" | "provider_error" | "unapplied_funds" | "chargeback" | "goodwill" | "legal_order" | "duplicate_payment" | "mistaken_payment" | "fraud";
            /** @example CASE-1042 */
            ticket: string | null;
            /**
             * @description The event in suspense that it resolves.
             * @example fev_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            funding_event_id: string | null;
            /**
             * @description The admin who proposed it.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            proposed_by: string;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it can no longer be approved: 24 hours after it was made.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string;
            /**
             * @description The transaction that moved the money.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            transaction_id: string;
        };
        /** @description One page of a list. */
        SuspendedEventsPage: {
            data: components["schemas"]["SuspendedEvent"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example MjpmdW5kaW5nX2V2ZW50czpWMFkxLTJTM0RkbDpmZXZfMDFrYXp2NXEwdmZ2dHJ4NnIybjFwM2I0YzU
             */
            next_cursor: string | null;
        };
        /** @description An event that waits for an operator. */
        SuspendedEvent: {
            /**
             * @description The event.
             * @example fev_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /** @example deposit.succeeded */
            type: string;
            /** @enum {string} */
            reason: "already_done" | "unknown_type" | "unknown_reference" | "currency_mismatch" | "amount_mismatch" | "late" | "paid_twice" | "succeeded_after_failure" | "failed_after_success" | "wallet_frozen" | "wallet_closed" | "balance_limit_exceeded" | "limit_exceeded";
            /** @example FND-261123-2M8N-4QXT-7A1B */
            reference: string;
            /** @example pmt_7Q2 */
            payment_id: string;
            /**
             * @description As the provider sent it.
             * @example 2500.00
             */
            amount: Money;
            /**
             * @description As the provider sent it.
             * @example YEM
             */
            currency: string;
            /**
             * @description The owner of the deposit or withdrawal that it names; null when it names none.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id: string | null;
            /**
             * @description Its wallet; null: the reference is unknown.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string | null;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            received_at: string;
        };
        ProposeReversalRequest: {
            /** @enum {string} */
            reason: "service_error" | "duplicate_payment" | "mistaken_payment" | "fraud" | "legal_order";
            /**
             * @description What is done when the receiver has spent the money. `refuse`: nothing. `available`: what is available is taken. `loss_wallet`: the service pays the rest.
             * @enum {string}
             */
            shortfall: "refuse" | "available" | "loss_wallet";
            /**
             * @description The operators' own case number.
             * @example CASE-1042
             */
            ticket?: string;
        };
        /** @description The service's state in numbers, without personal data. */
        ServiceHealth: {
            /**
             * Format: date-time
             * @description The database's clock.
             * @example 2026-11-23T09:30:00.018204Z
             */
            database_time: string;
            ledger: {
                /**
                 * Format: date-time
                 * @description When the job `verify_ledger` last ran, each minute. Null: not since this release.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                verified_at: string | null;
                /**
                 * Format: date-time
                 * @description Where the last span that it checked began.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                verified_from: string | null;
                /**
                 * Format: date-time
                 * @description Every transaction posted up to this was checked.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                verified_until: string | null;
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 0
                 */
                problems: number;
            };
            /** @description Messages that are not delivered yet. */
            messages: {
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 2
                 */
                count: number;
                /**
                 * Format: date-time
                 * @description Of the oldest. Null: nothing waits.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                oldest_at: string | null;
            };
            /** @description Deposits that the provider has no money for yet. */
            deposits: {
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 2
                 */
                count: number;
                /**
                 * Format: date-time
                 * @description Of the oldest. Null: nothing waits.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                oldest_at: string | null;
            };
            /** @description Payouts to hand to the provider, and those that it has accepted. */
            payouts: {
                pending: components["schemas"]["Waiting"];
                sent: components["schemas"]["Waiting"];
            };
            /** @description Events of the provider that are not decided yet; those in suspense are. */
            funding_events: {
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 2
                 */
                count: number;
                /**
                 * Format: date-time
                 * @description Of the oldest. Null: nothing waits.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                oldest_at: string | null;
            };
            /** @description Events that wait in suspense for an operator, among the newest 1,000 events in suspense. */
            suspended_events: {
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 2
                 */
                count: number;
                /**
                 * Format: date-time
                 * @description Of the oldest. Null: nothing waits.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                oldest_at: string | null;
            };
            /** @description Holds whose time has passed and whose rows a job is to close. */
            overdue_holds: {
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 2
                 */
                count: number;
                /**
                 * Format: date-time
                 * @description Of the oldest. Null: nothing waits.
                 * @example 2026-11-23T09:30:00.018204Z
                 */
                oldest_at: string | null;
            };
            /** @description What waits for a second admin. */
            open_proposals: {
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 0
                 */
                roles: number;
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 1
                 */
                rates: number;
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 0
                 */
                money: number;
            };
            /** @description The failed transactions of the last 24 hours by failure_code; no code without one. */
            refusals: {
                /** @enum {string} */
                code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable";
                /**
                 * @description At most 1,000: that number says so many or more.
                 * @example 12
                 */
                count: number;
            }[];
        };
        /** @description How much waits, and since when. */
        Waiting: {
            /**
             * @description At most 1,000: that number says so many or more.
             * @example 2
             */
            count: number;
            /**
             * Format: date-time
             * @description Of the oldest. Null: nothing waits.
             * @example 2026-11-23T09:30:00.018204Z
             */
            oldest_at: string | null;
        };
        /** @description One page of a list. */
        PastRatesPage: {
            data: components["schemas"]["PastRate"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example MjpwYXN0X3JhdGVzOkhyaWc0YWZ2ZmRIOjIw
             */
            next_cursor: string | null;
        };
        /** @description A rate in the history of its pair. */
        PastRate: {
            /**
             * @description The rate.
             * @example rat_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description Of the two currencies the first by the alphabet.
             * @example USD
             */
            base_currency: string;
            /** @example YEM */
            counter_currency: string;
            /**
             * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
             * @example aden
             * @enum {string|null}
             */
            market: "aden" | "sanaa" | null;
            /**
             * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
             * @example 1620
             */
            rate: string;
            /**
             * @description Major units of the base currency.
             * @example 1
             */
            unit: number;
            /** @example 1620 */
            numerator: string;
            /**
             * @description `unit` of base are worth numerator ÷ denominator of counter.
             * @example 1
             */
            denominator: string;
            /**
             * @description Taken off the rate in either direction. 100 are 1 %.
             * @example 50
             */
            spread_basis_points: number;
            /**
             * @description Of the source amount.
             * @example 20
             */
            fee_basis_points: number;
            /**
             * @description The largest amount of one quote, in the base currency.
             * @example 20000.00
             */
            quote_max: Money;
            /**
             * @description Who set it: operators, the feed, or `npm start` for trying the service (never in production).
             * @enum {string}
             */
            source: "operator" | "feed" | "sandbox";
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on there is no rate of the pair, unless a newer one was set.
             * @example 2026-11-24T09:30:00.000Z
             */
            valid_until: string;
            /**
             * @description The admin who set or proposed it. Null: no operator.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            set_by: string | null;
            /**
             * @description The second admin. Null if it needed none.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            approved_by: string | null;
            /**
             * Format: date-time
             * @description When it ended: a newer rate was set, or otherwise `valid_until`.
             * @example 2026-11-23T18:00:00.000Z
             */
            ends_at: string;
        };
        /** @description A transaction as operators see it, with the legs on all users' wallets. */
        WatchedTransaction: {
            /** @example txn_01kazv5q0vfvtrx6r2n1p3b4c5 */
            id: string;
            /** @enum {string} */
            type: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
            /** @enum {string} */
            status: "success" | "failed";
            /**
             * @description Unsigned decimal in major units with exactly the currency's decimals.
             * @example 250.00
             */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet that paid. Null for a deposit.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string | null;
            /**
             * @description The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c7
             */
            to_wallet: string | null;
            /**
             * @description The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c9
             */
            original_id: string | null;
            /**
             * @description The readable, unique name of the transaction.
             * @example TRF-261123-7K3M-9QXT-2A4B
             */
            reference: string;
            /** @example rent */
            note: string | null;
            /**
             * @description Why a failed transaction was refused. Null for a successful one.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | null;
            /**
             * Format: date-time
             * @description When the service received the request.
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was committed. Lists are in this order: a later commit has a later posted_at. In a wallet it rises with seq.
             * @example 2026-11-23T09:30:00.018204Z
             */
            posted_at: string;
            /**
             * @description The hold that it placed, changed, captured or voided.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            hold_id?: string;
            /** @description Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived. */
            exchange: {
                /** @example quo_01kazv5q0vfvtrx6r2n1p3b4c5 */
                quote_id: string;
                /** @example USD */
                source_currency: string;
                /**
                 * @description What left the source wallet, the fee included.
                 * @example 100.00
                 */
                source_amount: Money;
                /**
                 * @description The part of source_amount that was the fee.
                 * @example 0.20
                 */
                fee_amount: Money;
                /** @example YEM */
                target_currency: string;
                /**
                 * @description What reached the target wallet.
                 * @example 160867.62
                 */
                target_amount: Money;
                /**
                 * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                 * @example aden
                 * @enum {string|null}
                 */
                market: "aden" | "sanaa" | null;
                /** @description Null: YER into YEM, one to one. */
                rate: {
                    /**
                     * @description Of the two currencies the first by the alphabet.
                     * @example USD
                     */
                    base_currency: string;
                    /** @example YEM */
                    counter_currency: string;
                    /**
                     * @description The market of the rial: Aden's or Sana'a's. Null if neither currency is YEM. The two differ by a factor of about three.
                     * @example aden
                     * @enum {string|null}
                     */
                    market: "aden" | "sanaa" | null;
                    /**
                     * @description What `unit` of the base currency are worth in the counter currency, cut after twelve decimals. Exact are `numerator` and `denominator`.
                     * @example 1620
                     */
                    rate: string;
                    /**
                     * @description Major units of the base currency.
                     * @example 1
                     */
                    unit: number;
                    /** @example 1620 */
                    numerator: string;
                    /**
                     * @description `unit` of base are worth numerator ÷ denominator of counter.
                     * @example 1
                     */
                    denominator: string;
                    /**
                     * @description Taken off the rate in either direction. 100 are 1 %.
                     * @example 50
                     */
                    spread_basis_points: number;
                    /**
                     * @description Of the source amount.
                     * @example 20
                     */
                    fee_basis_points: number;
                } | null;
            } | null;
            /** @description The legs on your own wallets. Empty for a failed transaction. */
            legs: components["schemas"]["Leg"][];
            /** @description What was given back of a successful TRANSFER, CAPTURE or DEPOSIT. Null for others. */
            refunds: {
                /**
                 * @description The currency that the receiver got.
                 * @example YEM
                 */
                currency: string;
                /**
                 * @description What refunds and reversals have given back of the original together, in the currency that its receiver got.
                 * @example 100.00
                 */
                refunded: Money;
                /**
                 * @description What its receiver can still give back.
                 * @example 150.00
                 */
                refundable: Money;
                /** @description The refunds and reversals, the last committed first. */
                transaction_ids: string[];
            } | null;
            /**
             * @description The user who asked for it, or the admin of a correction.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            actor_id: string;
            /** @description The users' wallets on its two sides, the payer's first. */
            parties: {
                /**
                 * @description The wallet.
                 * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                wallet_id: string;
                /**
                 * @description Its owner.
                 * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
                 */
                user_id: string;
            }[];
        };
        /** @description A user's second factors as operators see them: kinds, counts and times. */
        WatchedFactors: {
            totp: {
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.000Z
                 */
                enrolled_at: string;
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.000Z
                 */
                last_used_at: string;
            } | null;
            passkeys: {
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.000Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @example 2026-11-23T09:30:00.000Z
                 */
                last_used_at: string | null;
            }[];
            /** @example 10 */
            recovery_codes_left: number;
        };
        /** @description One page of a list. */
        WaitingDepositsPage: {
            data: components["schemas"]["WaitingDeposit"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example Mjp3YWl0aW5nX2RlcG9zaXRzOktuMnYyeFZCSGtJOmRwaV8wMWthenY1cTB2ZnZ0cng2cjJuMXAzYjRjNQ
             */
            next_cursor: string | null;
        };
        /** @description A deposit that waits, as operators see it. */
        WaitingDeposit: {
            /**
             * @description The deposit.
             * @example dpi_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `pending` until the provider has the money. All others are final.
             * @enum {string}
             */
            status: "pending" | "succeeded" | "failed" | "expired";
            /** @example 2500.00 */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /**
             * @description Why it failed. Null unless it has failed.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | "provider_failed" | null;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it reached its final status.
             * @example 2026-11-23T10:05:00.000Z
             */
            completed_at: string | null;
            /**
             * @description The transaction that moved the money; null before.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            transaction_id: string | null;
            /**
             * @description The payer names it to the provider.
             * @example FND-261123-2M8N-4QXT-7A1B
             */
            reference: string;
            /**
             * Format: date-time
             * @description The deposit is not credited from then on: 24 hours after it was made.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string | null;
            /**
             * @description The user.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id: string;
            /**
             * @description How long ago it was made, by the database's clock.
             * @example 1800
             */
            age_seconds: number;
        };
        /** @description One page of a list. */
        WaitingWithdrawalsPage: {
            data: components["schemas"]["WaitingWithdrawal"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example Mjp3YWl0aW5nX3dpdGhkcmF3YWxzOmF6OFM0bF9HNlplOnBheV8wMWthenY1cTB2ZnZ0cng2cjJuMXAzYjRjNQ
             */
            next_cursor: string | null;
        };
        /** @description A withdrawal that waits, as operators see it. */
        WaitingWithdrawal: {
            /**
             * @description The withdrawal.
             * @example pay_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `pending` and `sent`: the money is held, in `sent` the provider has accepted the payout. All others are final.
             * @enum {string}
             */
            status: "pending" | "sent" | "succeeded" | "failed" | "timed_out";
            /** @example 2500.00 */
            amount: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            wallet_id: string;
            /**
             * @description Why it failed. Null unless it has failed.
             * @enum {string|null}
             */
            failure_code: "account_suspended" | "refund_exceeds_original" | "refund_limit_reached" | "same_wallet" | "wallet_frozen" | "wallet_closed" | "currency_mismatch" | "hold_expired" | "hold_voided" | "hold_captured" | "void_not_allowed" | "hold_amendment_limit_reached" | "hold_not_higher" | "hold_not_later" | "hold_too_long" | "capture_exceeds_hold" | "capture_limit_reached" | "market_mismatch" | "quote_used" | "quote_expired" | "insufficient_funds" | "limit_exceeded" | "hold_limit_reached" | "balance_limit_exceeded" | "payer_unavailable" | "liquidity_exhausted" | "recipient_not_found" | "recipient_unavailable" | "refund_too_small" | "refund_unavailable" | "provider_failed" | null;
            /**
             * Format: date-time
             * @example 2026-11-23T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it reached its final status.
             * @example 2026-11-23T10:05:00.000Z
             */
            completed_at: string | null;
            /**
             * @description The transaction that moved the money; null before.
             * @example txn_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            transaction_id: string | null;
            /**
             * @description The provider names it in its events.
             * @example PAY-261123-5H2K-8RVW-3C6D
             */
            reference: string;
            /**
             * Format: date-time
             * @description Without an event of the provider the money is free again from then on: 72 hours after it was made.
             * @example 2026-11-26T09:30:00.000Z
             */
            expires_at: string | null;
            /**
             * @description The user.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            user_id: string;
            /**
             * @description How long ago it was made, by the database's clock.
             * @example 1800
             */
            age_seconds: number;
            /**
             * @description How often the service tried to hand it to the provider.
             * @example 3
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When the next attempt is due. A payout is not sent while its wallet is frozen for debits or its user is suspended. Null once it is `sent`.
             * @example 2026-11-23T09:34:00.000Z
             */
            next_attempt_at: string | null;
        };
        /** @description One page of a list. */
        WatchedHoldsPage: {
            data: components["schemas"]["WatchedHold"][];
            /**
             * @description Send it as `cursor` for the next page. Null on the last page.
             * @example Mjp3YXRjaGVkX2hvbGRzOlNnNVR3eFF2Y2FOOjE3OTU1MTI2MDAwMTgyMDQ6aGxkXzAxa2F6djVxMHZmdnRyeDZyMm4xcDNiNGM1
             */
            next_cursor: string | null;
        };
        /** @description A hold as operators see it, without its note. */
        WatchedHold: {
            /**
             * @description The hold.
             * @example hld_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            id: string;
            /**
             * @description `open`, or how it ended: `captured` by its last capture, `voided`, or `expired`. It never changes again then.
             * @enum {string}
             */
            state: "open" | "captured" | "voided" | "expired";
            /**
             * @description The total that can be captured.
             * @example 400.00
             */
            amount: Money;
            /**
             * @description What was captured.
             * @example 0.00
             */
            captured: Money;
            /**
             * @description What can still be captured; 0 once it has ended.
             * @example 400.00
             */
            capturable: Money;
            /** @example YEM */
            currency: string;
            /**
             * @description The wallet whose money is reserved.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            from_wallet: string;
            /**
             * @description The wallet that is paid.
             * @example wal_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            to_wallet: string;
            /** @description Whether its payer may void it, too. */
            payer_can_void: boolean;
            /**
             * Format: date-time
             * @description When it was placed.
             * @example 2026-11-24T09:30:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description From then on nothing can be captured.
             * @example 2026-11-24T09:30:00.000Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When it ended; null while it is open.
             * @example 2026-11-24T09:30:00.000Z
             */
            closed_at: string | null;
            /**
             * @description The user who placed it.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            payer_id: string;
            /**
             * @description The user who can capture it.
             * @example usr_01kazv5q0vfvtrx6r2n1p3b4c5
             */
            payee_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            /** @description The user and their wallet. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `weak_password`: The password is too weak. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "weak_password";
                    };
                };
            };
            /** @description `code_refused`: The code is wrong, used or too old. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "code_refused";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `phone_taken`: The phone is registered already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "phone_taken";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInRequest"];
            };
        };
        responses: {
            /** @description The user and their tokens, or the challenge for a second factor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `invalid_credentials`: Phone or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "invalid_credentials";
                    };
                };
            };
            /** @description `origin_not_allowed`: The page's origin may not call this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "origin_not_allowed";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description The new tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refreshed"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "session_ended";
                    };
                };
            };
            /** @description `origin_not_allowed`: The page's origin may not call this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "origin_not_allowed";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LogOutRequest"];
            };
        };
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `origin_not_allowed`: The page's origin may not call this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "origin_not_allowed";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetRequest"];
            };
        };
        responses: {
            /** @description A code is sent if a user has verified the contact. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetRequested"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordRequest"];
            };
        };
        responses: {
            /** @description The password is changed. Log in with it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `weak_password`: The password is too weak. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "weak_password";
                    };
                };
            };
            /** @description `code_refused`: The code is wrong, used or too old. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "code_refused";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    requestPhoneClaim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPhoneClaimRequest"];
            };
        };
        responses: {
            /** @description A code is sent unless somebody has verified the phone. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneClaimRequested"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    finishLogIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishLogInRequest"];
            };
        };
        responses: {
            /** @description The user and their tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `origin_not_allowed`: The page's origin may not call this. `second_factor_wrong`: The second factor is wrong. `passkey_invalid`: The passkey's answer is not valid. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "origin_not_allowed" | "second_factor_wrong" | "passkey_invalid";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `challenge_invalid`: The challenge is unknown, used or expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "challenge_invalid";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    startPasskeyLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the browser needs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `origin_not_allowed`: The page's origin may not call this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "origin_not_allowed";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    logInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInByPasskeyRequest"];
            };
        };
        responses: {
            /** @description The user and their tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `origin_not_allowed`: The page's origin may not call this. `passkey_invalid`: The passkey's answer is not valid. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "origin_not_allowed" | "passkey_invalid";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `challenge_invalid`: The challenge is unknown, used or expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "challenge_invalid";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    startPasskeyStepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the browser needs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyChallenge"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "factor_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpRequest"];
            };
        };
        responses: {
            /** @description The session has a fresh second factor. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `second_factor_wrong`: The second factor is wrong. `passkey_invalid`: The passkey's answer is not valid. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "second_factor_wrong" | "passkey_invalid";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `challenge_invalid`: The challenge is unknown, used or expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "challenge_invalid";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user's second factors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Factors"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    enrolTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginFactorRequest"];
            };
        };
        responses: {
            /** @description What the app needs, shown once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpEnrolment"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. `wrong_password`: The current password is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required" | "wrong_password";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `totp_enrolled`: An authenticator app is enrolled already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "totp_enrolled";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "factor_not_found";
                    };
                };
            };
            /** @description `role_needs_factor`: A role needs a second factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "role_needs_factor";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotpRequest"];
            };
        };
        responses: {
            /** @description The app is enrolled. The first factor brings recovery codes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorAdded"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. `second_factor_wrong`: The second factor is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required" | "second_factor_wrong";
                    };
                };
            };
            /** @description `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "factor_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    remakeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new codes, shown once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "factor_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    askPasskeyRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginFactorRequest"];
            };
        };
        responses: {
            /** @description What the browser needs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRegistrationChallenge"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. `wrong_password`: The current password is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required" | "wrong_password";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `passkey_limit_reached`: There are as many passkeys as one person may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "passkey_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    registerPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPasskeyRequest"];
            };
        };
        responses: {
            /** @description The passkey is registered. The first factor brings recovery codes. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyAdded"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. `passkey_invalid`: The passkey's answer is not valid. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required" | "passkey_invalid";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `challenge_invalid`: The challenge is unknown, used or expired. `passkey_taken`: The passkey is registered already. `passkey_limit_reached`: There are as many passkeys as one person may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "challenge_invalid" | "passkey_taken" | "passkey_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A passkey. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkey is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "factor_not_found";
                    };
                };
            };
            /** @description `role_needs_factor`: A role needs a second factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "role_needs_factor";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A passkey. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenamePasskeyRequest"];
            };
        };
        responses: {
            /** @description The passkey as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended";
                    };
                };
            };
            /** @description `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "factor_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteAccountRequest"];
            };
        };
        responses: {
            /** @description The account is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `origin_not_allowed`: The page's origin may not call this. `step_up_required`: A fresh second factor is needed. `wrong_password`: The current password is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "origin_not_allowed" | "step_up_required" | "wrong_password";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `balance_not_zero`: There is money left. `wallet_frozen`: The wallet is frozen. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "balance_not_zero" | "wallet_frozen";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProfileRequest"];
            };
        };
        responses: {
            /** @description The profile as it is now; after a change of the password with the session's new tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedProfile"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `weak_password`: The password is too weak. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "weak_password";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `origin_not_allowed`: The page's origin may not call this. `step_up_required`: A fresh second factor is needed. `wrong_password`: The current password is wrong. `code_refused`: The code is wrong, used or too old. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "origin_not_allowed" | "step_up_required" | "wrong_password" | "code_refused";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `phone_taken`: The phone is registered already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "phone_taken";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    deleteAccountByPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteAccountRequest"];
            };
        };
        responses: {
            /** @description The account is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `origin_not_allowed`: The page's origin may not call this. `step_up_required`: A fresh second factor is needed. `wrong_password`: The current password is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "origin_not_allowed" | "step_up_required" | "wrong_password";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `balance_not_zero`: There is money left. `wallet_frozen`: The wallet is frozen. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "balance_not_zero" | "wallet_frozen";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The other sessions have ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A session. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `session_not_found`: There is no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "session_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    sendVerificationCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact to verify. */
                channel: "phone" | "email";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code is sent. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended";
                    };
                };
            };
            /** @description `contact_missing`: There is no such contact. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "contact_missing";
                    };
                };
            };
            /** @description `contact_verified`: The contact is verified already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "contact_verified";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    verifyContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The contact to verify. */
                channel: "phone" | "email";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyContactRequest"];
            };
        };
        responses: {
            /** @description The profile as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `code_refused`: The code is wrong, used or too old. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "code_refused";
                    };
                };
            };
            /** @description `contact_missing`: There is no such contact. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "contact_missing";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `contact_verified`: The contact is verified already. `email_taken`: Somebody else has verified the same address. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "contact_verified" | "email_taken";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listWallets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every wallet, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletList"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    openWallet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenWalletRequest"];
            };
        };
        responses: {
            /** @description The new wallet. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_limit_reached`: There are as many wallets as one person may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wallet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    changeWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_closed`: The wallet is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_closed";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    closeWallet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet is closed; or, in the answer to a dry run, would be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedWallet"] | components["schemas"]["ClosingPreview"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_closed`: The wallet is closed. `wallet_frozen`: The wallet is frozen. `holds_open`: Money is on hold in the wallet. `deposit_pending`: A deposit to the wallet is pending. `last_wallet`: It is your only open wallet. `balance_not_zero`: There is money left. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_closed" | "wallet_frozen" | "holds_open" | "deposit_pending" | "last_wallet" | "balance_not_zero";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `same_wallet`: Sender and recipient are one wallet. `currency_mismatch`: The wallets' currencies differ. `market_mismatch`: The rials are of different markets. `balance_limit_exceeded`: The wallet cannot hold that much. `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "same_wallet" | "currency_mismatch" | "market_mismatch" | "balance_limit_exceeded" | "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntriesPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    readBalances: {
        parameters: {
            query?: {
                /** @description How many times 24 hours the answer goes back. */
                days?: number;
            };
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance over time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balances"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
                /** @description Only this type. */
                type?: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
                /** @description Only this status. */
                status?: "success" | "failed";
                /** @description Only what your wallets sent, or what they received. */
                direction?: "sent" | "received";
                /** @description Only transactions on this wallet, one of yours. */
                wallet_id?: string;
                /** @description Only this currency. ISO 4217, or YEM. */
                currency?: string;
                /** @description The first posted_at that is included. */
                from?: string;
                /** @description The first posted_at that is no longer included. */
                to?: string;
                /** @description Text that the note contains, or a piece of the reference with at least one whole part of it. Case, accents, vowel marks and the spelling of Arabic letters are ignored. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transactions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A transaction. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionDetails"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `transaction_not_found`: There is no such transaction. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "transaction_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    refundTransaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path: {
                /** @description A transaction. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPreview"];
                };
            };
            /** @description The recorded refund. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `transaction_not_found`: There is no such transaction. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "transaction_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `refund_limit_reached`: The transaction has as many refunds as one may have. `refund_unavailable`: The payer cannot be paid back now. `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "refund_limit_reached" | "refund_unavailable" | "wallet_frozen" | "wallet_closed";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `not_refundable`: The transaction cannot be refunded by you. `refund_exceeds_original`: More than what is left of the original. `refund_too_small`: The refund is worth nothing in the payer's currency. `insufficient_funds`: The available balance is too small. `liquidity_exhausted`: The service cannot exchange that much now. `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "not_refundable" | "refund_exceeds_original" | "refund_too_small" | "insufficient_funds" | "liquidity_exhausted" | "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listDeposits: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deposits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    deposit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepositRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPreview"];
                };
            };
            /** @description The recorded transaction. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description The pending deposit. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deposit"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `not_wallet_owner`: The phone is not your own. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "not_wallet_owner";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. `deposit_limit_reached`: There are as many pending deposits as one person may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_frozen" | "wallet_closed" | "deposit_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `currency_mismatch`: The wallets' currencies differ. `balance_limit_exceeded`: The wallet cannot hold that much. `limit_exceeded`: It is above a limit. `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "currency_mismatch" | "balance_limit_exceeded" | "limit_exceeded" | "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getDeposit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A deposit. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deposit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deposit"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `deposit_not_found`: There is no such deposit. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "deposit_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listWithdrawals: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of withdrawals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPreview"];
                };
            };
            /** @description The recorded transaction. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description The withdrawal, whose money is held. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawal"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `not_wallet_owner`: The phone is not your own. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "not_wallet_owner" | "step_up_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. `hold_limit_reached`: The wallet has as many open holds as it may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_frozen" | "wallet_closed" | "hold_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `currency_mismatch`: The wallets' currencies differ. `balance_limit_exceeded`: The wallet cannot hold that much. `limit_exceeded`: It is above a limit. `idempotency_key_reused`: The idempotency key was used for another request. `insufficient_funds`: The available balance is too small. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "currency_mismatch" | "balance_limit_exceeded" | "limit_exceeded" | "idempotency_key_reused" | "insufficient_funds";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A withdrawal. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The withdrawal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawal"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `withdrawal_not_found`: There is no such withdrawal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "withdrawal_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPreview"];
                };
            };
            /** @description The recorded transaction. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. `recipient_not_found`: The recipient cannot be paid. `quote_not_found`: There is no such quote. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found" | "recipient_not_found" | "quote_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_frozen" | "wallet_closed";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `currency_mismatch`: The wallets' currencies differ. `balance_limit_exceeded`: The wallet cannot hold that much. `limit_exceeded`: It is above a limit. `idempotency_key_reused`: The idempotency key was used for another request. `market_mismatch`: The rials are of different markets. `quote_used`: The quote was used already. `quote_expired`: The quote has expired. `liquidity_exhausted`: The service cannot exchange that much now. `same_wallet`: Sender and recipient are one wallet. `insufficient_funds`: The available balance is too small. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "currency_mismatch" | "balance_limit_exceeded" | "limit_exceeded" | "idempotency_key_reused" | "market_mismatch" | "quote_used" | "quote_expired" | "liquidity_exhausted" | "same_wallet" | "insufficient_funds";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listLimits: {
        parameters: {
            query?: {
                /** @description ISO 4217, or YEM. */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your limits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    changeOwnLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ISO 4217, or YEM. */
                currency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOwnLimitsRequest"];
            };
        };
        responses: {
            /** @description Your limits in this currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrencyLimits"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listHolds: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
                /** @description Only this state. */
                state?: "open" | "captured" | "voided" | "expired";
                /** @description Only those that you placed, or those that you can capture. */
                role?: "payer" | "payee";
                /** @description Only this wallet, one of yours. */
                wallet_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    placeHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransactionPreview"];
                };
            };
            /** @description The recorded transaction, and the hold after it. A replay has the same transaction, and the hold as it is now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransaction"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. `recipient_not_found`: The recipient cannot be paid. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found" | "recipient_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. `hold_limit_reached`: The wallet has as many open holds as it may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_frozen" | "wallet_closed" | "hold_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `currency_mismatch`: The wallets' currencies differ. `balance_limit_exceeded`: The wallet cannot hold that much. `limit_exceeded`: It is above a limit. `idempotency_key_reused`: The idempotency key was used for another request. `market_mismatch`: The rials are of different markets. `same_wallet`: Sender and recipient are one wallet. `insufficient_funds`: The available balance is too small. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "currency_mismatch" | "balance_limit_exceeded" | "limit_exceeded" | "idempotency_key_reused" | "market_mismatch" | "same_wallet" | "insufficient_funds";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A hold. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldDetails"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `hold_not_found`: There is no such hold. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "hold_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    amendHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path: {
                /** @description A hold. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendHoldRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransactionPreview"];
                };
            };
            /** @description The recorded transaction, and the hold after it. A replay has the same transaction, and the hold as it is now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransaction"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `hold_not_found`: There is no such hold. `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "hold_not_found" | "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `hold_expired`: The hold has expired. `hold_voided`: The hold was voided. `hold_captured`: The hold has ended with its last capture. `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. `hold_amendment_limit_reached`: The hold was changed as often as it may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "hold_expired" | "hold_voided" | "hold_captured" | "wallet_frozen" | "wallet_closed" | "hold_amendment_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key was used for another request. `currency_mismatch`: The wallets' currencies differ. `insufficient_funds`: The available balance is too small. `limit_exceeded`: It is above a limit. `hold_not_higher`: The amount is not above the hold's total. `hold_not_later`: The hold would not end later. `hold_too_long`: The hold would last too long. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "currency_mismatch" | "insufficient_funds" | "limit_exceeded" | "hold_not_higher" | "hold_not_later" | "hold_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    captureHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path: {
                /** @description A hold. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CaptureRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransactionPreview"];
                };
            };
            /** @description The recorded transaction, and the hold after it. A replay has the same transaction, and the hold as it is now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransaction"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended";
                    };
                };
            };
            /** @description `hold_not_found`: There is no such hold. `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "hold_not_found" | "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `hold_expired`: The hold has expired. `hold_voided`: The hold was voided. `hold_captured`: The hold has ended with its last capture. `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. `capture_limit_reached`: The next capture of the hold must be final. `payer_unavailable`: The payer's wallet cannot pay now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "hold_expired" | "hold_voided" | "hold_captured" | "wallet_frozen" | "wallet_closed" | "capture_limit_reached" | "payer_unavailable";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key was used for another request. `currency_mismatch`: The wallets' currencies differ. `balance_limit_exceeded`: The wallet cannot hold that much. `limit_exceeded`: It is above a limit. `capture_exceeds_hold`: The capture is more than is left of the hold. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "currency_mismatch" | "balance_limit_exceeded" | "limit_exceeded" | "capture_exceeds_hold";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    voidHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path: {
                /** @description A hold. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VoidRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransactionPreview"];
                };
            };
            /** @description The recorded transaction, and the hold after it. A replay has the same transaction, and the hold as it is now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldTransaction"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `void_not_allowed`: Only the payee may void the hold. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "void_not_allowed";
                    };
                };
            };
            /** @description `hold_not_found`: There is no such hold. `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "hold_not_found" | "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `hold_expired`: The hold has expired. `hold_voided`: The hold was voided. `hold_captured`: The hold has ended with its last capture. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "hold_expired" | "hold_voided" | "hold_captured";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    receiveFundingEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The event's identifier: the same at each attempt. */
                "webhook-id": string;
                /** @description The time of this attempt, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description `v1,` and the signature in base 64; several are separated by blanks. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FundingEventRequest"];
            };
        };
        responses: {
            /** @description The event is recorded and decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingEventAnswer"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `webhook_signature_invalid`: The event's signature is not valid. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "webhook_signature_invalid";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    checkRecipient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckRecipientRequest"];
            };
        };
        responses: {
            /** @description The recipient. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recipient"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended";
                    };
                };
            };
            /** @description `recipient_not_found`: The recipient cannot be paid. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "recipient_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listCurrencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every supported currency, by code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrencyList"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
        };
    };
    listRates: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    requestQuote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description The quote. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `market_mismatch`: The rials are of different markets. `rate_unavailable`: There is no rate for this exchange now. `amount_too_small`: The exchange would give nothing. `quote_limit_exceeded`: The amount is above the limit of one quote. `idempotency_key_reused`: The idempotency key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "market_mismatch" | "rate_unavailable" | "amount_too_small" | "quote_limit_exceeded" | "idempotency_key_reused";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `open_quotes_limit_reached`: There are as many open quotes as one person may have. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "open_quotes_limit_reached";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A quote. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quote. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `quote_not_found`: There is no such quote. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "quote_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    exchange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes the request safe to repeat. The same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description `dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still answered with its first answer, without that header. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeRequest"];
            };
        };
        responses: {
            /** @description A dry run: what would have been recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPreview"];
                };
            };
            /** @description The recorded transaction. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transaction"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "step_up_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. `quote_not_found`: There is no such quote. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found" | "quote_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_frozen" | "wallet_closed";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `currency_mismatch`: The wallets' currencies differ. `market_mismatch`: The rials are of different markets. `balance_limit_exceeded`: The wallet cannot hold that much. `limit_exceeded`: It is above a limit. `idempotency_key_reused`: The idempotency key was used for another request. `quote_used`: The quote was used already. `quote_expired`: The quote has expired. `liquidity_exhausted`: The service cannot exchange that much now. `same_wallet`: Sender and recipient are one wallet. `insufficient_funds`: The available balance is too small. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "currency_mismatch" | "market_mismatch" | "balance_limit_exceeded" | "limit_exceeded" | "idempotency_key_reused" | "quote_used" | "quote_expired" | "liquidity_exhausted" | "same_wallet" | "insufficient_funds";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRoleRequest"];
            };
        };
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The proposal. Nothing has changed yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProposal"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `user_already_suspended`: The person is suspended. `role_needs_factor`: A role needs a second factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "user_already_suspended" | "role_needs_factor";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listUserFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The second factors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedFactors"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    removeUserFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveUserFactorsRequest"];
            };
        };
        responses: {
            /** @description The factors are removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found" | "factor_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `role_needs_factor`: A role needs a second factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "role_needs_factor";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    removeUserFactorsByPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveUserFactorsRequest"];
            };
        };
        responses: {
            /** @description The factors are removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. `factor_not_found`: There is no such factor. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found" | "factor_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `role_needs_factor`: A role needs a second factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "role_needs_factor";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listOperators: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users with a role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listOperatorActs: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedAuditEventsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    setRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRateRequest"];
            };
        };
        responses: {
            /** @description The rate is in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rate"];
                };
            };
            /** @description The rate waits for a second admin. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateProposal"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listRateProposals: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of proposals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateProposalsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    approveRateProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A proposal of a rate. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rate is in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rate"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `other_operator_required`: Another operator must decide this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "other_operator_required";
                    };
                };
            };
            /** @description `proposal_not_found`: There is no such open proposal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "proposal_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    rejectRateProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A proposal of a rate. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal is rejected. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required";
                    };
                };
            };
            /** @description `proposal_not_found`: There is no such open proposal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "proposal_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listRoleProposals: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of proposals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleProposalsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    approveRoleProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A role proposal. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. `other_operator_required`: Another operator must decide this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account" | "other_operator_required";
                    };
                };
            };
            /** @description `proposal_not_found`: There is no such open proposal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "proposal_not_found";
                    };
                };
            };
            /** @description `user_already_suspended`: The person is suspended. `role_needs_factor`: A role needs a second factor. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "user_already_suspended" | "role_needs_factor";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    rejectRoleProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A role proposal. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal is rejected. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required";
                    };
                };
            };
            /** @description `proposal_not_found`: There is no such open proposal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "proposal_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    findUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindUserRequest"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listUserWallets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every wallet, oldest first, with its freeze. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedWalletList"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listUserAuditEvents: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedAuditEventsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    endUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions have ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    suspendUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendUserRequest"];
            };
        };
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `user_already_suspended`: The person is suspended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "user_already_suspended";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    liftSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftSuspensionRequest"];
            };
        };
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. `other_operator_required`: Another operator must decide this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account" | "other_operator_required";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `user_not_suspended`: The person is not suspended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "user_not_suspended";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    liftSuspensionByPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftSuspensionRequest"];
            };
        };
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. `other_operator_required`: Another operator must decide this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account" | "other_operator_required";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `user_not_suspended`: The person is not suspended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "user_not_suspended";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    setTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTierRequest"];
            };
        };
        responses: {
            /** @description The user as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    freezeWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorWalletView"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_frozen" | "wallet_closed";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    unfreezeWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnfreezeWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorWalletView"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. `other_operator_required`: Another operator must decide this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account" | "other_operator_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_not_frozen`: The wallet is not frozen. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_not_frozen";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    reopenWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorWalletView"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_not_closed`: The wallet is not closed. `wallet_closed`: The wallet is closed. `wallet_limit_reached`: There are as many wallets as one person may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_not_closed" | "wallet_closed" | "wallet_limit_reached";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    unfreezeWalletByPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnfreezeWalletRequest"];
            };
        };
        responses: {
            /** @description The wallet as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorWalletView"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. `other_operator_required`: Another operator must decide this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account" | "other_operator_required";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `wallet_not_frozen`: The wallet is not frozen. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_not_frozen";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    proposeAdjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeAdjustmentRequest"];
            };
        };
        responses: {
            /** @description The proposal, for another admin. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyProposal"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. `invalid_amount`: The amount is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json" | "invalid_amount";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `wallet_not_found`: There is no such wallet. `funding_event_not_found`: There is no such event in suspense. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "wallet_not_found" | "funding_event_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `currency_mismatch`: The wallets' currencies differ. `adjustment_limit_exceeded`: The adjustment is above an operator's limit. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "currency_mismatch" | "adjustment_limit_exceeded";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listMoneyProposals: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of proposals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyProposalsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    approveMoneyProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A proposal about money. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal, and the transaction that moved its money. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedProposal"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. `other_operator_required`: Another operator must decide this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account" | "other_operator_required";
                    };
                };
            };
            /** @description `proposal_not_found`: There is no such open proposal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "proposal_not_found";
                    };
                };
            };
            /** @description `wallet_frozen`: The wallet is frozen. `wallet_closed`: The wallet is closed. `refund_unavailable`: The payer cannot be paid back now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 409;
                        /** @enum {string} */
                        code: "wallet_frozen" | "wallet_closed" | "refund_unavailable";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `insufficient_funds`: The available balance is too small. `balance_limit_exceeded`: The wallet cannot hold that much. `refund_exceeds_original`: More than what is left of the original. `refund_too_small`: The refund is worth nothing in the payer's currency. `liquidity_exhausted`: The service cannot exchange that much now. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "insufficient_funds" | "balance_limit_exceeded" | "refund_exceeds_original" | "refund_too_small" | "liquidity_exhausted";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    rejectMoneyProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A proposal about money. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal is rejected. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `proposal_not_found`: There is no such open proposal. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "proposal_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    listSuspendedEvents: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendedEventsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    proposeReversal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A transaction. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeReversalRequest"];
            };
        };
        responses: {
            /** @description The proposal, for another admin. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyProposal"];
                };
            };
            /** @description `invalid_request`: The request is not valid. `malformed_json`: The body is not JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request" | "malformed_json";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `account_suspended`: The account is suspended. `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `own_account`: Operators do not act on their own account. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "account_suspended" | "role_required" | "step_up_required" | "own_account";
                    };
                };
            };
            /** @description `transaction_not_found`: There is no such transaction. `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "transaction_not_found" | "wallet_not_found";
                    };
                };
            };
            /** @description `request_timeout`: The body did not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 408;
                        /** @enum {string} */
                        code: "request_timeout";
                    };
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 413;
                        /** @enum {string} */
                        code: "body_too_large";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `unsupported_media_type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 415;
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description `not_reversible`: The transaction cannot be reversed. `currency_mismatch`: The wallets' currencies differ. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 422;
                        /** @enum {string} */
                        code: "not_reversible" | "currency_mismatch";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. `outcome_unknown`: The outcome is not known yet. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy" | "outcome_unknown";
                    };
                };
            };
        };
    };
    getServiceHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceHealth"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listPastRates: {
        parameters: {
            query: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
                /** @description One currency of the pair. */
                base_currency: string;
                /** @description The other one, in either order. */
                counter_currency: string;
                /** @description Required if one of the currencies is YEM, else left out. */
                market?: "aden" | "sanaa";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastRatesPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listUserTransactions: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
                /** @description Only this type. */
                type?: "DEPOSIT" | "WITHDRAW" | "TRANSFER" | "EXCHANGE" | "HOLD" | "CAPTURE" | "RELEASE" | "AMENDMENT" | "REFUND" | "REVERSAL" | "ADJUSTMENT";
                /** @description Only this status. */
                status?: "success" | "failed";
                /** @description Only what your wallets sent, or what they received. */
                direction?: "sent" | "received";
                /** @description Only transactions on this wallet, one of yours. */
                wallet_id?: string;
                /** @description Only this currency. ISO 4217, or YEM. */
                currency?: string;
                /** @description The first posted_at that is included. */
                from?: string;
                /** @description The first posted_at that is no longer included. */
                to?: string;
                /** @description Text that the note contains, or a piece of the reference with at least one whole part of it. Case, accents, vowel marks and the spelling of Arabic letters are ignored. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transactions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. `wallet_not_found`: There is no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found" | "wallet_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    getAnyTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A transaction. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedTransaction"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `transaction_not_found`: There is no such transaction. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "transaction_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listUserLimits: {
        parameters: {
            query?: {
                /** @description ISO 4217, or YEM. */
                currency?: string;
            };
            header?: never;
            path: {
                /** @description A user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user's limits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `user_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 404;
                        /** @enum {string} */
                        code: "user_not_found";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listWaitingDeposits: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
                /** @description The only one that waits. */
                status?: "pending";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deposits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingDepositsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listWaitingWithdrawals: {
        parameters: {
            query?: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
                /** @description `pending`: to be handed to the provider. `sent`: the provider has accepted it. Without it, both. */
                status?: "pending" | "sent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of withdrawals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingWithdrawalsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
    listWatchedHolds: {
        parameters: {
            query: {
                /** @description The largest number of items on the page. */
                limit?: number;
                /** @description `next_cursor` of the page before, for the same list and filters. Leave it out for the first page. */
                cursor?: string;
                /** @description `lapsed`: expired without a capture, the last first. `open`: can be captured, the next to expire first. */
                state: "lapsed" | "open";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedHoldsPage"];
                };
            };
            /** @description `invalid_request`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 400;
                        /** @enum {string} */
                        code: "invalid_request";
                    };
                };
            };
            /** @description `token_missing`: An access token is needed. `token_invalid`: The token is not valid. `token_expired`: The access token has expired. `session_ended`: The session has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 401;
                        /** @enum {string} */
                        code: "token_missing" | "token_invalid" | "token_expired" | "session_ended";
                    };
                };
            };
            /** @description `role_required`: The operation is for operators. `step_up_required`: A fresh second factor is needed. `account_suspended`: The account is suspended. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 403;
                        /** @enum {string} */
                        code: "role_required" | "step_up_required" | "account_suspended";
                    };
                };
            };
            /** @description `url_too_long`: The URL is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 414;
                        /** @enum {string} */
                        code: "url_too_long";
                    };
                };
            };
            /** @description `rate_limited`: Too many requests. `too_many_attempts`: Too many attempts. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 429;
                        /** @enum {string} */
                        code: "rate_limited" | "too_many_attempts";
                    };
                };
            };
            /** @description `internal_error`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 500;
                        /** @enum {string} */
                        code: "internal_error";
                    };
                };
            };
            /** @description `service_busy`: The service is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {number} */
                        status: 503;
                        /** @enum {string} */
                        code: "service_busy";
                    };
                };
            };
        };
    };
}
