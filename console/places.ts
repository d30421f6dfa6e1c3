// Where the console offers each operation of the API, by its operationId: the path of a page, or why
// it has none. tests/unit/console/places.test.ts compares it with the OpenAPI document and the sources.

/** Why a person or an operator does not find an operation in the console. */
interface NoPlace {
  readonly none: string;
}

type Place = `/${string}` | NoPlace;

const byPost: NoPlace = {
  none: "The same as DELETE, for clients that cannot send a body with it.",
};

export const PLACES: Readonly<Record<string, Place>> = {
  getLiveness: { none: "For load balancers." },
  getReadiness: { none: "For load balancers; /desk/health shows more." },
  receiveFundingEvent: { none: "The provider calls it, with a signature." },
  deleteAccountByPost: byPost,
  removeUserFactorsByPost: byPost,
  liftSuspensionByPost: byPost,
  unfreezeWalletByPost: byPost,

  register: "/signup",
  logIn: "/login",
  finishLogIn: "/login",
  startPasskeyLogin: "/login",
  logInByPasskey: "/login",
  refresh: "/",
  logOut: "/me",
  requestPasswordReset: "/reset",
  resetPassword: "/reset",
  requestPhoneClaim: "/signup",
  startPasskeyStepUp: "/send",
  stepUp: "/send",

  listFactors: "/me/security",
  enrolTotp: "/me/security",
  confirmTotp: "/me/security",
  removeTotp: "/me/security",
  remakeRecoveryCodes: "/me/security",
  askPasskeyRegistration: "/me/security",
  registerPasskey: "/me/security",
  renamePasskey: "/me/security",
  removePasskey: "/me/security",
  listSessions: "/me/security",
  endOtherSessions: "/me/security",
  endSession: "/me/security",

  getProfile: "/me",
  changeProfile: "/me/profile",
  sendVerificationCode: "/me/profile",
  verifyContact: "/me/profile",
  listAuditEvents: "/me/activity",
  deleteAccount: "/me/delete",

  listWallets: "/wallets",
  openWallet: "/wallets/new",
  getWallet: "/wallets/:id",
  changeWallet: "/wallets/:id",
  closeWallet: "/wallets/:id",
  listEntries: "/wallets/:id",
  listBalances: "/",
  listTransactions: "/history",
  getTransaction: "/history/:id",
  refundTransaction: "/history/:id",
  deposit: "/deposit",
  listDeposits: "/deposit",
  getDeposit: "/deposit",
  withdraw: "/withdraw",
  listWithdrawals: "/withdraw",
  getWithdrawal: "/withdraw",
  transfer: "/send",
  checkRecipient: "/send",
  listLimits: "/limits",
  changeOwnLimits: "/limits",
  placeHold: "/holds/new",
  listHolds: "/holds",
  getHold: "/holds/:id",
  amendHold: "/holds/:id",
  captureHold: "/holds/:id",
  voidHold: "/holds/:id",
  listCurrencies: "/wallets/new",
  listRates: "/exchange",
  requestQuote: "/exchange",
  getQuote: "/exchange",
  exchange: "/exchange",
};
