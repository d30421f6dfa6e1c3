/**
 * The forms that send something once: what each sends, as a person calls it, and the page that has
 * the form. Where the path ends with a slash there is one form for each transaction, hold or wallet.
 */
const FORMS = {
  send: { kind: "send", path: "/send" },
  deposit: { kind: "deposit", path: "/deposit" },
  withdrawal: { kind: "withdrawal", path: "/withdraw" },
  exchange: { kind: "exchange", path: "/exchange" },
  "place-hold": { kind: "hold", path: "/holds/new" },
  "open-wallet": { kind: "wallet", path: "/wallets/new" },
  refund: { kind: "refund", path: "/history/" },
  capture: { kind: "holdChange", path: "/holds/" },
  raise: { kind: "holdChange", path: "/holds/" },
  extend: { kind: "holdChange", path: "/holds/" },
  void: { kind: "holdChange", path: "/holds/" },
  "close-wallet": { kind: "close", path: "/wallets/" },
} as const;

type Forms = typeof FORMS;
type FormOfOne = {
  [F in keyof Forms]: Forms[F]["path"] extends `${string}/` ? F : never;
}[keyof Forms];

/** Names a form: `send`, or with the id of what it is about: `refund:txn_…`. */
export type FormName = Exclude<keyof Forms, FormOfOne> | `${FormOfOne}:${string}`;

export type PaymentKind = Forms[keyof Forms]["kind"];

/** What a form sends, and the address of its page. */
export interface PaymentForm {
  readonly kind: PaymentKind;
  readonly href: string;
}

/** The form of a stored name; null for one that this version does not have. */
export function paymentFormOf(stored: string): PaymentForm | null {
  const [, name = "", id = ""] = /^([a-z-]+)(?::(\w+))?$/.exec(stored) ?? [];
  if (!isForm(name)) return null;
  const { kind, path } = FORMS[name];
  return path.endsWith("/") === (id !== "") ? { kind, href: path + id } : null;
}

function isForm(name: string): name is keyof Forms {
  return Object.hasOwn(FORMS, name);
}
