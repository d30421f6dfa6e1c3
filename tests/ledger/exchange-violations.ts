// Violations of the rules of rates, quotes, liquidity and markets.
import { id, OMAR, SALMA, SALMA_USD } from "./fixture.ts";
import {
  appendOnly,
  insert,
  NOBODY,
  NOW,
  set,
  transaction,
  wallet,
} from "./violating-statements.ts";

type Columns = Record<string, string>;

const LATER = `${NOW} + interval '1 hour'`;
const TERMS = {
  base: "'EUR'",
  counter: "'USD'",
  market: "NULL",
  numerator: "108",
  denominator: "100",
  unit: "1",
  spread_basis_points: "50",
  fee_basis_points: "10",
  quote_max: "100000",
};
const RATE_ID = `'${id(61)}'`;
const QUOTE_ID = `'${id(62)}'`;

/** Inserts a rate that is valid except for these columns. */
const rate = (columns: Columns = {}) =>
  insert("exchange_rates", {
    id: RATE_ID,
    ...TERMS,
    source: "'sandbox'",
    created_at: NOW,
    valid_until: LATER,
    ...columns,
  });

const proposal = (columns: Columns = {}) =>
  insert("rate_proposals", {
    id: `'${id(63)}'`,
    ...TERMS,
    valid_seconds: "60",
    proposed_by: `'${SALMA}'`,
    created_at: NOW,
    expires_at: LATER,
    ...columns,
  });

const quote = (columns: Columns = {}) =>
  insert("quotes", {
    id: QUOTE_ID,
    user_id: `'${SALMA}'`,
    from_currency: "'EUR'",
    to_currency: "'USD'",
    market: "NULL",
    side: "'source'",
    source_amount: "100",
    fee_amount: "1",
    target_amount: "106",
    rate_id: RATE_ID,
    from_wallet_id: "NULL",
    to_wallet_id: "NULL",
    created_at: NOW,
    expires_at: LATER,
    ...columns,
  });

const par = { from_currency: "'YER'", to_currency: "'YEM'", market: "'aden'", rate_id: "NULL" };

/** What rates and proposals have in common. */
const termsViolations = (table: string, row: (columns: Columns) => string) =>
  [
    ["pair_in_order", { base: "'USD'", counter: "'EUR'" }],
    ["pair_in_order", { base: "'USD'", counter: "'USD'" }],
    ["pair_in_order", { counter: "'YER'" }],
    ["market_in_list", { counter: "'YEM'", market: "'taiz'" }],
    ["market_of_rial", { counter: "'YEM'" }],
    ["market_of_rial", { market: "'aden'" }],
    ["terms_within", { numerator: "0" }],
    ["terms_within", { denominator: "1000000000000000" }],
    ["terms_within", { unit: "1000001" }],
    ["terms_within", { quote_max: "0" }],
    ["deductions_within", { spread_basis_points: "1001" }],
    ["deductions_within", { fee_basis_points: "-1" }],
    ["base_currencies_code_fk", { base: "'AAA'" }],
    ["counter_currencies_code_fk", { counter: "'ZZZ'" }],
  ].map(([rule, columns]) => [`${table}_${rule}`, row(columns as Columns)] as const);

