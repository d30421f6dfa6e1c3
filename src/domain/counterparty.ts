import { maskedName } from "./masked-name.ts";

/** The person on the other side of a payment, as its viewer may see them. */
export interface Counterparty {
  /** The masked name that they have at present. */
  readonly name: string;
  /** Whether it is the viewer, who paid from one wallet of theirs to another. */
  readonly isOwn: boolean;
}

/** What a viewer may see of the person of this name. */
export function counterpartyOf(name: string, isOwn: boolean): Counterparty {
  return { name: maskedName(name), isOwn };
}
