import { plural } from "../words.ts";
import { tryAgain } from "./en-wait.ts";
import type { LimitValues, ProblemEntries } from "./table.ts";

const NOTHING = "Nothing was taken.";

const PAYMENTS = { one: "# payment", other: "# payments" };

/** The limit, what is left of it, and when it begins again. */
function limitText({ name, most, count, left, resets }: LimitValues): string {
  const again = resets === null ? "" : ` It resets on ${resets}.`;
  const many = plural(count ?? 0, PAYMENTS);
  const rest = left === null ? "All of it is used." : `${left} is left.`;
  const texts: Readonly<Record<LimitValues["name"], string>> = {
    out_operation_sum: `One payment can be at most ${most}.`,
    out_day_sum: `You can pay ${most} a day. ${rest}${again}`,
    out_day_count: `You can make ${many} a day, and you have made them.${again}`,
    out_month_sum: `You can pay ${most} a month. ${rest}${again}`,
    out_month_count: `You can make ${many} a month, and you have made them.${again}`,
    in_operation_sum: `You can receive at most ${most} at once.`,
    in_day_sum: `You can receive ${most} a day. ${rest}${again}`,
    in_day_count: `You can receive ${many} a day, and you have received them.${again}`,
    in_month_sum: `You can receive ${most} a month. ${rest}${again}`,
    in_month_count: `You can receive ${many} a month, and you have received them.${again}`,
    balance: `Your wallets in this currency can hold ${most} together. ${rest}`,
  };
  return texts[name];
}