export const EXCHANGE_VIOLATIONS: readonly (readonly [string, string])[] = [
  ...termsViolations("exchange_rates", rate),
  ...termsViolations("rate_proposals", proposal),
  ...appendOnly("exchange_rates"),
  [
    "exchange_rates_position_unique",
    `${rate({ position: "1" }).replace("VALUES", "OVERRIDING SYSTEM VALUE VALUES")};
     ${rate({ id: NOBODY, position: "1" }).replace("VALUES", "OVERRIDING SYSTEM VALUE VALUES")}`,
  ],
  ["exchange_rates_source_in_list", rate({ source: "'rumour'" })],
  ["exchange_rates_set_by_source", rate({ source: "'operator'" })],
  ["exchange_rates_set_by_source", rate({ set_by: `'${SALMA}'` })],
  ["exchange_rates_set_by_source", rate({ source: "'feed'" })],
  ["exchange_rates_approved_by_another", rate({ approved_by: `'${SALMA}'` })],
  [
    "exchange_rates_approved_by_another",
    rate({ source: "'operator'", set_by: `'${SALMA}'`, approved_by: `'${SALMA}'` }),
  ],
  ["exchange_rates_valid_after_creation", rate({ valid_until: NOW })],
  ["exchange_rates_set_by_users_id_fk", rate({ source: "'operator'", set_by: NOBODY })],
  [
    "exchange_rates_approved_by_users_id_fk",
    rate({ source: "'operator'", set_by: `'${SALMA}'`, approved_by: NOBODY }),
  ],

  [
    "rate_proposals_open_unique",
    `${proposal()}; ${proposal({ id: NOBODY, proposed_by: `'${OMAR}'` })}`,
  ],
  ["rate_proposals_valid_seconds_within", proposal({ valid_seconds: "604801" })],
  [
    "rate_proposals_decision_known",
    proposal({ decision: "'lost'", decided_at: NOW, decided_by: `'${OMAR}'` }),
  ],
  ["rate_proposals_decided_by_somebody", proposal({ decision: "'rejected'" })],
  [
    "rate_proposals_approved_by_another",
    proposal({ decision: "'approved'", decided_at: NOW, decided_by: `'${SALMA}'` }),
  ],
  ["rate_proposals_proposed_by_users_id_fk", proposal({ proposed_by: NOBODY })],
  [
    "rate_proposals_decided_by_users_id_fk",
    proposal({ decision: "'rejected'", decided_at: NOW, decided_by: NOBODY }),
  ],

  ["quotes_side_in_list", quote({ side: "'both'" })],
  ["quotes_market_in_list", quote({ to_currency: "'YEM'", market: "'taiz'" })],
  ["quotes_market_of_rial", quote({ market: "'aden'" })],
  ["quotes_between_two", quote({ to_currency: "'EUR'" })],
  ["quotes_amounts_positive", quote({ target_amount: "0" })],
  ["quotes_amounts_positive", quote({ fee_amount: "100" })],
  ["quotes_rate_or_par", quote({ rate_id: "NULL" })],
  [
    "quotes_rate_or_par",
    quote({ ...par, fee_amount: "0", target_amount: "100", rate_id: RATE_ID }),
  ],
  ["quotes_rate_or_par", quote({ ...par, fee_amount: "0", target_amount: "101" })],
  [
    "quotes_rate_or_par",
    quote({ ...par, market: "'sanaa'", fee_amount: "0", target_amount: "100" }),
  ],
  ["quotes_expire_after_creation", quote({ expires_at: NOW })],
  ["quotes_user_id_users_id_fk", `${rate()}; ${quote({ user_id: NOBODY })}`],
  ["quotes_from_currency_currencies_code_fk", `${rate()}; ${quote({ from_currency: "'AAA'" })}`],
  ["quotes_to_currency_currencies_code_fk", `${rate()}; ${quote({ to_currency: "'ZZZ'" })}`],
  ["quotes_rate_id_exchange_rates_id_fk", quote()],
  ["quotes_from_wallet_id_wallets_id_fk", `${rate()}; ${quote({ from_wallet_id: NOBODY })}`],
  ["quotes_to_wallet_id_wallets_id_fk", `${rate()}; ${quote({ to_wallet_id: NOBODY })}`],

  ["liquidity_positions_caps_around_zero", set("liquidity_positions", "floor = 1", "position = 0")],
  [
    "liquidity_positions_within_caps",
    set("liquidity_positions", "position = ceiling + 1", "position = 0"),
  ],
  [
    "liquidity_positions_wallet_id_wallets_id_fk",
    `INSERT INTO liquidity_positions (wallet_id, floor, ceiling) VALUES (${NOBODY}, 0, 0)`,
  ],

  ["transactions_quote_id_fk", transaction({ quote_id: NOBODY })],
  [
    "transactions_quote_id_unique",
    `${rate()}; ${quote()}; ${transaction({ quote_id: QUOTE_ID })}; ${transaction({
      quote_id: QUOTE_ID,
      id: `'${id(96)}'`,
      reference: "'TRF-SECOND'",
    })}`,
  ],
  ["wallets_market_in_list", wallet("market = 'taiz'")],
  ["wallets_market_of_rial", set("wallets", "market = 'aden'", `id = '${SALMA_USD}'`)],
];
