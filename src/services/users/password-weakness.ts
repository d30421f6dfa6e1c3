import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import type { Phone } from "../../domain/phone.ts";

/** zxcvbn's scale is 0 to 4; from 3 on, a stolen hash keeps its secret for a long time. */
const SCORE_MIN = 3;
const CLOSE_LENGTH_MIN = 4;
const FALLBACK = "Use several uncommon words, or a password manager.";

let estimator: Promise<ZxcvbnFactory> | undefined;

// The dictionaries cost a megabyte and some tens of milliseconds: only those who set a password pay.
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function isClose(password: string, { username, phone }: { username: string; phone: Phone }) {
  const secret = plain(password);
  const name = plain(username);
  const number = phone.slice(1);
  const reversed = [...name].reverse().join("");
  // What is left when the name or number is taken out must still be a password.
  const holds = (part: string) =>
    part.length >= CLOSE_LENGTH_MIN && secret.replaceAll(part, "").length < CLOSE_LENGTH_MIN;
  return [name, reversed, number, number.slice(3), number.slice(-7)].some(holds);
}

/**
 * Why a password is too weak for this person, as a sentence for them; null when it is strong enough.
 * Source: NIST SP 800-63B-4 §3.1.1.2 (common and context-specific passwords), zxcvbn.
 */
export async function passwordWeakness(
  password: string,
  person: { readonly username: string; readonly phone: Phone },
): Promise<string | null> {
  if (isClose(password, person)) return "It is too close to your username or phone.";
  estimator ??= makeEstimator();
  const { username, phone } = person;
  const inputs = [username, ...username.split(/\P{L}+/u), phone, phone.slice(1), phone.slice(4)];
  const { score, feedback } = (await estimator).check(password, [
    ...inputs.filter(Boolean),
    "mahfaza",
  ]);
  if (score >= SCORE_MIN) return null;
  return [feedback.warning, ...feedback.suggestions].filter(Boolean).join(" ") || FALLBACK;
}
