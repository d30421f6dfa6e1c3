// Marks that come with a copied text and cannot be seen.
const MARKS = /[\s\u00a0\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A wallet's id as it was pasted, without the blanks and marks around and in it. */
export function plainId(text: string): string {
  return text.replace(MARKS, "").toLowerCase();
}

/** Whether a pasted text is the id of a wallet, and not a phone. */
export function seemsWalletId(text: string): boolean {
  return plainId(text).startsWith("wal_");
}
