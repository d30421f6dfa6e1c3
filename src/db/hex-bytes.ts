import { customType } from "drizzle-orm/pg-core";

/** A bytea column whose value in the service is lower-case hex. */
export const hexBytes = customType<{ data: string; driverData: string | Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (hex) => `\\x${hex}`,
  fromDriver: (value) =>
    typeof value === "string"
      ? value.replace(/^\\x/, "")
      : [...value].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
});
