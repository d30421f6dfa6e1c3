import { plainPhone } from "./plain-phone.ts";
import { useReadPhone } from "./use-read-phone.ts";

/**
 * A typed phone to be read: the international form in groups, from left to right in every language.
 * The Latin digits as they were typed while that form is not known.
 */
export function PhoneText({ typed }: { readonly typed: string }) {
  const plain = plainPhone(typed);
  const read = useReadPhone(plain);
  return <bdi class="num">{read?.shown ?? plain}</bdi>;
}