/** Refusals about wallets and payments, in English. */
export const EN_MONEY = {
  insufficient_funds: [
    "Not enough money",
    `${NOTHING} Enter a smaller amount, or add money first.`,
  ],
  limit_exceeded: [
    "This is above your limit",
    ({ limit }) => `${NOTHING} ${limit ? limitText(limit) : "See your limits for what is left."}`,
  ],
  balance_limit_exceeded: [
    "The wallet cannot hold that much",
    `${NOTHING} Enter a smaller amount.`,
  ],
  recipient_not_found: [
    "This person cannot be paid here",
    ({ currencies }) =>
      currencies === null
        ? `${NOTHING} Check the number or wallet with them.`
        : `${NOTHING} They cannot be paid in this currency. You can pay them in ${currencies}.`,
  ],
  recipient_unavailable: ["This person cannot be paid now", `${NOTHING} Try again later.`],
  same_wallet: ["Both wallets are the same", `${NOTHING} Choose another wallet to pay to.`],
  wallet_frozen: [
    "The wallet is frozen",
    `${NOTHING} Use another wallet, or ask support about the freeze.`,
  ],
  wallet_closed: ["The wallet is closed", `${NOTHING} Use another wallet.`],
  wallet_not_found: [
    "There is no such wallet",
    `${NOTHING} Choose one of your wallets, or open one in this currency.`,
  ],
  not_wallet_owner: ["This is not your number", `${NOTHING} Use a wallet of your own.`],
  currency_mismatch: [
    "The wallet has another currency",
    `${NOTHING} Choose a wallet in the currency of the payment.`,
  ],
  market_mismatch: [
    "These are two different rials",
    `${NOTHING} A rial of Aden and a rial of Sana’a are different money. Exchange one first.`,
  ],
  invalid_amount: [
    "The amount is not possible",
    `${NOTHING} Enter an amount above zero, with the decimals of its currency.`,
  ],
  idempotency_key_reused: [
    "This payment was changed after it was sent",
    "Nothing was taken now. See in your history whether the first one went through, then start again.",
  ],
  transaction_not_found: ["There is no such transaction", "Find it in your history."],
  wallet_limit_reached: [
    "You have as many wallets as you can have",
    "Close one that you do not need, then try again.",
  ],
  wallet_not_closed: ["The wallet is not closed", "There is nothing to do."],
  last_wallet: [
    "This is your only open wallet",
    "Open another one first. To close everything, delete your account.",
  ],
  holds_open: ["Money is reserved in this wallet", "You can close it when its holds have ended."],
  deposit_pending: [
    "A deposit to this wallet is on its way",
    "You can close it when the deposit has arrived or ended.",
  ],
  balance_not_zero: ["There is still money in it", "Withdraw or send it all first."],

  hold_not_found: ["There is no such hold", "Find it in your list of holds."],
  hold_expired: [
    "The hold has expired",
    `${NOTHING} Its money is free again. A new hold is needed.`,
  ],
  hold_voided: [
    "The hold was cancelled",
    `${NOTHING} Its money is free again. A new hold is needed.`,
  ],
  hold_captured: [
    "The hold has ended",
    `${NOTHING} Its last payment was made, and nothing is left of it.`,
  ],
  void_not_allowed: [
    "Only the recipient can cancel it",
    "Ask them to cancel it, or wait until its time is over.",
  ],
  hold_limit_reached: [
    "This wallet has too many open holds",
    `${NOTHING} Wait until one ends, or cancel one.`,
  ],
  hold_amendment_limit_reached: [
    "It was changed as often as it can be",
    `${NOTHING} Make a new hold.`,
  ],
  hold_not_higher: [
    "The new total is not higher",
    `${NOTHING} A hold can only be raised. Enter more than its total.`,
  ],
  hold_not_later: ["It would not end later", `${NOTHING} Choose a longer time.`],
  hold_too_long: [
    "It would last too long",
    `${NOTHING} A hold lasts at most 90 days. Choose a shorter time, or make a new one.`,
  ],
  capture_exceeds_hold: [
    "That is more than is left",
    ({ left }) =>
      left === null ? `${NOTHING} Enter a smaller amount.` : `${NOTHING} ${left} is left of it.`,
  ],
  capture_limit_reached: [
    "The next payment must be the last one",
    `${NOTHING} Choose that the hold ends with it.`,
  ],
  payer_unavailable: [
    "The payer’s wallet cannot pay now",
    `${NOTHING} The hold stays open. Try again later, or ask the payer.`,
  ],

  not_refundable: [
    "This cannot be refunded",
    `${NOTHING} Only a payment that you received can. To pay somebody, send money.`,
  ],
  refund_exceeds_original: [
    "That is more than is left to refund",
    ({ left }) =>
      left === null
        ? `${NOTHING} Enter a smaller amount.`
        : `${NOTHING} You can still refund ${left}.`,
  ],
  refund_limit_reached: [
    "It was refunded as often as it can be",
    `${NOTHING} Send the rest as a payment.`,
  ],
  refund_too_small: [
    "This is worth nothing in the payer’s currency",
    `${NOTHING} Refund more at once, or all that is left.`,
  ],
  refund_unavailable: [
    "The payer cannot be refunded now",
    `${NOTHING} Ask them, and try again later.`,
  ],

  quote_not_found: ["There is no such rate offer", `${NOTHING} Ask for a new rate.`],
  quote_expired: ["The rate offer has expired", `${NOTHING} Ask for a new rate.`],
  quote_used: ["The rate offer was used", `${NOTHING} Ask for a new rate.`],
  quote_limit_exceeded: ["This is too much for one exchange", `${NOTHING} Enter a smaller amount.`],
  open_quotes_limit_reached: [
    "You have too many open rate offers",
    ({ waitSeconds }) => `${NOTHING} ${tryAgain(waitSeconds)}`,
  ],
  rate_unavailable: [
    "There is no rate for this now",
    `${NOTHING} Choose other currencies, or try again later.`,
  ],
  amount_too_small: [
    "The result would be nothing",
    `${NOTHING} It is below the smallest unit. Enter a larger amount.`,
  ],
  liquidity_exhausted: [
    "We cannot exchange that much now",
    `${NOTHING} Enter a smaller amount, or try again later with a new rate.`,
  ],

  deposit_not_found: ["There is no such deposit", "Find it in your list of deposits."],
  deposit_limit_reached: [
    "You have as many open deposits as you can have",
    "Pay one of them, or wait until one ends.",
  ],
  withdrawal_not_found: ["There is no such withdrawal", "Find it in your list of withdrawals."],
} as const satisfies Partial<ProblemEntries>;
