import { type Phone, parsePhone } from "../domain/phone.ts";
import { ApiError } from "./problem.ts";

/** Reads a phone of the body in this deployment's country; `pointer` says which field it was. */
export function readPhone(
  { phoneCountry }: { readonly phoneCountry: string },
  text: string,
  pointer = "/phone",
): Phone {
  const phone = parsePhone(text, phoneCountry);
  if (phone) return phone;
  const message = "must be a valid phone number, best in E.164 (+967771234567)";
  throw new ApiError("invalid_request", {
    errors: [{ in: "body", pointer, code: "invalid_phone", message }],
  });
}
