import { plainPhone } from "./plain-phone.ts";

/** Whether a typed phone is the person's own, in E.164. Unknown is no: the service says so too. */
export async function isOwnPhone(typed: string, own: string | null): Promise<boolean> {
  if (own === null) return false;
  try {
    const { readPhone } = await import("./read-phone.ts");
    return readPhone(plainPhone(typed))?.phone === own;
  } catch {
    return false;
  }
}
